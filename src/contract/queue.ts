import { z } from 'zod';
import { chosenPresences, presences } from '#src/routing';
import { id, instant } from './values.ts';

const count = z.int().nonnegative();

/** Whether a line answers: by its hours, unless somebody closed it. */
export const lineOpenings = ['open', 'outside-hours', 'closed-by-hand'] as const;

/** A line whose calls wait, as everybody who answers it may see it: no person in it. */
export const queueLine = z.strictObject({
  id,
  name: z.string(),
  territoryName: z.string(),
  opening: z.enum(lineOpenings),
  /** When it opens next, where that is certain; `null` while it is open. */
  opensAt: instant.nullable(),
  waiting: count,
  /** Since when the one who waits the longest does. */
  longestSince: instant.nullable(),
  isListenedTo: z.boolean(),
  /** The service level of today (RO-74), for who leads the queue; `share: null`: no call counts yet. */
  level: z
    .strictObject({
      withinS: z.int().positive(),
      share: z.number().min(0).max(1).nullable(),
      answeredWithin: count,
      counted: count,
    })
    .nullable(),
});
export type QueueLine = z.infer<typeof queueLine>;

/** A call that nobody has answered yet. Who phones is not told: that is for whoever answers. */
export const queuedCall = z.strictObject({
  callId: id,
  lineId: id,
  since: instant,
  /** The caller hung up and keeps the place: at its turn they are called. */
  callsBack: z.boolean(),
  /** Somebody put it first. */
  isFirst: z.boolean(),
  skills: z.array(z.string()),
  language: z.string().nullable(),
  /** At whose desk it rings now. */
  offeredTo: z.string().nullable(),
});
export type QueuedCall = z.infer<typeof queuedCall>;

/** Whether somebody takes calls, for who leads the queue only: never how many they took (RO-73). */
export const queueAdviser = z.strictObject({
  id: z.string(),
  name: z.string(),
  presence: z.enum(presences),
  /** RO-51: nothing was heard of their desk for a while: no call rings there, whatever they chose. */
  isDeskClosed: z.boolean(),
  /** A call can ring at their desk now. */
  isFree: z.boolean(),
  /** Since when they are so; of somebody who is free, since when they wait for a call. */
  since: instant,
  next: z.enum(chosenPresences).nullable(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  /** `isListenedTo`: by the account that reads this. */
  call: z
    .strictObject({
      callId: id,
      lineId: id,
      state: z.enum(['ringing', 'live']),
      isListenedTo: z.boolean(),
    })
    .nullable(),
});
export type QueueAdviser = z.infer<typeof queueAdviser>;

/** GET /api/queue: the lines of the account's territories, and what who leads the queue sees beside. */
export const queueView = z.strictObject({
  now: instant,
  lines: z.array(queueLine),
  /** In the order in which calls are offered, and of names; `null`: the account does not lead the queue. */
  lead: z.strictObject({ calls: z.array(queuedCall), advisers: z.array(queueAdviser) }).nullable(),
});
export type QueueView = z.infer<typeof queueView>;

/** What may be done to a call, at its address: POST /api/queue/:callId/first... */
export const queueActs = ['first', 'take', 'listen', 'stop-listening'] as const;
export type QueueAct = (typeof queueActs)[number];

/** Why it was not done. */
export const queueRefusals = [
  'not-waiting',
  'already-on-a-call',
  'not-live',
  'not-listened-to',
] as const;
export type QueueRefusal = (typeof queueRefusals)[number];
/** What it answers: `null` where it was done. */
export const queueActResult = z.strictObject({ refusal: z.enum(queueRefusals).nullable() });
