import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { twilioPaths } from '../../main/hub/telephony/twilio/addresses.ts';
import { twilioClient } from '../../main/hub/telephony/twilio/client.ts';
import type { TwilioPlace } from '../../main/hub/telephony/twilio/config.ts';
import { twilioLegs } from '../../main/hub/telephony/twilio/fetch-leg.ts';
import { clientIdentity } from '../../main/hub/telephony/twilio/leg-label.ts';
import { createTwilioLine } from '../../main/hub/telephony/twilio/line.ts';
import { openDescribed } from '../support/twilio/described.ts';
import { ringingGateway } from '../support/twilio/ringing-gateway.ts';
import { openStandIn, type TwilioStandIn } from '../support/twilio/stand-in.ts';
import { testVoice } from '../support/twilio-account.ts';

const publicUrl = 'https://aide.exemple.invalid';
const lineNumber = '+33199000010';
const callId = '01890000-0000-7000-8000-000000000001';
const adviserId = '01890000-0000-7000-8000-0000000000a1';
const colleagueId = '01890000-0000-7000-8000-0000000000a2';
const partyId = '01890000-0000-7000-8000-0000000000b1';
const otherPartyId = '01890000-0000-7000-8000-0000000000b2';
const ringing = { callId, adviserId, ringsForMs: 20_000, staysForMs: null };

/** What a hub would know of a call. */
const directory = {
  lineNumber: async () => lineNumber,
  callerLeg: async () => null,
  opened: async () => undefined,
  recorded: async () => undefined,
};

/** A caller who waits in the call's conference, as the hub's own documents have them. */
const waits = `<Response><Dial><Conference participantLabel="caller" startConferenceOnEnter="false"
  endConferenceOnExit="true">${callId}</Conference></Dial></Response>`;

