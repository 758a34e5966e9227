import fc from 'fast-check';
import {
  type AdviserState,
  chosenPresences,
  type LineRules,
  type QueuedCall,
  type RoutingEvent,
  type RoutingState,
  usualLineRules,
  type WaitingCall,
} from '#src/routing';

/** Any instant does: routing knows no calendar. */
export const start = 1_000_000;

const territory = fc.constantFrom('lozere', 'aveyron', 'gard');
const language = fc.constantFrom('fr', 'ar');
const skill = fc.constantFrom('fiscal', 'caf');
const adviserId = fc.constantFrom('a', 'b', 'c', 'd');
const callId = fc.constantFrom('1', '2', '3', '4', '5', '6');

type Line = Pick<QueuedCall, 'lineId' | 'territoryId' | 'rules'>;

/** Four lines, of other rules each. */
const lines: readonly Line[] = [
  line('lozere', { languages: ['fr'], widening: [] }),
  line('lozere', { skills: ['caf'], widening: [{ afterS: 30, territories: 'all' }], offerS: 10 }),
  line('aveyron', {
    languages: ['ar', 'fr'],
    widening: [
      { afterS: 20, territories: ['lozere'] },
      { afterS: 40, territories: ['gard'] },
    ],
    overflowS: 60,
  }),
  line('gard', { languages: [], offerS: 10, overflowS: 90 }),
];

function line(territoryId: string, rules: Partial<LineRules>): Line {
  const lineId = `${territoryId} ${Object.keys(rules)}`;
  return { lineId, territoryId, rules: { ...usualLineRules, ...rules } };
}

/** A call that comes, on one of these lines. */
export const coming: fc.Arbitrary<Omit<QueuedCall, 'offer'>> = fc
  .record({
    line: fc.constantFrom(...lines),
    callId,
    since: fc.integer({ min: start - 100_000, max: start }),
    priority: fc.constantFrom(0, 0, 0, 1),
    skills: fc.uniqueArray(skill, { maxLength: 1 }),
    language: fc.option(language),
    leftBy: fc.uniqueArray(adviserId, { maxLength: 1 }),
    callsBack: fc.boolean(),
  })
  .map(({ line: on, ...call }) => ({ ...call, ...on, requestedBy: null, isOverflowed: false }));

export const advisers: fc.Arbitrary<AdviserState[]> = fc.uniqueArray(
  fc.record({
    id: adviserId,
    territories: fc.uniqueArray(territory, { minLength: 1 }),
    skills: fc.uniqueArray(skill),
    languages: fc.uniqueArray(language, { minLength: 1 }),
    presence: fc.constantFrom('available', 'available', 'available', 'pause', 'off'),
    next: fc.constant(null),
    until: fc.constant(null),
    deskUntil: fc.constantFrom(null, start + 20_000, start + 10_000_000, start + 10_000_000),
    callId: fc.constant(null),
    idleSince: fc.integer({ min: start - 1000, max: start }),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

const ofDesk = fc.record({
  kind: fc.constantFrom('call-requested', 'offer-left', 'offer-missed', 'adviser-joined'),
  callId,
  adviserId,
} as const);

/** Anything that may be told, of calls and advisers that may or may not be there. */
export const event: fc.Arbitrary<RoutingEvent> = fc.oneof(
  { weight: 5, arbitrary: coming.map((call) => ({ kind: 'call-came' as const, call })) },
  { weight: 5, arbitrary: ofDesk },
  fc.record({
    kind: fc.constantFrom('call-gone', 'call-back-asked', 'call-put-first'),
    callId,
  } as const),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('conversation-over'),
      callId,
      adviserId,
      wrapUpS: fc.constantFrom(0, 30),
    } as const),
  },
  fc.record({ kind: fc.constant('wrap-up-extended'), adviserId, extensionS: fc.nat(60) } as const),
  fc.record({ kind: fc.constant('wrap-up-over'), adviserId } as const),
  fc.record({
    kind: fc.constant('desk-seen'),
    adviserId,
    until: fc.integer({ min: start, max: start + 500_000 }),
  } as const),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('presence-chosen'),
      adviserId,
      presence: fc.constantFrom(...chosenPresences),
    } as const),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'time-passed' } as const) },
);

/** What happens one after the other, and how long after what came before, in milliseconds. */
export const story = fc.array(fc.record({ event, afterMs: fc.nat(25_000) }), { maxLength: 40 });

/** RO-2, RO-6, RO-12, RO-13, said again in the words of the spec. */
export function mayRing(call: WaitingCall, adviser: AdviserState, now: number): boolean {
  const waitedS = (now - call.since) / 1000;
  const asked = new Set([call.territoryId]);
  for (const { afterS, territories } of call.rules.widening) {
    if (waitedS < afterS) continue;
    for (const id of territories === 'all' ? adviser.territories : territories) asked.add(id);
  }
  const spoken = call.language ?? call.rules.languages[0];
  const wanted = new Set([...call.rules.skills, ...call.skills]);
  return (
    adviser.territories.some((id) => asked.has(id)) &&
    [...wanted].every((one) => adviser.skills.includes(one)) &&
    (spoken === undefined || adviser.languages.includes(spoken)) &&
    !call.leftBy.includes(adviser.id)
  );
}

/** RO-1, RO-3, RO-14, RO-51: the call could ring at this desk at once. */
export function couldRing(call: QueuedCall, adviser: AdviserState, now: number): boolean {
  const isSilent = adviser.callId === null && adviser.until === null && adviser.deskUntil !== null;
  return isSilent && adviser.presence === 'available' && mayRing(call, adviser, now);
}

export const waitingIn = ({ calls }: RoutingState) => calls.filter(({ offer }) => offer === null);
