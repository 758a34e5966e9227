import type { DistanceModel } from '#src/distance';
import type { Persona } from '#src/training';
import type { Queue } from '../queue/queue.ts';
import { bookingForesights, bookingHandlers } from './bookings.ts';
import { callBackHandlers } from './call-back.ts';
import { callPartyHandlers } from './call-parties.ts';
import { callHandlers } from './calls.ts';
import { closeHandlers } from './close-call.ts';
import { timeHandlers } from './diaries.ts';
import { elsewhereHandlers } from './elsewhere.ts';
import type { Foresights, Handlers } from './handler.ts';
import { overrideHandlers } from './level-overrides.ts';
import { measureHandlers } from './measurements.ts';
import { messageHandlers } from './messages.ts';
import { peopleHandlers } from './people.ts';
import { presenceHandlers } from './presence.ts';
import { recordHandlers } from './record.ts';
import { referralLifeHandlers } from './referral-life.ts';
import { referralHandlers } from './referrals.ts';
import { createScriptShelf } from './scripts.ts';
import { trainingHandlers } from './training.ts';
import { waitListHandlers } from './wait-list.ts';
import { walkInHandlers } from './walk-ins.ts';

/** What is refused before a transaction begins, where it is plain. */
export const foresights: Foresights = bookingForesights;

/** Everything that can be done at a desk, as the hub does it. */
export function createHandlers(parts: {
  readonly queue: Queue;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly models: readonly DistanceModel[];
  /** Whether drafts are made on RDV Service Public. */
  readonly isRdvOn?: boolean;
}): Handlers {
  const { queue, personas, models } = parts;
  const { telephones } = queue;
  const scripts = createScriptShelf(models);
  return {
    ...callHandlers(queue),
    ...callBackHandlers(queue, personas),
    ...callPartyHandlers(queue),
    ...closeHandlers(queue, scripts),
    ...recordHandlers(scripts),
    ...overrideHandlers(scripts),
    ...peopleHandlers,
    ...bookingHandlers,
    ...referralHandlers(scripts),
    ...elsewhereHandlers(scripts, parts.isRdvOn === true),
    ...referralLifeHandlers,
    ...measureHandlers(models),
    ...messageHandlers,
    ...timeHandlers,
    ...presenceHandlers(queue),
    ...waitListHandlers,
    ...walkInHandlers,
    ...trainingHandlers(telephones, personas),
  };
}
