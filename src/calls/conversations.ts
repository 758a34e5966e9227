import { Temporal } from 'temporal-polyfill';

/** CA-14: the conversations of one record, as far as they are kept. Instants, ISO 8601. */
export type Conversations = {
  /** When the first began. */
  readonly answeredAt: string | null;
  /** When the present or last one began, where it is not the first. */
  readonly resumedAt: string | null;
  /** When the last one ended; `null` while somebody speaks. */
  readonly endedAt: string | null;
  readonly endedBy: 'caller' | 'adviser' | null;
  /** How long those before it lasted together, in seconds. */
  readonly spokenBeforeS: number;
  /** How often nobody answered when they were called again. */
  readonly attempts: number;
};

/** When the present conversation began, or the last one. */
export function conversationStart(
  call: Pick<Conversations, 'answeredAt' | 'resumedAt'>,
): string | null {
  return call.resumedAt ?? call.answeredAt;
}

/** CA-13: another conversation begins; how long the last one was is kept. */
export function resumed(
  call: Conversations,
  at: string,
): Omit<Conversations, 'answeredAt' | 'attempts'> {
  return {
    resumedAt: at,
    endedAt: null,
    endedBy: null,
    spokenBeforeS: spokenSeconds(call),
  };
}

/** CA-15: whether the present or last conversation is with a person who was called, rather than who phoned. */
export function wasCalled(call: {
  readonly resumedAt: string | null;
  readonly askedBackAt: string | null;
}): boolean {
  return call.resumedAt !== null || call.askedBackAt !== null;
}

/** CA-15: nobody answered. What `hadBegun`, as it seemed, was no conversation and lasted no time. */
export function unanswered(
  call: Conversations,
  hadBegun: boolean,
): Pick<Conversations, 'attempts' | 'endedAt' | 'endedBy'> {
  const attempts = call.attempts + 1;
  const { endedAt, endedBy } = call;
  return hadBegun
    ? { attempts, endedAt: conversationStart(call), endedBy: null }
    : { attempts, endedAt, endedBy };
}

/** CA-14: how long the conversations lasted together, in seconds; 0 where none was timed. */
export function spokenSeconds(call: Omit<Conversations, 'endedBy' | 'attempts'>): number {
  return call.spokenBeforeS + lastLength(call);
}

/** In whole seconds; the clock of a desk may have been set back meanwhile. */
function lastLength(call: Pick<Conversations, 'answeredAt' | 'resumedAt' | 'endedAt'>): number {
  const start = conversationStart(call);
  if (start === null || call.endedAt === null) return 0;
  const length = Temporal.Instant.from(start).until(call.endedAt).total('seconds');
  return Math.max(0, Math.round(length));
}
