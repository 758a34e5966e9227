import { testVoice } from '../twilio-account.ts';
import { type Call, newSid } from './calls.ts';
import type { Webhooks } from './webhooks.ts';

type Made = {
  readonly sid: string;
  readonly callSid: string;
  readonly source: 'RecordVerb' | 'StartCallRecordingAPI';
  readonly startedAt: Date;
  /** Who is told what becomes of it. */
  readonly statusUrl: string | null;
  status: 'in-progress' | 'paused' | 'stopped' | 'completed';
  seconds: number;
};

/** What a recording sounds like here: its bytes say their own place, so that a stretch of it is known. */
export const soundBytes = new Uint8Array(Array.from({ length: 4096 }, (_, at) => at % 251));

/** What the account keeps of voices. */
export function openRecordings(webhooks: Webhooks) {
  const kept = new Map<string, Made>();

  const make = (
    call: Call,
    made: Pick<Made, 'source' | 'statusUrl' | 'status' | 'seconds'>,
  ): Made => {
    const one = { ...made, sid: newSid('RE'), callSid: call.sid, startedAt: new Date() };
    kept.set(one.sid, one);
    return one;
  };
  const tell = (call: Call, { sid, source, statusUrl, startedAt, seconds }: Made) => {
    if (statusUrl === null) return;
    webhooks.tell(statusUrl, {
      AccountSid: testVoice.accountSid,
      CallSid: call.sid,
      RecordingSid: sid,
      RecordingStatus: 'completed',
      RecordingDuration: String(seconds),
      RecordingSource: source,
      RecordingStartTime: startedAt.toUTCString(),
    });
  };
  const finish = (call: Call, made: Made) => {
    if (made.status === 'completed') return;
    made.status = 'completed';
    made.seconds = 42;
    tell(call, made);
  };
  const current = (call: Call) =>
    [...kept.values()].find(
      ({ callSid, status }) => callSid === call.sid && status !== 'completed',
    );

  return {
    kept,
    /** What somebody said after the signal: whole, and told of. */
    said: (call: Call, statusUrl: string | null): Made => {
      const made = make(call, { source: 'RecordVerb', statusUrl, status: 'completed', seconds: 7 });
      tell(call, made);
      return made;
    },
    /** The call is over, and its recording with it. */
    over: (call: Call) => {
      const made = current(call);
      if (made !== undefined) finish(call, made);
    },
    /** What is asked of the recordings of a call. */
    ofCall: (
      call: Call,
      sid: string | undefined,
      { method, body }: { readonly method: string; readonly body: URLSearchParams },
    ): Response => {
      if (sid === undefined && method === 'GET') {
        const recordings = [...kept.values()].filter(({ callSid }) => callSid === call.sid);
        return Response.json({ uri: '/', next_page_uri: null, recordings: recordings.map(json) });
      }
      if (sid === undefined) {
        const statusUrl = body.get('RecordingStatusCallback');
        const source = 'StartCallRecordingAPI';
        const made = make(call, { source, statusUrl, status: 'in-progress', seconds: 0 });
        return Response.json(json(made), { status: 201 });
      }
      const made = current(call);
      const status = body.get('Status');
      if (made === undefined || status === null) return refuse(404, 20_404);
      if (status === 'stopped') finish(call, made);
      else made.status = status === 'paused' ? 'paused' : 'in-progress';
      return Response.json(json(made));
    },
    /** What is asked of one by its name alone: to delete it, or for its sound. */
    ofOne: (name: string, method: string, range: string | null): Response => {
      const sid = name.replace(/\.mp3$/, '');
      if (!kept.has(sid)) return refuse(404, 20_404);
      if (method === 'DELETE') {
        kept.delete(sid);
        return new Response(null, { status: 204 });
      }
      return name.endsWith('.mp3') ? sound(range) : refuse(404, 20_404);
    },
  };
}
export type Recordings = ReturnType<typeof openRecordings>;

function sound(range: string | null): Response {
  const headers = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return new Response(soundBytes, { headers });
  const size = soundBytes.length;
  if (Number(from) >= size) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const last = to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return new Response(soundBytes.slice(Number(from), last + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${last}/${size}` },
  });
}

const json = ({ sid, callSid, source, startedAt, status, seconds }: Made) => ({
  ...{ sid, source, status },
  account_sid: testVoice.accountSid,
  call_sid: callSid,
  start_time: startedAt.toUTCString(),
  date_created: startedAt.toUTCString(),
  // Twilio says it in words, and none while it is made.
  duration: status === 'completed' ? String(seconds) : '-1',
});

function refuse(status: number, code: number): Response {
  return Response.json({ status, code, message: 'refused' }, { status });
}
