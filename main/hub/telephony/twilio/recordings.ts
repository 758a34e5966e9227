import { err, ok, present } from '#src/kernel';
import { twilioClient } from './client.ts';
import { orNothing } from './conference.ts';
import type { TwilioVoice } from './config.ts';
import { isInstant } from './fetch-leg.ts';
import { kindOf } from './recording-news.ts';
import type { CarriedRecordings, FoundRecording, Sound } from './recordings.port.ts';

/** Nobody waits for the answer at a desk. */
const restTimeoutMs = 10_000;
/** Somebody does: for the first sound, not for all of it. */
const soundTimeoutMs = 8_000;
/** Far more than one call has. */
const mostOfLeg = 100;

/** TW-70 to TW-73: what Twilio keeps of voices, asked with the account's own token. */
export function twilioRecordings(voice: TwilioVoice): CarriedRecordings {
  const client = twilioClient(voice, restTimeoutMs);
  const { accountSid, authToken } = voice;
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
  return {
    ofLeg: async (legId) => {
      try {
        const listed = client.calls(legId).recordings.list({ limit: mostOfLeg });
        const all = (await orNothing(listed)) ?? [];
        return all.some(({ status }) => underWay.has(status))
          ? err('not-ready')
          : ok(all.map(foundOf));
      } catch {
        return err('unreachable');
      }
    },
    listen: async (id, range, signal) => {
      const url = `${originOf(voice)}/2010-04-01/Accounts/${accountSid}/Recordings/${id}.mp3`;
      const headers = { authorization, ...(range === null ? {} : { range }) };
      const tooLate = new AbortController();
      const timer = setTimeout(() => tooLate.abort(), soundTimeoutMs);
      try {
        const answer = await fetch(url, {
          headers,
          signal: AbortSignal.any([signal, tooLate.signal]),
        });
        const sound = soundOf(answer);
        if (sound !== null) return ok(sound);
        await answer.body?.cancel();
        return err(answer.status === 404 ? 'not-there' : 'unreachable');
      } catch {
        return err('unreachable');
      } finally {
        clearTimeout(timer);
      }
    },
    remove: async (id) => {
      try {
        await orNothing(client.recordings(id).remove());
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** TW-55: where the account is kept. */
function originOf({ place, origin }: TwilioVoice): string {
  if (origin !== undefined) return origin;
  return place === null
    ? 'https://api.twilio.com'
    : `https://api.${place.edge}.${place.region}.twilio.com`;
}

type Listed = Awaited<
  ReturnType<ReturnType<ReturnType<typeof twilioClient>['calls']>['recordings']['list']>
>[number];

const underWay = new Set<Listed['status']>(['in-progress', 'paused', 'stopped', 'processing']);

/** Nothing was said in one that is absent: it has a name, and no length. */
function foundOf({ sid, source, startTime, dateCreated, duration }: Listed): FoundRecording {
  const seconds = Number(duration ?? 0);
  return {
    id: sid,
    kind: kindOf(source),
    beganAt: present([startTime, dateCreated].find(isInstant), 'it began').toISOString(),
    seconds: Number.isInteger(seconds) && seconds > 0 ? seconds : 0,
  };
}

const passedOn = ['content-type', 'content-length', 'content-range', 'accept-ranges'];

/** `null`: it is none. */
function soundOf({ status, headers, body }: Response): Sound | null {
  if (status !== 200 && status !== 206 && status !== 416) return null;
  const said = passedOn.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(said), body };
}
