import type { Meeting, PersonFacts, PersonMessageKind } from './facts.ts';
import type { MessageLanguage } from './languages.ts';
import { clocksApart, sayClock, sayWhen } from './say-time.ts';
import { dialled, startsOf, subjectOf, type Words, wordsOf } from './sentences.ts';
import { smsLength, toGsm7 } from './sms.ts';
import { fill } from './template.ts';

/** A longer name is cut after a word, and more so before a long address: what says where to go is the address. */
const longestName = 48;
const longestPlace = 120;
const shortestName = 24;
const mostParts = 2;

/** ME-8: a message in as few words as it can be said; of several times that it has no room for, how many they are. */
export function smsText(message: {
  readonly kind: PersonMessageKind;
  readonly language: MessageLanguage;
  readonly facts: PersonFacts;
}): string {
  const { facts, kind } = message;
  const words = wordsOf(message.language);
  const { sms } = words.texts;
  // Text messages keep to plain spaces: GSM-7 has no others.
  const phone = dialled(facts.line.phone, words).replaceAll('\u00a0', ' ');
  const reach = facts.link === null ? phone : fill(sms.reach, { link: facts.link, phone });
  const subject = subjectOf(kind, facts);
  const where = whereOf(facts.meeting, words);
  // Where there is more than one time to say, the person was told the address before, or is once they have chosen.
  const isLong = subject === 'proposals' || subject === 'earlier';
  const said = toGsm7(
    fill(sms[subject], {
      when: startsOf(subject, facts)
        .map((start) => whenOf(start, facts, words))
        .join(words.texts.or),
      where: isLong ? nameOf(facts.meeting, words) : where,
      reach,
      phone,
      ...(facts.keptUntil === null ? {} : { until: whenOf(facts.keptUntil, facts, words) }),
    }),
  );
  if (subject !== 'proposals' || smsLength(said).segments <= mostParts) return said;
  const count = String(facts.proposed.length);
  return toGsm7(fill(sms.manyProposals, { count, where, reach }));
}

function nameOf({ name }: Meeting, { apart }: Words): string {
  return apart(shortened(name, longestName));
}

function whenOf(
  start: string,
  { appointment: { zone }, personZone }: PersonFacts,
  { texts: { calendar, sms } }: Words,
): string {
  const when = sayWhen(start, zone, calendar, 'shortDay');
  switch (clocksApart(start, zone, personZone)) {
    case 'same':
      return when;
    case 'other-time':
      return fill(sms.withYourClock, { when, yours: sayClock(start, personZone, calendar) });
    case 'other-day':
      return fill(sms.withYourClock, {
        when,
        yours: sayWhen(start, personZone, calendar, 'shortDay'),
      });
  }
}

function whereOf(meeting: Meeting, { texts: { sms }, apart }: Words): string {
  const address = meeting.way === 'venue' ? meeting.address : '';
  const name = apart(shortened(meeting.name, longestPlace - address.length));
  switch (meeting.way) {
    case 'venue':
      return fill(sms.venue, { name, address: apart(address) });
    case 'phone':
      return fill(sms.phone, { name });
    case 'video':
      return meeting.page === null
        ? fill(sms.video, { name })
        : fill(sms.videoPage, { name, page: meeting.page });
    case 'home':
      return fill(sms.home, { name });
  }
}

function shortened(name: string, room: number): string {
  const longest = Math.min(longestName, Math.max(shortestName, room));
  if (name.length <= longest) return name;
  const whole = name.slice(0, longest - 2).replace(/\s+\S*$/, '');
  return `${whole}...`;
}
