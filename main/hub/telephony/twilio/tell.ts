import type { LineEvent } from '../telephony.port.ts';
import type { CallStatus } from './fetch-leg.port.ts';
import type { LegProgress } from './leg.ts';
import type { LegOwner } from './leg-label.ts';

/**
 * How an end came to its end, as far as Twilio says.
 *
 * - `hung-up`: by whoever was there, or by their network;
 * - `taken-out`: the hub did it, or it went with the whole call;
 * - `unreachable`: it never rang there, was refused, or nobody answered: of a desk without a page, Twilio says that too, at once;
 * - `unknown`: it is over, no more is said.
 */
export type LegCause = 'hung-up' | 'taken-out' | 'unreachable' | 'unknown';

/** What a status says of it by itself: who ended a conversation is told by the conference alone. */
export function causeOf(status: CallStatus): LegCause {
  if (status === 'busy' || status === 'failed' || status === 'no-answer') return 'unreachable';
  return status === 'canceled' ? 'taken-out' : 'unknown';
}

/** What changed of one end. */
export type LegChange = {
  readonly callId: string;
  readonly owner: LegOwner;
  readonly before: LegProgress;
  readonly after: LegProgress;
  readonly cause: LegCause;
};

const hasJoined = ({ before, after }: LegChange) =>
  before.joinedAt === null && after.joinedAt !== null;

export const hasEnded = ({ before, after }: LegChange) =>
  before.state !== 'ended' && after.state === 'ended';

/**
 * TW-8: what a change means for the call. Whoever holds it (`holderId`) may have come in as a third party. An end that the hub itself took
 * out is not told, but that of who listened.
 */
export function toTell(change: LegChange, holderId: string | null): readonly LineEvent[] {
  const { callId, owner, after, cause } = change;
  const joined = hasJoined(change);
  const ended = hasEnded(change);
  switch (owner.role) {
    case 'caller':
      return ended ? [{ kind: 'caller-left', callId }] : [];
    case 'listener': {
      const { accountId: supervisorId } = owner;
      return [
        ...(joined ? [{ kind: 'listener-joined', callId, supervisorId } as const] : []),
        ...(ended ? [{ kind: 'listener-left', callId, supervisorId } as const] : []),
      ];
    }
    case 'adviser': {
      const { accountId: adviserId } = owner;
      const wasThere = after.joinedAt !== null;
      return [
        ...(joined ? [{ kind: 'adviser-joined', callId, adviserId } as const] : []),
        ...(ended && wasThere && cause !== 'taken-out'
          ? [{ kind: 'adviser-left', callId, adviserId } as const]
          : []),
        ...(ended && !wasThere && cause === 'unreachable'
          ? [{ kind: 'adviser-unreachable', callId, adviserId } as const]
          : []),
      ];
    }
    case 'party': {
      const { partyId, accountId } = owner;
      const isHolder = accountId !== null && accountId === holderId;
      return [
        ...(joined ? [{ kind: 'party-joined', callId, partyId } as const] : []),
        ...(ended && !isHolder ? [{ kind: 'party-left', callId, partyId } as const] : []),
        ...(ended && isHolder && cause !== 'taken-out'
          ? [{ kind: 'adviser-left', callId, adviserId: accountId } as const]
          : []),
      ];
    }
  }
}
