import { z } from 'zod';
import { err, InvariantError, ok, type Result } from '#src/kernel';
import ar from '../../data/messages/ar.json' with { type: 'json' };
import en from '../../data/messages/en.json' with { type: 'json' };
import fa from '../../data/messages/fa.json' with { type: 'json' };
import fr from '../../data/messages/fr.json' with { type: 'json' };
import ps from '../../data/messages/ps.json' with { type: 'json' };
import ru from '../../data/messages/ru.json' with { type: 'json' };
import ti from '../../data/messages/ti.json' with { type: 'json' };
import uk from '../../data/messages/uk.json' with { type: 'json' };
import venues from '../../data/messages/venues.json' with { type: 'json' };
import { thingsToBring, venueMessageKinds } from './facts.ts';
import type { MessageLanguage } from './languages.ts';
import { placeholdersOf } from './template.ts';

const text = z.string().regex(/\S/).max(300);
const texts = <const Key extends string>(keys: readonly Key[]) => z.record(z.enum(keys), text);

/** What a message to a person is about; both reminders say the same, and several times are not proposed as one is. */
const subjects = [
  'confirmation',
  'reminder',
  'moved',
  'cancelled',
  'proposal',
  'proposals',
  'earlier',
] as const;
export type Subject = (typeof subjects)[number];

const personTexts = z.strictObject({
  /**
   * The browsers' own tables lack Pashto and Tigrinya, and change with each version: what a speaker signs holds the names
   * of days and months too.
   */
  calendar: z.strictObject({
    weekdays: z.array(text).length(7),
    months: z.array(text).length(12),
    /** The first of a month, which French does not write as a number. */
    firstOfMonth: text,
    day: text,
    /** For text messages: no year. */
    shortDay: text,
    clock: text,
    clockOnTheHour: text,
    when: text,
  }),
  subject: texts(subjects),
  opening: texts(subjects),
  /** Between two times that are proposed. */
  or: text,
  yourClock: text,
  where: texts(['venue', 'phone', 'phoneOn', 'video', 'videoPage', 'home', 'venuePhone']),
  bring: texts(['line', 'separator', ...thingsToBring]),
  next: texts(['change', 'changePage', 'answer', 'answerPage', 'choose', 'choosePage', 'again']),
  /** In the person's own calendar. */
  eventTitle: text,
  greeting: text,
  closing: text,
  sms: texts([
    ...subjects,
    'manyProposals',
    'withYourClock',
    'reach',
    'venue',
    'phone',
    'video',
    'videoPage',
    'home',
  ]),
  letter: texts([
    'when',
    'where',
    'hours',
    'closed',
    'hoursUnknown',
    'bring',
    'change',
    'answer',
    'again',
    'way',
    'plan',
    'north',
    'kilometres',
  ]),
});
/** Every text of a language that persons are written to in. */
export type PersonTexts = Readonly<z.infer<typeof personTexts>>;

const venueTexts = z.strictObject({
  subject: texts(venueMessageKinds),
  opening: texts(venueMessageKinds),
  appointment: text,
  noAppointment: text,
  cancelledAppointment: text,
  link: text,
  linkLife: text,
  phone: text,
  greeting: text,
  closing: text,
});

/** Why a file of texts cannot be used: what is missing, or which text asks for other facts than the French one. */
export type UnusableTexts = { readonly code: 'unusable-texts'; readonly detail: string };

const french = personTexts.parse(fr);

/** ME-4: reads a translation. Each of its texts has the placeholders of the French text of the same place. */
export function parsePersonTexts(json: unknown): Result<PersonTexts, UnusableTexts> {
  const parsed = personTexts.safeParse(json);
  if (!parsed.success)
    return err({ code: 'unusable-texts', detail: z.prettifyError(parsed.error) });
  const asked = askedBy(parsed.data);
  const different = [...askedBy(french)].filter(([place, names]) => asked.get(place) !== names);
  return different.length === 0
    ? ok(parsed.data)
    : err({
        code: 'unusable-texts',
        detail: different.map(([place, names]) => `${place}: ${names}`).join('\n'),
      });
}

/** The placeholders of every text, by its place. A language names a month, gives its number, or both. */
function askedBy(texts: PersonTexts): ReadonlyMap<string, string> {
  return new Map(
    [...textsByPlace(texts)].map(([place, said]) => [
      place,
      placeholdersOf(said.replace('{monthNumber}', '{month}')).join(' '),
    ]),
  );
}

/** Every text in a language's file, by its place in it: `/sms/reminder`. */
export function textsByPlace(value: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[place, value]]);
  return new Map(
    Object.entries(Object(value)).flatMap(([key, inner]) => [
      ...textsByPlace(inner, `${place}/${key}`),
    ]),
  );
}

const shipped: Readonly<Record<MessageLanguage, PersonTexts>> = {
  fr: french,
  en: usable(en),
  ar: usable(ar),
  uk: usable(uk),
  ru: usable(ru),
  fa: usable(fa),
  ps: usable(ps),
  ti: usable(ti),
};

/** What ships for venues, in French: `data/messages/venues.json`. */
export const textsForVenues: Readonly<z.infer<typeof venueTexts>> = venueTexts.parse(venues);

/** What ships in a language: `data/messages/<language>.json`. */
export function textsOf(language: MessageLanguage): PersonTexts {
  return shipped[language];
}

function usable(json: unknown): PersonTexts {
  const parsed = parsePersonTexts(json);
  if (parsed.ok) return parsed.value;
  throw new InvariantError(`The tests read the texts that ship: ${parsed.error.detail}`);
}
