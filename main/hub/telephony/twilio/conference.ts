import { z } from 'zod';
import type { TwilioClient } from './client.ts';
import type { LegOwner } from './leg-label.ts';
import { readLegLabel } from './leg-label.ts';

/** An end in a call's conference, ringing or in it. */
export type End = { readonly callSid: string; readonly owner: LegOwner; readonly isHeld: boolean };

export type Conference = {
  readonly sid: string;
  /** Voices are heard: the caller does not wait for the first one to come. */
  readonly isRunning: boolean;
  readonly ends: readonly End[];
};

/** A name is given again where a call is passed on after its conference ended. */
const namesakes = 20;

/** What a call's conference is now; `null`: nobody is in it. Twilio says it, so that every hub knows the same. */
export async function readConference(
  client: TwilioClient,
  callId: string,
): Promise<Conference | null> {
  const named = await client.conferences.list({ friendlyName: callId, limit: namesakes });
  const open = named.find(({ status }) => status !== 'completed');
  if (open === undefined) return null;
  const participants = await orNothing(client.conferences(open.sid).participants.list());
  const ends = (participants ?? []).flatMap(({ label, callSid, hold, status }) => {
    const owner = readLegLabel(label ?? '');
    const isOver = status === 'complete' || status === 'failed';
    return owner === null || isOver ? [] : [{ callSid, owner, isHeld: hold }];
  });
  return { sid: open.sid, isRunning: open.status === 'in-progress', ends };
}

const refused = z.object({ status: z.number(), code: z.number().optional() });
/** « Call is not in-progress »: it ended just before. */
const callOver = 21_220;

/** TE-3: what is asked of an end that is gone does nothing. Any other failure is one. */
export async function orNothing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    const answer = refused.safeParse(error);
    if (answer.success && (answer.data.status === 404 || answer.data.code === callOver))
      return null;
    throw error;
  }
}
