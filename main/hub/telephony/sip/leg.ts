import { z } from 'zod';
import type { Attempt } from './attempt.ts';
import { dialogShape } from './dialog.ts';
import type { JoinedLeg } from './pairing.ts';

/** Whose end it is. */
const ownerShape = z.discriminatedUnion('role', [
  z.object({ role: z.literal('caller') }),
  z.object({ role: z.literal('adviser'), accountId: z.string() }),
  z.object({ role: z.literal('party'), partyId: z.string(), accountId: z.string().nullable() }),
]);
export type LegOwner = z.infer<typeof ownerShape>;

/** What is kept of an end that has joined. */
export const savedLegShape = z.object({
  /** Its Call-ID on the network, and its conversation's name at rtpengine. */
  id: z.string(),
  voiceId: z.string(),
  callId: z.string(),
  owner: ownerShape,
  dialog: dialogShape,
  joinedAt: z.string(),
  /** How the end sends and receives, in its own words. */
  sdp: z.string(),
  inside: z.object({ host: z.string(), port: z.number() }),
  /** Whether who waits is on hold; of the caller's end. */
  isHeld: z.boolean(),
  /** Whether the caller may be called back at the number from which they phone. */
  mayCallBack: z.boolean(),
});
export type SavedLeg = z.infer<typeof savedLegShape>;

/** An end that is being called. */
export type DialledLeg = {
  readonly voiceId: string;
  readonly callId: string;
  readonly owner: LegOwner;
  /** `null` while its voice is made ready. */
  readonly attempt: Attempt | null;
};

/** The account at whose desk an end is; `null`: a telephone. */
export function accountOf(owner: LegOwner): string | null {
  return owner.role === 'caller' ? null : owner.accountId;
}

export function asJoined({ id, owner }: SavedLeg): JoinedLeg {
  return { id, isCaller: owner.role === 'caller' };
}
