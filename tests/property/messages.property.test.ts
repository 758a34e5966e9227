import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type ComposedMessage,
  composeMessage,
  departure,
  type Meeting,
  type MessageLanguage,
  messageChannels,
  messageLanguages,
  type PersonFacts,
  personMessageKinds,
  planned,
  thingsToBring,
  venueMessageKinds,
} from '#src/messages';
import { services } from '#src/venues';
import { personFacts } from '../support/person-facts.ts';

const zone = fc.constantFrom(
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'America/Miquelon',
  'Pacific/Noumea',
);

/** Minutes of two weeks around each change of the clocks of 2026, and of a quiet time. */
const instant = fc
  .record({
    from: fc.constantFrom('2026-03-22', '2026-10-18', '2026-07-01', '2026-03-01', '2026-10-28'),
    minute: fc.integer({ min: 0, max: 14 * 24 * 60 }),
  })
  .map(({ from, minute }) =>
    Temporal.Instant.from(`${from}T00:00:00Z`).add({ minutes: minute }).toString(),
  );

const booked = fc.record({
  event: fc.constantFrom('booked' as const, 'moved' as const),
  start: instant,
  now: instant,
  personZone: zone,
});

const compare = Temporal.Instant.compare;
const isReminder = ({ kind }: { readonly kind: string }) => kind.startsWith('reminder');

function isDaytime(at: string, personZone: string): boolean {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(personZone);
  return hour >= 8 && (hour < 20 || (hour === 20 && minute === 0));
}

