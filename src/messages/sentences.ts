import { describePhone } from '#src/kernel';
import type { Meeting, PersonFacts, PersonMessageKind } from './facts.ts';
import { languageFacts, type MessageLanguage } from './languages.ts';
import { clocksApart, sayWhen } from './say-time.ts';
import { fill } from './template.ts';
import { type PersonTexts, type Subject, textsOf } from './texts.ts';

/** The words of a language, and how it sets what is French (names, addresses, numbers) among them. */
export type Words = {
  readonly texts: PersonTexts;
  /**
   * Keeps a number or a name in its own order inside a sentence that is written from right to left. A page's address holds
   * together by itself, and a telephone that makes a link of it would take the mark along.
   */
  readonly apart: (latin: string) => string;
};

const leftToRight = '\u2066';
const endOfIsolate = '\u2069';

/** How a language writes. */
export function wordsOf(language: MessageLanguage): Words {
  const isRightToLeft = languageFacts(language).direction === 'rtl';
  return {
    texts: textsOf(language),
    apart: (latin) => (isRightToLeft ? `${leftToRight}${latin}${endOfIsolate}` : latin),
  };
}

/** What a message is about: both reminders say the same; several times that are proposed leave a choice. */
export function subjectOf(kind: PersonMessageKind, { proposed }: PersonFacts): Subject {
  switch (kind) {
    case 'reminder-two-days':
    case 'reminder-two-hours':
      return 'reminder';
    case 'proposal':
      return proposed.length > 1 ? 'proposals' : 'proposal';
    case 'earlier-offer':
      return 'earlier';
    default:
      return kind;
  }
}

/** When the times begin that a message is of: one, but for several that are proposed. */
export function startsOf(
  subject: Subject,
  { appointment, proposed }: PersonFacts,
): readonly string[] {
  return subject === 'proposals' ? proposed : [appointment.start];
}

/** What a message opens with. */
export function openingSentence(subject: Subject, facts: PersonFacts, { texts }: Words): string {
  const { zone } = facts.appointment;
  const say = (instant: string) => sayWhen(instant, zone, texts.calendar);
  return fill(texts.opening[subject], {
    when: startsOf(subject, facts).map(say).join(texts.or),
    ...(facts.keptUntil === null ? {} : { until: say(facts.keptUntil) }),
  });
}

/** A stored number as it is dialled in France, on one line. */
export function dialled(e164: string, { apart }: Words): string {
  return apart((describePhone(e164)?.national ?? e164).replaceAll(' ', '\u00a0'));
}

/** Where and how the two meet, and the venue's own number. Nothing of it is said of what is cancelled. */
export function whereSentences(meeting: Meeting, words: Words): readonly string[] {
  const { where } = words.texts;
  const name = words.apart(meeting.name);
  const phone =
    meeting.phone === null
      ? []
      : [fill(where.venuePhone, { phone: dialled(meeting.phone, words) })];
  switch (meeting.way) {
    case 'venue':
      return [fill(where.venue, { name, address: words.apart(meeting.address) }), ...phone];
    case 'phone':
      return [
        meeting.calledOn === null
          ? fill(where.phone, { name })
          : fill(where.phoneOn, { name, number: dialled(meeting.calledOn, words) }),
        ...phone,
      ];
    case 'video':
      return [
        meeting.page === null
          ? fill(where.video, { name })
          : fill(where.videoPage, { name, page: meeting.page }),
        ...phone,
      ];
    case 'home':
      return [fill(where.home, { name }), ...phone];
  }
}

/** ME-6: the person's own time, where their clock shows another than the venue's. */
export function yourClockSentence(
  subject: Subject,
  facts: PersonFacts,
  { texts }: Words,
): readonly string[] {
  const { appointment, personZone } = facts;
  const starts = startsOf(subject, facts);
  const isSame = (start: string) => clocksApart(start, appointment.zone, personZone) === 'same';
  if (starts.every(isSame)) return [];
  const yours = starts.map((start) => sayWhen(start, personZone, texts.calendar));
  return [fill(texts.yourClock, { when: yours.join(texts.or) })];
}

/** What to bring, in one sentence; none where nothing is. */
export function bringSentence({ bring }: PersonFacts, { texts }: Words): readonly string[] {
  if (bring.length === 0) return [];
  const things = bring.map((thing) => texts.bring[thing]).join(texts.bring.separator);
  return [fill(texts.bring.line, { things })];
}

/** What the person may do next: by telephone always, by the page where there is one. */
export function nextSentences(
  subject: Subject,
  { line, link }: PersonFacts,
  words: Words,
): readonly string[] {
  const { next } = words.texts;
  const answered = { line: words.apart(line.name), phone: dialled(line.phone, words) };
  if (subject === 'cancelled') return [fill(next.again, answered)];
  const act = nextAct(subject);
  const byPhone = fill(next[act], answered);
  return link === null ? [byPhone] : [byPhone, fill(next[`${act}Page`], { link })];
}

/** What a message asks of the person, unless it is cancelled: to choose a time, to answer, or to say so if they cannot come. */
export function nextAct(subject: Subject): 'answer' | 'choose' | 'change' {
  if (subject === 'proposals') return 'choose';
  return subject === 'proposal' || subject === 'earlier' ? 'answer' : 'change';
}
