import { answer, type Call, callParameters, isOver } from './calls.ts';
import type { Conference, Conferences } from './conferences.ts';
import type { Recordings } from './rest-recordings.ts';
import { parseTwiml, type Verb } from './twiml.ts';
import type { Parameters, Webhooks } from './webhooks.ts';

/** What is said or played is over at once for a test; but music that begins again and again takes its time. */
const soundMs = 40;
/** How long keys are waited for. */
const keysMs = 2_000;

type Parts = {
  readonly webhooks: Webhooks;
  readonly conferences: Conferences;
  readonly recordings: Recordings;
  readonly hangUp: (call: Call) => void;
};

/** Does what TwiML says with a call, until it is over or told otherwise. */
export function openPrograms({ webhooks, conferences, recordings, hangUp }: Parts) {
  /** Begins at `url`; whatever the call did until then is over. */
  const begin = (call: Call, url: string, fallback: string | null = null) => {
    const stopped = interrupted(call);
    void runFrom(call, url, stopped, fallback).then(() => {
      if (!stopped.aborted && !isOver(call)) hangUp(call);
    });
  };

  const interrupted = (call: Call): AbortSignal => {
    call.interrupt();
    const controller = new AbortController();
    call.interrupt = () => controller.abort();
    return controller.signal;
  };

  async function runFrom(
    call: Call,
    url: string,
    stopped: AbortSignal,
    fallback: string | null,
    more: Parameters = {},
  ): Promise<void> {
    const first = await webhooks.ask(url, { ...callParameters(call), ...more });
    const twiml =
      first ?? (fallback === null ? null : await webhooks.ask(fallback, callParameters(call)));
    if (stopped.aborted || isOver(call)) return;
    if (twiml === null) {
      // What Twilio says itself, in English, before it hangs up.
      call.heard.push('An application error has occurred.');
      return;
    }
    answer(call);
    await runAll(call, parseTwiml(twiml), url, stopped);
  }

  async function runAll(
    call: Call,
    verbs: readonly Verb[],
    base: string,
    stopped: AbortSignal,
  ): Promise<void> {
    for (const verb of verbs) {
      if (stopped.aborted || isOver(call)) return;
      const next = await run(call, verb, base, stopped);
      if (next === null) continue;
      if (next.url !== null && !stopped.aborted) {
        await runFrom(call, new URL(next.url, base).href, stopped, null, next.more);
      }
      return;
    }
  }

  /** Where the document goes on; `null`: with the next verb. `url: null`: it is over. */
  async function run(
    call: Call,
    verb: Verb,
    base: string,
    stopped: AbortSignal,
  ): Promise<{ readonly url: string | null; readonly more?: Parameters } | null> {
    const { attributes, children, text } = verb;
    switch (verb.name) {
      case 'Say':
      case 'Play':
      case 'Pause':
        if (text.trim() !== '') call.heard.push(text.trim());
        await lasting(soundMs, stopped);
        return null;
      case 'Gather': {
        for (const prompt of children) await run(call, prompt, base, stopped);
        const digits = await keys(call, Number(attributes['numDigits'] ?? 1), stopped);
        if (digits === '') return null;
        return { url: attributes['action'] ?? base, more: { Digits: digits } };
      }
      case 'Record': {
        await lasting(soundMs, stopped);
        const { sid, seconds } = recordings.said(
          call,
          attributes['recordingStatusCallback'] ?? null,
        );
        return {
          url: attributes['action'] ?? base,
          more: { RecordingSid: sid, RecordingDuration: String(seconds) },
        };
      }
      case 'Dial':
        await inConference(call, verb, base, stopped);
        return attributes['action'] === undefined ? null : { url: attributes['action'] };
      case 'Redirect':
        return { url: text.trim() };
      case 'Hangup':
      case 'Reject':
        hangUp(call);
        return { url: null };
      default:
        throw new Error(`TwiML that the stand-in does not know: ${verb.name}.`);
    }
  }

  async function inConference(
    call: Call,
    dial: Verb,
    base: string,
    stopped: AbortSignal,
  ): Promise<void> {
    const [room] = dial.children;
    if (room?.name !== 'Conference') throw new Error('Only conferences are dialled here.');
    const { attributes } = room;
    const conference = conferences.named(room.text.trim());
    conference.statusUrl ??= attributes['statusCallback'] ?? null;
    const left = Promise.withResolvers<void>();
    const who = {
      call,
      label: attributes['participantLabel'] ?? '',
      isMuted: attributes['muted'] === 'true',
      startsIt: attributes['startConferenceOnEnter'] !== 'false',
      endsIt: attributes['endConferenceOnExit'] === 'true',
      isIn: false,
      isHeld: false,
      onLeft: left.resolve,
    };
    conferences.join(conference, who);
    stopped.addEventListener('abort', () =>
      conferences.leave(conference, who, 'participant_updated_via_api'),
    );
    const { waitUrl } = attributes;
    if (waitUrl) void wait(call, conference, new URL(waitUrl, base).href, stopped);
    await left.promise;
  }

  /** What is heard until the conference begins. */
  async function wait(call: Call, conference: Conference, url: string, stopped: AbortSignal) {
    const isWaiting = () => conference.status === 'init' && !isOver(call) && !stopped.aborted;
    while (isWaiting()) {
      const twiml = await webhooks.ask(url, {
        ...callParameters(call),
        ConferenceSid: conference.sid,
        FriendlyName: conference.name,
      });
      if (twiml === null || !isWaiting()) return;
      for (const verb of parseTwiml(twiml)) {
        if (!isWaiting()) return;
        if (verb.name === 'Redirect') break;
        await run(call, verb, url, stopped);
      }
      await lasting(soundMs * 10, stopped);
    }
  }

  return { begin };
}

/** The keys that are pressed in time; those pressed before count. */
async function keys(call: Call, count: number, stopped: AbortSignal): Promise<string> {
  const enough = Promise.withResolvers<void>();
  call.onDigit = () => {
    if (call.digits.length >= count) enough.resolve();
  };
  call.onDigit();
  await Promise.race([enough.promise, lasting(keysMs, stopped)]);
  call.onDigit = () => undefined;
  const pressed = call.digits.slice(0, count);
  call.digits = call.digits.slice(count);
  return pressed;
}

function lasting(ms: number, stopped: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  timer.unref();
  stopped.addEventListener('abort', () => resolve());
  return promise;
}
