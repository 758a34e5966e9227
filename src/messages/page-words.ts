import type { AppointmentTime, Meeting } from './facts.ts';
import { languageFacts, type MessageLanguage } from './languages.ts';
import { type PageTexts, pageTextsOf } from './page-texts.ts';
import { clocksApart, sayWhen } from './say-time.ts';
import { dialled, whereSentences, wordsOf } from './sentences.ts';
import { fill } from './template.ts';

/** How the page of a link says things in one language. */
export type PageWords = {
  readonly texts: PageTexts;
  readonly direction: 'ltr' | 'rtl';
  /** The day and the time on the venue's clock. */
  readonly when: (appointment: Pick<AppointmentTime, 'start' | 'zone'>) => string;
  /** The same on the person's clock, where it shows another time; else `null`. */
  readonly yourWhen: (
    appointment: Pick<AppointmentTime, 'start' | 'zone'>,
    personZone: string,
  ) => string | null;
  /** Where and how the two meet, a sentence each. */
  readonly where: (meeting: Meeting) => readonly string[];
  /** Until when an earlier time is kept, on the venue's clock. */
  readonly keptUntil: (until: Pick<AppointmentTime, 'start' | 'zone'>) => string;
  /** That the venue will give a time. */
  readonly waiting: (venueName: string) => string;
  /** A number (E.164) as it is dialled in France, in its own order. */
  readonly phone: (e164: string) => string;
  /** A French name in its own order. */
  readonly name: (french: string) => string;
};

/** The words of the page in a language: the same as the messages', so that one says what the other said. */
export function pageWords(language: MessageLanguage): PageWords {
  const texts = pageTextsOf(language);
  const words = wordsOf(language);
  const { calendar, yourClock } = words.texts;
  return {
    texts,
    direction: languageFacts(language).direction,
    when: ({ start, zone }) => sayWhen(start, zone, calendar),
    yourWhen: ({ start, zone }, personZone) =>
      clocksApart(start, zone, personZone) === 'same'
        ? null
        : fill(yourClock, { when: sayWhen(start, personZone, calendar) }),
    keptUntil: ({ start, zone }) =>
      fill(texts.offer.keptUntil, { until: sayWhen(start, zone, calendar) }),
    where: (meeting) => whereSentences(meeting, words),
    waiting: (venueName) => fill(texts.request.waiting, { name: words.apart(venueName) }),
    phone: (e164) => dialled(e164, words),
    name: words.apart,
  };
}
