import { and, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#src/kernel';
import {
  call,
  callIdentity,
  carrierEvent,
  leg,
  presence,
  recording,
} from '../../main/hub/storage/schema.ts';
import { legLabel } from '../../main/hub/telephony/twilio/leg-label.ts';
import { testWebhooks } from '../../main/hub/telephony/twilio/self-test.ts';
import { onBothDatabases } from '../support/databases.ts';
import { openTestHub, origin, testHub } from '../support/hub.ts';
import { caller, type HubAtTwilio, openHubAtTwilio } from '../support/twilio/hub-at-twilio.ts';
import { signed } from '../support/twilio/signed.ts';
import { parseTwiml } from '../support/twilio/twiml.ts';

/** What comes of a call passes the queue and the network; how soon is measured elsewhere. */
const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000 });

onBothDatabases('Twilio’s webhooks', (database) => {
  const withoutAccount = testHub(database);
  const opened: HubAtTwilio[] = [];
  const at = () => present(opened[0], 'it is opened before the tests');
  beforeAll(async () => {
    opened.push(await openHubAtTwilio(database()));
  });
  afterAll(() => at().close());

  const newSid = () => `CA${v7().replaceAll('-', '')}`;
  const announce = (to: string, from = caller, legId = newSid()) => ({
    legId,
    words: { CallSid: legId, From: from, To: to, CallStatus: 'ringing', Direction: 'inbound' },
  });
  const eventsOf = (legId: string) =>
    database().db.$count(carrierEvent, eq(carrierEvent.legId, legId));
  const stateOf = async (legId: string) => (await at().callOf(legId))?.state;
  const document = async (answer: Response) => parseTwiml(await answer.text());

  describe('TW-2 the door', () => {
    it('lets nobody in without the signature over the public address', async () => {
      const { words, legId } = announce(await at().addLine());
      const right = signed(`${origin}/twilio/voice`, words).headers.get('x-twilio-signature') ?? '';
      for (const signature of [null, '', 'wrong', `${right.slice(0, -2)}a=`]) {
        expect((await at().tell('/twilio/voice', words, { signature })).status).toBe(403);
      }
      const changed = { ...words, From: '+33639980199' };
      expect((await at().tell('/twilio/voice', changed, { signature: right })).status).toBe(403);
      const elsewhere = await at().tell('/twilio/voice?more=1', words, { signature: right });
      expect(elsewhere.status).toBe(403);
      expect(await at().callOf(legId)).toBeNull();
    });

    it('reads no more of whoever it is than Twilio ever says', async () => {
      const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, '']));
      const answer = await at().tell('/twilio/voice', many, { signature: null });
      expect(answer.status).toBe(413);
    });

    it.each([
      'voice',
      'gather',
      'propose',
      'wait',
      'status',
      'conference',
      'voicemail',
      'recording',
      'fallback',
    ])('refuses /twilio/%s unsigned, and has none without an account', async (path) => {
      const unsigned = await at().tell(`/twilio/${path}`, {}, { signature: null });
      expect(unsigned.status).toBe(403);
      const nowhere = await withoutAccount().fetch(signed(`${origin}/twilio/${path}`, {}));
      expect(nowhere.status).toBe(404);
    });

    it('TW-3 is tried from outside, and says how it is', async () => {
      const publicUrl = 'https://aide.exemple.invalid';
      const { voice } = at().standIn;
      const hub = await openTestHub(database(), { config: { publicUrl, twilioVoice: voice } });
      const send = (address: string, init: RequestInit) => hub.fetch(new Request(address, init));
      const { authToken } = voice;
      expect(await testWebhooks({ publicUrl, authToken, send })).toBe('heard');
      const proxied = (address: string, init: RequestInit) =>
        send(address.replace('aide.', 'interne.'), init);
      expect(await testWebhooks({ publicUrl, authToken, send: proxied })).toBe('refused');
      expect(await testWebhooks({ publicUrl, authToken: 'another', send })).toBe('refused');
      const nobody = () => Promise.reject(new TypeError('fetch failed'));
      expect(await testWebhooks({ publicUrl, authToken, send: nobody })).toBe('unreachable');
      expect(await testWebhooks({ publicUrl: origin, authToken, send })).toBe('not-public');
      await hub.close();
    });

    it('gives its music to anybody', async () => {
      const answer = await withoutAccount().fetch(new Request(`${origin}/twilio/music.wav`));
      expect(answer.headers.get('content-type')).toBe('audio/wav');
    });
  });

  describe('TW-10 a call that comes', () => {
    it('is one call, greeted and queued, announced once or again', async () => {
      const { words, legId } = announce(await at().addLine({ skills: ['nobody’s'] }));
      const first = await document(await at().tell('/twilio/voice', words));
      const again = await document(await at().tell('/twilio/voice', words));
      expect(again).toEqual(first);
      expect(first.map(({ name }) => name)).toEqual(['Gather', 'Dial', 'Pause', 'Redirect']);
      const { id, state } = present(await at().callOf(legId), 'it was announced');
      expect(state).toBe('waiting');
      expect(first[1]?.children[0]?.text).toBe(id);
    });

    it('is over where its caller hung up while it was received', async () => {
      const { words, legId } = announce(await at().addLine({ skills: ['nobody’s'] }));
      await at().tell('/twilio/status', { CallSid: legId, CallStatus: 'completed' });
      expect(await at().callOf(legId)).toBeNull();
      await at().tell('/twilio/voice', words);
      expect(await stateOf(legId)).toBe('missed');
    });

    it('is told that nobody answers, where the line is closed or the number no line’s', async () => {
      const closed = announce(await at().addLine({ hours: 'off', unanswered: 'voicemail' }));
      const names = (await document(await at().tell('/twilio/voice', closed.words))).map(
        ({ name }) => name,
      );
      expect(names).toContain('Record');
      const wrong = announce('+33199009999');
      const [words] = await document(await at().tell('/twilio/voice', wrong.words));
      expect(words?.text).toContain('plus en service');
      expect(await at().callOf(wrong.legId)).toBeNull();
    });

    it('knows nobody’s number where it is withheld', async () => {
      const number = await at().addLine({ skills: ['nobody’s'] });
      for (const from of ['anonymous', '+266696687', '']) {
        const { words, legId } = announce(number, from);
        await at().tell('/twilio/voice', words);
        const { id } = present(await at().callOf(legId), 'it was announced');
        const [identity] = await database()
          .db.select()
          .from(callIdentity)
          .where(eq(callIdentity.callId, id));
        expect(identity?.number ?? null).toBeNull();
      }
    });

    it('TW-13 is told how many are before, in the order of the queue', async () => {
      const number = await at().addLine({ skills: ['nobody’s'] });
      const heard: string[] = [];
      for (const _caller of [1, 2, 3]) {
        const { words, legId } = announce(number);
        await at().tell('/twilio/voice', words);
        const { id } = present(await at().callOf(legId), 'it was announced');
        const [said] = await document(await at().tell(`/twilio/wait?call=${id}`, words));
        heard.push(said?.text ?? '');
      }
      expect(heard).toEqual([
        'Vous êtes la prochaine personne à qui nous répondrons.',
        'Une personne est avant vous. Merci de patienter.',
        '2 personnes sont avant vous. Merci de patienter.',
      ]);
    });
  });

  describe('TW-14 who would rather not wait', () => {
    const waits = async (from: string) => {
      const { words, legId } = announce(await at().addLine({ skills: ['nobody’s'] }), from);
      await at().tell('/twilio/voice', words);
      const { id } = present(await at().callOf(legId), 'it was announced');
      const press = async (step: string, Digits: string) => {
        const path = `/twilio/gather?call=${id}&step=${step}`;
        return document(await at().tell(path, { ...words, Digits }));
      };
      const readCall = async () => {
        const [row] = await database().db.select().from(call).where(eq(call.id, id));
        return present(row, 'it was announced');
      };
      return { id, legId, words, press, readCall };
    };

    it('keeps their place by one key, and is still to be called once they hung up', async () => {
      const { legId, press, readCall } = await waits(caller);
      expect((await press('choice', '1'))[0]?.text).toContain('Vous gardez votre place');
      expect((await readCall()).askedBackAt).not.toBeNull();
      const gone = { CallSid: legId, CallStatus: 'completed', SequenceNumber: '1' };
      expect((await at().tell('/twilio/status', gone)).status).toBe(204);
      expect((await readCall()).state).toBe('waiting');
    });

    it('waits on with any other key', async () => {
      const { press, readCall } = await waits(caller);
      expect((await press('choice', '7'))[0]?.name).toBe('Dial');
      expect((await readCall()).askedBackAt).toBeNull();
    });

    it('keys a number where theirs is withheld', async () => {
      const { id, press, readCall } = await waits('anonymous');
      expect((await press('choice', '1'))[0]?.name).toBe('Gather');
      expect((await press('number', '0199'))[0]?.name).toBe('Gather');
      // A premium number would be called at the operator's expense.
      expect((await press('number', '0899123456'))[0]?.name).toBe('Gather');
      expect((await press('last-number', '0199000155'))[0]?.text).toContain('nous vous rappelons');
      expect((await readCall()).askedBackAt).not.toBeNull();
      const [identity] = await database()
        .db.select()
        .from(callIdentity)
        .where(eq(callIdentity.callId, id));
      expect(identity?.callBackNumber).toBe('+33199000155');
    });

    it('TW-16 leaves words, told twice and kept once', async () => {
      const { id, words, press } = await waits(caller);
      expect((await press('message', '1')).map(({ name }) => name)).toContain('Record');
      const recorded = { RecordingSid: `RE${'1'.repeat(32)}`, RecordingDuration: '7' };
      const last = await at().tell(`/twilio/voicemail?call=${id}`, { ...words, ...recorded });
      expect((await document(last)).at(-1)?.name).toBe('Hangup');
      await at().tell(`/twilio/recording?call=${id}`, {
        ...recorded,
        RecordingSource: 'RecordVerb',
      });
      const kept = await database().db.select().from(recording).where(eq(recording.callId, id));
      expect(kept).toMatchObject([{ id: recorded.RecordingSid, kind: 'voicemail', seconds: 7 }]);
    });

    it('is proposed something after a long wait, unless the call is over', async () => {
      const { id, legId, words } = await waits(caller);
      const propose = () => at().tell(`/twilio/propose?call=${id}&way=call-back`, words);
      expect((await document(await propose()))[0]?.name).toBe('Gather');
      await at().tell('/twilio/status', { CallSid: legId, CallStatus: 'completed' });
      expect((await document(await propose())).map(({ name }) => name)).toEqual(['Say', 'Hangup']);
    });
  });

  describe('what happens to an end', () => {
    it('TW-5 is written down once, by Twilio’s mark or by what it says', async () => {
      const { words, legId } = announce(await at().addLine({ skills: ['nobody’s'] }));
      await at().tell('/twilio/voice', words);
      const ringing = { CallSid: legId, CallStatus: 'in-progress', SequenceNumber: '0' };
      for (const _time of [1, 2, 3]) await at().tell('/twilio/status', ringing);
      expect(await eventsOf(legId)).toBe(1);
      const mark = { idempotencyToken: v7() };
      for (const SequenceNumber of ['7', '8']) {
        await at().tell('/twilio/status', { ...ringing, SequenceNumber }, mark);
      }
      expect(await eventsOf(legId)).toBe(2);
    });

    it('is of no use where the call is nobody’s, and refuses nothing', async () => {
      const legId = newSid();
      const over = { CallSid: legId, CallStatus: 'completed', SequenceNumber: '0' };
      for (const query of ['', `?call=${v7()}&leg=caller`, '?call=x&leg=y']) {
        expect((await at().tell(`/twilio/status${query}`, over)).status).toBe(204);
      }
      expect(await at().callOf(legId)).toBeNull();
    });
  });

  describe('a whole call', () => {
    const legsOf = async (callerLeg: string) => {
      const { id } = present(await at().callOf(callerLeg), 'it was announced');
      const legs = await database().db.select().from(leg).where(eq(leg.callId, id));
      return Object.fromEntries(legs.map(({ role, state }) => [role, state]));
    };

    /** A call that an adviser took, all of which is told; and the way to tell what happens in its conference from then on. */
    const spokenOn = async () => {
      const adviser = await at().addAdviser();
      const phone = at().standIn.dial({ from: caller, to: await at().addLine() });
      await eventually(() => at().gateway.ringsFor(adviser.identity)).toBe(true);
      at().gateway.answer(adviser.identity);
      await eventually(() => stateOf(phone.callSid)).toBe('live');
      await at().standIn.settled();
      const { id } = present(await at().callOf(phone.callSid), 'it was announced');
      const inConference = (legId: string, words: Readonly<Record<string, string>>) =>
        at().tell(`/twilio/conference?call=${id}`, {
          ...{ CallSid: legId, ConferenceSid: `CF${'1'.repeat(32)}` },
          Timestamp: 'Fri, 22 Jan 2100 09:00:00 +0000',
          ...words,
        });
      return { adviser, phone, inConference };
    };

    it('TW-4 rings at a desk, is taken by who joins, and ends with the caller', async () => {
      const adviser = await at().addAdviser();
      const phone = at().standIn.dial({ from: caller, to: await at().addLine() });
      await eventually(() => at().gateway.ringsFor(adviser.identity)).toBe(true);
      expect(await stateOf(phone.callSid)).toBe('ringing');
      expect(phone.heard[0]).toContain('Bonjour');
      at().gateway.answer(adviser.identity);
      await eventually(() => stateOf(phone.callSid)).toBe('live');
      expect((await at().callOf(phone.callSid))?.adviserId).toBe(adviser.id);
      expect(await legsOf(phone.callSid)).toEqual({ caller: 'joined', adviser: 'joined' });
      phone.hangUp();
      await eventually(() => stateOf(phone.callSid)).toBe('wrap-up');
      await eventually(() => legsOf(phone.callSid)).toEqual({ caller: 'ended', adviser: 'ended' });
      expect((await at().callOf(phone.callSid))?.endedBy).toBe('caller');
    });

    it('is missed, and rings no longer, where the caller hangs up first', async () => {
      const adviser = await at().addAdviser();
      const phone = at().standIn.dial({ from: caller, to: await at().addLine() });
      await eventually(() => at().gateway.ringsFor(adviser.identity)).toBe(true);
      phone.hangUp();
      await eventually(() => stateOf(phone.callSid)).toBe('missed');
      await eventually(() => at().gateway.ringsFor(adviser.identity)).toBe(false);
    });

    it('TW-18 has lost its adviser once none of their ends is in it', async () => {
      const { adviser, phone, inConference } = await spokenOn();
      const owner = { role: 'adviser', accountId: adviser.id } as const;
      const joined = and(eq(leg.accountId, adviser.id), eq(leg.state, 'joined'));
      const [first] = await database().db.select({ id: leg.id }).from(leg).where(joined);
      const formerEnd = present(first, 'they answered').id;
      const newEnd = newSid();
      const tell = (legId: string, StatusCallbackEvent: string, more = {}) =>
        inConference(legId, { StatusCallbackEvent, ParticipantLabel: legLabel(owner), ...more });
      const leaves = (legId: string) =>
        tell(legId, 'participant-leave', { ReasonParticipantLeft: 'participant_hung_up' });
      const isWaitedFor = async () => (await at().callOf(phone.callSid))?.rejoinUntil !== null;

      await tell(newEnd, 'participant-join');
      await leaves(formerEnd);
      expect(await isWaitedFor()).toBe(false);
      await leaves(newEnd);
      expect(await isWaitedFor()).toBe(true);
      phone.hangUp();
      await eventually(() => stateOf(phone.callSid)).toBe('wrap-up');
    });

    it('TW-19 says whether the caller is on hold as Twilio does, in whatever order it is told', async () => {
      const { phone, inConference } = await spokenOn();
      const hold = (to: 'hold' | 'unhold', SequenceNumber: string) =>
        inConference(phone.callSid, {
          ...{ StatusCallbackEvent: `participant-${to}`, ParticipantLabel: 'caller' },
          SequenceNumber,
        });
      const isHeld = async () => (await at().callOf(phone.callSid))?.heldSince !== null;
      await hold('hold', '90');
      expect(await isHeld()).toBe(true);
      await hold('unhold', '93');
      expect(await isHeld()).toBe(false);
      await hold('hold', '92');
      expect(await isHeld()).toBe(false);
      expect((await at().endOf(phone.callSid))?.isHeld).toBe(false);
      phone.hangUp();
      await eventually(() => stateOf(phone.callSid)).toBe('wrap-up');
    });

    it('TW-8 rings at the next desk at once where no page is registered at the first', async () => {
      const [away, here] = [await at().addAdviser(), await at().addAdviser()];
      await database()
        .db.update(presence)
        .set({ presence: 'available', idleSince: '2026-01-01T00:00:00.000Z' })
        .where(eq(presence.userId, away.id));
      at().gateway.unregister(away.identity);
      const number = await at().addLine({ offerS: 120 });
      const phone = at().standIn.dial({ from: caller, to: number });
      await eventually(() => at().gateway.ringsFor(here.identity)).toBe(true);
      const { id } = present(await at().callOf(phone.callSid), 'it was announced');
      const rung = and(eq(leg.callId, id), eq(leg.accountId, away.id));
      expect(await database().db.$count(leg, rung)).toBe(1);
      phone.hangUp();
      await eventually(() => stateOf(phone.callSid)).toBe('missed');
    });

    it('TW-17 ended while no hub listened: the next one asks, and knows', async () => {
      const { phone } = await spokenOn();
      await at().stop();
      phone.hangUp();
      await at().standIn.settled();
      expect(await stateOf(phone.callSid)).toBe('live');
      await database()
        .db.update(leg)
        .set({ heardAt: new Date(Date.now() - 10_000).toISOString() });
      await at().start();
      await eventually(() => stateOf(phone.callSid)).toBe('wrap-up');
    });
  });
});
