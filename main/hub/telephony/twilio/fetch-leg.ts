import { err, ok } from '#src/kernel';
import { twilioClient } from './client.ts';
import { orNothing } from './conference.ts';
import type { TwilioVoice } from './config.ts';
import type { FetchLeg } from './fetch-leg.port.ts';

/** Nobody waits for the answer at a desk. */
const restTimeoutMs = 10_000;

/** Asks Twilio's records of calls. */
export function twilioLegs(voice: TwilioVoice): FetchLeg {
  const client = twilioClient(voice, restTimeoutMs);
  return async (legId) => {
    try {
      const found = await orNothing(client.calls(legId).fetch());
      if (found === null) return err('unknown-leg');
      const { status, startTime, endTime, duration } = found;
      const endedAt = isInstant(endTime) ? endTime.toISOString() : null;
      return ok({
        status,
        answeredAt: answeredAt(status, { startTime, endedAt, durationS: Number(duration ?? 0) }),
        endedAt,
      });
    } catch {
      return err('unreachable');
    }
  };
}

type Times = {
  readonly startTime: Date | null;
  readonly endedAt: string | null;
  readonly durationS: number;
};

/** The start is when it was answered once it is; of a call that is over, the duration says whether it ever was. */
function answeredAt(status: string, { startTime, endedAt, durationS }: Times): string | null {
  if (status === 'in-progress') return isInstant(startTime) ? startTime.toISOString() : null;
  if (endedAt === null || durationS === 0) return null;
  return new Date(Date.parse(endedAt) - durationS * 1000).toISOString();
}

/** The helper makes a date of what is not one, too. */
export function isInstant(date: Date | null): date is Date {
  return date !== null && !Number.isNaN(date.getTime());
}
