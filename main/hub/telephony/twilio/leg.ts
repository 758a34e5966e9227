import type { LegState } from '#src/routing';
import type { CallStatus } from './fetch-leg.port.ts';

/** How far an end has come. Instants, ISO 8601. */
export type LegProgress = {
  readonly state: LegState;
  readonly joinedAt: string | null;
  readonly endedAt: string | null;
};

/**
 * What a status says of an end, told of `at`. TW-7: what lasted `durationS` before it was completed was answered, even where nothing
 * else was heard of it.
 */
export function progressOf(status: CallStatus, at: string, durationS: number): LegProgress {
  switch (status) {
    case 'queued':
    case 'initiated':
    case 'ringing':
      return { state: 'ringing', joinedAt: null, endedAt: null };
    case 'in-progress':
      return { state: 'joined', joinedAt: at, endedAt: null };
    case 'completed':
      return {
        state: 'ended',
        joinedAt: durationS > 0 ? before(at, durationS) : null,
        endedAt: at,
      };
    case 'busy':
    case 'no-answer':
    case 'failed':
    case 'canceled':
      return { state: 'ended', joinedAt: null, endedAt: at };
  }
}

function before(at: string, seconds: number): string {
  return new Date(Date.parse(at) - seconds * 1000).toISOString();
}