describe('when messages leave', () => {
  it('ME-9 tells at once, once, and each reminder at most once, in order of time', () => {
    fc.assert(
      fc.property(booked, (input) => {
        const messages = planned(input);
        expect(messages[0]?.sendAt).toBe(Temporal.Instant.from(input.now).toString());
        expect(new Set(messages.map(({ kind }) => kind)).size).toBe(messages.length);
        const times = messages.map(({ sendAt }) => sendAt);
        expect(times.toSorted((a, b) => compare(a, b))).toEqual(times);
      }),
    );
  });

  it('ME-10 reminds by day, on the person’s clock, no later than two days and two hours before', () => {
    fc.assert(
      fc.property(booked, (input) => {
        const start = Temporal.Instant.from(input.start).toZonedDateTimeISO(input.personZone);
        const due = {
          'reminder-two-days': start.subtract({ days: 2 }),
          'reminder-two-hours': start.subtract({ hours: 2 }),
        };
        for (const { kind, sendAt } of planned(input).filter(isReminder)) {
          if (kind !== 'reminder-two-days' && kind !== 'reminder-two-hours') continue;
          expect(isDaytime(sendAt, input.personZone)).toBe(true);
          expect(compare(sendAt, due[kind].toInstant())).toBeLessThanOrEqual(0);
          expect(compare(sendAt, due[kind].subtract({ hours: 13 }).toInstant())).toBeGreaterThan(0);
          expect(compare(sendAt, input.now)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('ME-10 leaves out a reminder only where its time was past', () => {
    fc.assert(
      fc.property(instant, zone, (start, personZone) => {
        const now = Temporal.Instant.from(start).subtract({ hours: 72 }).toString();
        expect(planned({ event: 'booked', start, now, personZone })).toHaveLength(3);
        const late = Temporal.Instant.from(start).subtract({ minutes: 119 }).toString();
        expect(planned({ event: 'booked', start, now: late, personZone })).toHaveLength(1);
      }),
    );
  });

  it('ME-9 tells of a cancellation or a proposal and reminds of nothing', () => {
    for (const event of ['cancelled', 'proposed', 'offered'] as const) {
      const { start } = personFacts.appointment;
      const input = { event, start, now: '2026-11-01T00:00:00Z', personZone: 'Europe/Paris' };
      expect(planned(input)).toHaveLength(1);
    }
  });

  it('ME-11 lets no reminder leave at night or after the appointment, whenever the sender wakes', () => {
    fc.assert(
      fc.property(booked, instant, (input, wakes) => {
        for (const message of planned(input)) {
          const at = { start: input.start, now: wakes, personZone: input.personZone };
          const next = departure(message, at);
          if (next.code === 'send') {
            expect(compare(wakes, message.sendAt)).toBeGreaterThanOrEqual(0);
            expect(compare(wakes, input.start)).toBeLessThan(0);
            if (isReminder(message)) expect(isDaytime(wakes, input.personZone)).toBe(true);
          }
          if (next.code === 'wait') {
            expect(compare(next.until, wakes)).toBeGreaterThan(0);
            // Whoever waits until then may send then.
            const then = departure(message, { ...at, now: next.until });
            if (compare(next.until, input.start) < 0) expect(then.code).toBe('send');
          }
        }
      }),
    );
  });

  it('ME-11 tells of a cancellation even after the time', () => {
    const { start } = personFacts.appointment;
    const at = { start, now: '2026-12-01T00:00:00Z', personZone: 'Europe/Paris' };
    expect(departure({ kind: 'cancelled', sendAt: start }, at)).toEqual({ code: 'send' });
  });
});

/** Every message in a language by every channel, and those to a venue. */
function everyMessage(facts: PersonFacts, language: MessageLanguage): readonly ComposedMessage[] {
  const { appointment, line, link } = facts;
  const venue = { venueName: facts.meeting.name, appointment, line, link };
  return [
    ...personMessageKinds.flatMap((kind) =>
      messageChannels.map((channel) => composeMessage({ kind, channel, language, facts })),
    ),
    ...venueMessageKinds.map((kind) =>
      composeMessage({ kind, channel: 'email', language: 'fr', facts: venue }),
    ),
  ];
}

const language = fc.constantFrom(...messageLanguages);
const name = fc.constantFrom('Mairie de Mende', 'Espace {when} $& <b>', 'Relais', 'Bibliothèque');
const meeting: fc.Arbitrary<Meeting> = fc.oneof(
  fc.record({
    way: fc.constant('venue' as const),
    name,
    phone: fc.constantFrom(null, '+33199001234'),
    address: fc.constantFrom('1 place du Foirail, 48000 Mende', 'Le Bourg, 48100 Marvejols'),
  }),
  fc.record({
    way: fc.constant('phone' as const),
    name,
    phone: fc.constant(null),
    calledOn: fc.constantFrom(null, '+33639981234'),
  }),
  fc.record({
    way: fc.constant('video' as const),
    name,
    phone: fc.constant(null),
    page: fc.constantFrom(null, 'https://visio.example/salle-4'),
  }),
  fc.record({ way: fc.constant('home' as const), name, phone: fc.constant(null) }),
);

const anyFacts: fc.Arbitrary<PersonFacts> = fc.record({
  appointment: fc
    .record({ start: instant, zone })
    .map(({ start, zone: place }) => ({ start, end: start, zone: place })),
  personZone: zone,
  meeting,
  line: fc.constant(personFacts.line),
  link: fc.constantFrom(null, personFacts.link),
  bring: fc.subarray([...thingsToBring]),
  proposed: fc.array(instant, { maxLength: 3 }),
  keptUntil: instant,
});

/** What a call finds out and a message never says: needs, levels, obstacles, in what the product calls them. */
const confided = [
  ...services,
  'E0',
  'E1',
  'E2',
  'E3',
  'éloign',
  'autonom',
  'niveau',
  'fragil',
  'frein',
  'besoin',
  'difficult',
  'numérique',
  'illettr',
  'handicap',
  'CAF',
  'France Travail',
  'impôts',
  'level',
  'obstacle',
  'need',
  'digital',
];

const confidedWord = new RegExp(`(?<!\\p{L})(?:${confided.join('|')})`, 'iu');

describe('what messages do not say', () => {
  it('ME-1 says no need, level or obstacle, whatever else the facts carry along', () => {
    const secret = fc.constantFrom(...confided);
    fc.assert(
      fc.property(anyFacts, language, secret, secret, secret, (facts, inLanguage, ...said) => {
        const [need, level, obstacle] = said;
        // What a caller of another day may leave in the same object.
        const carrying = {
          ...facts,
          line: { ...facts.line, name: 'La ligne', need },
          appointment: { ...facts.appointment, note: need },
          meeting: { ...facts.meeting, service: need },
          need,
          level,
          obstacles: [obstacle],
        };
        for (const { subject, text, html } of everyMessage(carrying, inLanguage)) {
          const page = [subject, text, html].join('\n').replaceAll(personFacts.link ?? '', '');
          expect(page.match(confidedWord), page).toBeNull();
        }
      }),
      { numRuns: 12 },
    );
  });

  it('ME-4 fills in everything, in every language, and reads nothing filled in as a text', () => {
    fc.assert(
      fc.property(anyFacts, language, (facts, inLanguage) => {
        for (const { subject, text } of everyMessage(facts, inLanguage)) {
          const own = [subject, text].join('\n').replaceAll(facts.meeting.name, '');
          expect(own).not.toMatch(/[{}]|undefined|null/);
        }
      }),
      { numRuns: 12 },
    );
  });
});
