import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { createTwilioLine } from '../../main/hub/telephony/twilio/line.ts';
import { twilioRecordings } from '../../main/hub/telephony/twilio/recordings.ts';
import { openDescribed } from '../support/twilio/described.ts';
import { soundBytes } from '../support/twilio/rest-recordings.ts';
import { openStandIn, type TwilioStandIn } from '../support/twilio/stand-in.ts';
import { testVoice } from '../support/twilio-account.ts';

const publicUrl = 'https://aide.exemple.invalid';
const callId = '01890000-0000-7000-8000-000000000001';
const nobody = { voice: { ...testVoice, origin: 'http://127.0.0.1:9' } };

describe('what Twilio keeps of voices', () => {
  let standIn: TwilioStandIn;
  let described: Awaited<ReturnType<typeof openDescribed>>;
  beforeAll(async () => {
    const waits = '<Response><Dial><Conference>room</Conference></Dial></Response>';
    standIn = await openStandIn({ publicUrl, deliver: async () => new Response(waits) });
    described = await openDescribed(standIn.voice.origin);
  }, 120_000);
  afterAll(async () => {
    await described.close();
    await standIn.close();
  });
  const asked = () => twilioRecordings({ ...testVoice, origin: described.origin });

  it('TW-70 TW-73 is begun, listed and deleted by requests that Twilio describes', async () => {
    const phone = standIn.dial({ from: '+33639980001', to: '+33199000010' });
    await expect.poll(phone.status).toBe('in-progress');
    const begun: string[] = [];
    const line = createTwilioLine({
      voice: { ...testVoice, origin: described.origin },
      publicUrl,
      directory: {
        lineNumber: async () => '+33199000010',
        callerLeg: async () => phone.callSid,
        opened: async () => undefined,
        recorded: async (id) => void begun.push(id),
      },
    });
    await line.record(callId, 'start');
    const id = present(begun[0], 'it began');
    expect(await asked().ofLeg(phone.callSid)).toEqual({ ok: false, error: 'not-ready' });
    phone.hangUp();
    const listed = await asked().ofLeg(phone.callSid);
    expect(listed).toMatchObject({ ok: true, value: [{ id, kind: 'conversation', seconds: 42 }] });
    expect(await asked().remove(id)).toBe(true);
    expect(await asked().remove(id)).toBe(true);
    expect(await asked().ofLeg(phone.callSid)).toEqual({ ok: true, value: [] });
    // Of an end that Twilio never had, there is nothing to find.
    expect(await asked().ofLeg(`CA${'9'.repeat(32)}`)).toEqual({ ok: true, value: [] });
    expect(described.checked.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
    expect(described.checked.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(new Set(described.checked.map(({ operation }) => operation))).toEqual(
      new Set([
        'POST /Calls/{CallSid}/Recordings.json',
        'GET /Calls/{CallSid}/Recordings.json',
        'DELETE /Recordings/{Sid}.json',
      ]),
    );
  });

  it('TW-71 is heard where its description says that it is, with the account’s own token', async () => {
    const id = `RE${'3'.repeat(32)}`;
    const made = { sid: id, callSid: 'CA', source: 'RecordVerb', statusUrl: null } as const;
    const startedAt = new Date();
    standIn.recordings.set(id, { ...made, startedAt, status: 'completed', seconds: 7 });
    const { signal } = new AbortController();
    const carried = twilioRecordings(standIn.voice);
    const sound = await carried.listen(id, 'bytes=10-19', signal);
    if (!sound.ok) throw new Error(sound.error);
    expect(sound.value).toMatchObject({
      status: 206,
      headers: { 'content-range': `bytes 10-19/${soundBytes.length}` },
    });
    const heard = await new Response(sound.value.body).arrayBuffer();
    expect(new Uint8Array(heard)).toEqual(soundBytes.slice(10, 20));
    const stranger = twilioRecordings({ ...standIn.voice, authToken: 'another' });
    expect(await stranger.listen(id, null, signal)).toMatchObject({ error: 'unreachable' });
    expect(await stranger.remove(id)).toBe(false);
    standIn.recordings.delete(id);
    expect(await carried.listen(id, null, signal)).toMatchObject({ error: 'not-there' });
  });

  it('TW-72 is told where nobody answers', async () => {
    const carried = twilioRecordings(nobody.voice);
    const { signal } = new AbortController();
    expect(await carried.ofLeg('CA1')).toEqual({ ok: false, error: 'unreachable' });
    expect(await carried.listen('RE1', null, signal)).toEqual({ ok: false, error: 'unreachable' });
    expect(await carried.remove('RE1')).toBe(false);
  });
});