describe('a line at Twilio', () => {
  const gateway = ringingGateway();
  let standIn: TwilioStandIn;
  let described: Awaited<ReturnType<typeof openDescribed>>;
  let callerLeg: string | null = null;

  beforeAll(async () => {
    standIn = await openStandIn({
      publicUrl,
      gateway,
      deliver: async ({ url }) =>
        new Response(new URL(url).pathname === twilioPaths.voice ? waits : '<Response/>'),
    });
    described = await openDescribed(standIn.voice.origin);
  }, 120_000);
  afterAll(async () => {
    await described.close();
    await standIn.close();
  });

  const open = () =>
    createTwilioLine({
      voice: { ...testVoice, origin: described.origin },
      publicUrl,
      directory: { ...directory, callerLeg: async () => callerLeg },
    });
  const room = () => {
    const open = standIn.conferences.all.filter(({ status }) => status !== 'completed');
    return [...(open[0]?.participants.values() ?? [])].map(({ call, isIn, isHeld, isMuted }) => ({
      ...{ to: call.to, isIn, isHeld, isMuted },
    }));
  };
  const inRoom = () => room().map(({ to }) => to);
  const clientOf = (accountId: string) => `client:${clientIdentity(accountId)}`;

  it('TW-53 does with a call what the port commands, in one conference, by requests that Twilio describes', async () => {
    const line = open();
    const caller = standIn.dial({ from: '+33639980001', to: lineNumber });
    callerLeg = caller.callSid;
    await expect.poll(inRoom).toEqual([lineNumber]);

    await line.ring(ringing);
    await line.ring(ringing);
    expect(gateway.rings.map(({ identity, parameters }) => ({ identity, parameters }))).toEqual([
      { identity: clientIdentity(adviserId), parameters: { callId } },
    ]);
    expect(room()).toMatchObject([{ isIn: true }, { isIn: false }]);
    gateway.answer(clientIdentity(adviserId));
    await line.answer(callId);
    expect(room()).toMatchObject([
      { isIn: true, isHeld: false },
      { isIn: true, isHeld: false },
    ]);

    await line.hold(callId, true);
    expect(room()).toMatchObject([{ isHeld: true }, { isHeld: false }]);
    await line.hold(callId, false);
    expect(room()).toMatchObject([{ isHeld: false }, { isHeld: false }]);

    const rung = standIn.called('+33199000077');
    await line.addParty(callId, partyId, { number: '+33199000077' });
    (await rung).answer();
    await line.addParty(callId, otherPartyId, { adviserId: colleagueId });
    gateway.answer(clientIdentity(colleagueId));
    await line.listen(callId, '01890000-0000-7000-8000-0000000000c1');
    expect(room()).toMatchObject([{}, {}, {}, {}, { isMuted: true }]);
    expect(inRoom()).toContain('+33199000077');
    await line.removeParty(callId, partyId);
    expect(inRoom()).not.toContain('+33199000077');

    for (const act of ['start', 'pause', 'resume', 'stop'] as const) await line.record(callId, act);

    await line.letGo(callId, adviserId);
    expect(inRoom()).not.toContain(clientOf(adviserId));
    expect(inRoom()).toContain(clientOf(colleagueId));
    // Brought in as a third party, they hold the call now.
    await line.letGo(callId, colleagueId);
    expect(inRoom()).not.toContain(clientOf(colleagueId));

    await line.ring(ringing);
    expect(room()[0]).toMatchObject({ to: lineNumber, isHeld: true });
    await line.stopRinging(callId, adviserId);
    expect(inRoom()).not.toContain(clientOf(adviserId));

    await line.proposeElse(callId, 'call-back');
    await standIn.settled();
    expect(standIn.told.map(({ url }) => url)).toContain(
      `${publicUrl}/twilio/propose?call=${callId}&way=call-back`,
    );
    expect(caller.status()).toBe('completed');
    expect(described.checked.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
    expect(described.checked.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(new Set(described.checked.map(({ operation }) => operation))).toEqual(
      new Set([
        'GET /Conferences.json',
        'GET /Conferences/{ConferenceSid}/Participants.json',
        'POST /Conferences/{ConferenceSid}/Participants.json',
        'POST /Conferences/{ConferenceSid}/Participants/{CallSid}.json',
        'POST /Calls/{Sid}.json',
        'POST /Calls/{CallSid}/Recordings.json',
        'POST /Calls/{CallSid}/Recordings/{Sid}.json',
      ]),
    );
  });

  it('TW-54 calls out for an adviser, who is rung first, and hangs up whoever is there', async () => {
    const line = open();
    const called = '01890000-0000-7000-8000-000000000002';
    callerLeg = null;
    const rung = standIn.called('+33639980002');
    const out = { callId: called, adviserId, number: '+33639980002', from: lineNumber };
    await line.callOut(out);
    gateway.answer(clientIdentity(adviserId));
    const phone = (await rung).answer();
    await line.callOut(out);
    expect(inRoom()).toEqual([clientOf(adviserId), '+33639980002']);
    await line.hangUp(called);
    expect(inRoom()).toEqual([]);
    expect(phone.status()).toBe('completed');
    expect(described.checked.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
  });

  it('TE-3 does nothing for a call that is not there', async () => {
    const line = open();
    callerLeg = null;
    const nobody = '01890000-0000-7000-8000-000000000003';
    await line.answer(nobody);
    await line.stopRinging(nobody, adviserId);
    await line.hold(nobody, true);
    await line.listen(nobody, adviserId);
    await line.record(nobody, 'start');
    await line.proposeElse(nobody, 'call-back');
    await line.hangUp(nobody);
    callerLeg = `CA${'9'.repeat(32)}`;
    await line.hangUp(nobody);
    expect(inRoom()).toEqual([]);
  });

  it('fails where Twilio does not answer, so that the hub knows', async () => {
    const voice = { ...testVoice, origin: 'http://127.0.0.1:9' };
    const line = createTwilioLine({ voice, publicUrl, directory });
    await expect(line.ring(ringing)).rejects.toThrow();
  });

  it('TW-55 asks where the account is kept, whatever the machine says elsewhere', () => {
    const hostOf = (place: TwilioPlace | null) => {
      const { edge = '', region = '', getHostname } = twilioClient({ ...testVoice, place }, 1_000);
      return getHostname('api.twilio.com', edge, region);
    };
    process.env['TWILIO_REGION'] = 'au1';
    expect(hostOf(null)).toBe('api.twilio.com');
    expect(hostOf({ region: 'ie1', edge: 'dublin' })).toBe('api.dublin.ie1.twilio.com');
    delete process.env['TWILIO_REGION'];
  });

  it('TW-17 says how far an end has come', async () => {
    const fetchLeg = twilioLegs({ ...testVoice, origin: described.origin });
    const phone = standIn.dial({ from: '+33639980003', to: lineNumber });
    await expect.poll(phone.status).toBe('in-progress');
    const there = await fetchLeg(phone.callSid);
    expect(there).toMatchObject({ ok: true, value: { status: 'in-progress', endedAt: null } });
    expect(present(there.ok ? there.value.answeredAt : null, 'it was answered')).toMatch(/Z$/);
    phone.hangUp();
    expect(await fetchLeg(phone.callSid)).toMatchObject({
      ok: true,
      value: { status: 'completed', endedAt: expect.stringMatching(/Z$/) },
    });
    expect(await fetchLeg(`CA${'9'.repeat(32)}`)).toEqual({ ok: false, error: 'unknown-leg' });
    const nowhere = twilioLegs({ ...testVoice, origin: 'http://127.0.0.1:9' });
    expect(await nowhere(phone.callSid)).toEqual({ ok: false, error: 'unreachable' });
  });
});
