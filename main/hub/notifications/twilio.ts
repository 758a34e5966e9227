import { z } from 'zod';
import { twilioClient } from '../telephony/twilio/client.ts';
import type { TwilioAccount } from '../telephony/twilio/config.ts';
import { type Carrier, carrierTimeoutMs, type Handed } from './carrier.port.ts';
import { hashOfText } from './text-hash.ts';

export type TwilioSender = TwilioAccount & {
  /** ME-29: up to eleven letters and figures, since French operators let no mobile number send for a program. */
  readonly sender: string;
  /** Another server than Twilio's own, for tests. */
  readonly origin?: string;
};

/** Nobody is written to so often: what was sent since is among these. */
const tracedMessages = 50;
/** The clocks of two machines. */
const clockSlackMs = 60_000;

/** Text messages by Twilio. It keeps no reference of ours: what was sent is known again by whom it is to, and by its words. */
export function twilioCarrier(account: TwilioSender): Carrier {
  const { sender } = account;
  const client = twilioClient(account, carrierTimeoutMs);
  return {
    send: async ({ to, text }) => {
      try {
        const { sid } = await client.messages.create({ to, from: sender, body: text });
        return { outcome: 'taken', providerId: sid };
      } catch (error) {
        return { outcome: failureOf(error) };
      }
    },
    trace: async ({ to, since, textHash }) => {
      try {
        const sent = await client.messages.list({ to, from: sender, limit: tracedMessages });
        const from = Date.parse(since) - clockSlackMs;
        const found = sent.find(
          ({ body, dateCreated }) => dateCreated.getTime() >= from && hashOfText(body) === textHash,
        );
        return found === undefined
          ? { outcome: 'absent' }
          : { outcome: 'taken', providerId: found.sid };
      } catch {
        return { outcome: 'unknown' };
      }
    },
    fate: async (providerId) => {
      try {
        return fates[(await client.messages(providerId).fetch()).status] ?? null;
      } catch {
        return null;
      }
    },
    close: () => undefined,
  };
}

const fates: Readonly<Record<string, 'delivered' | 'undelivered'>> = {
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
};

const answered = z.object({ status: z.number() });
const unreached = z.object({ code: z.enum(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) });

function failureOf(error: unknown): Exclude<Handed['outcome'], 'taken'> {
  const answer = answered.safeParse(error);
  if (answer.success) {
    const { status } = answer.data;
    if (status === 429) return 'later';
    return status >= 500 ? 'unknown' : 'refused';
  }
  return unreached.safeParse(error).success ? 'later' : 'unknown';
}
