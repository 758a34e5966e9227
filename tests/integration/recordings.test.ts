import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#src/access';
import { apiError, lineChange, recordingList } from '#src/contract';
import { present } from '#src/kernel';
import { voicemailDays } from '#src/routing';
import { startJobs } from '../../main/hub/jobs/jobs.ts';
import { type RecordingParts, tendRecordings } from '../../main/hub/jobs/recordings.ts';
import { openCarriers } from '../../main/hub/notifications/accounts.ts';
import { openJournal } from '../../main/hub/operations/journal.ts';
import type { Ports } from '../../main/hub/ports.ts';
import { applyLineEvent } from '../../main/hub/queue/apply-line-event.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { keepRecording } from '../../main/hub/storage/recording-store.ts';
import { call, line, recording } from '../../main/hub/storage/schema.ts';
import { openLines } from '../../main/hub/telephony/open-lines.ts';
import type { LineEvent } from '../../main/hub/telephony/telephony.port.ts';
import { callDirectory } from '../../main/hub/telephony/twilio/call-directory.ts';
import { createTwilioLine } from '../../main/hub/telephony/twilio/line.ts';
import { twilioRecordings } from '../../main/hub/telephony/twilio/recordings.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addAccount, addTerritory, openDesk, origin, testPorts } from '../support/hub.ts';
import { caller, type HubAtTwilio, openHubAtTwilio } from '../support/twilio/hub-at-twilio.ts';
import { soundBytes } from '../support/twilio/rest-recordings.ts';

const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000 });
const dayMs = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

onBothDatabases('what Twilio keeps of voices', (database) => {
  const opened: HubAtTwilio[] = [];
  const at = () => present(opened[0], 'it is opened before the tests');
  beforeAll(async () => {
    opened.push(await openHubAtTwilio(database()));
  });
  afterAll(() => at().close());

  const rowsOf = (callId: string) =>
    database().db.select().from(recording).where(eq(recording.callId, callId));
  const rowOf = async (callId: string) => (await rowsOf(callId))[0];

  /** Somebody calls a line that is closed, and says what they want. */
  const leavesWords = async (from = caller) => {
    const to = await at().addLine({ hours: 'off', unanswered: 'voicemail' });
    const phone = at().standIn.dial({ from, to });
    await eventually(() => phone.status()).toBe('completed');
    await at().standIn.settled();
    const { id } = present(await at().callOf(phone.callSid), 'it was announced');
    return { callId: id, id: present(await rowOf(id), 'the words are kept').id };
  };

  /** A conversation of `adviser` on a line that records. */
  const speaks = async (recordingDays: number | null = 30) => {
    const adviser = await at().addAdviser();
    const to = await at().addLine({ recordingDays });
    const phone = at().standIn.dial({ from: caller, to });
    await eventually(() => at().gateway.ringsFor(adviser.identity)).toBe(true);
    at().gateway.answer(adviser.identity);
    const state = async () => (await at().callOf(phone.callSid))?.state;
    await eventually(state).toBe('live');
    const { id, lineId } = present(await at().callOf(phone.callSid), 'it was announced');
    return { callId: id, lineId, phone, adviser, state };
  };
  const network = () =>
    createTwilioLine({
      voice: at().standIn.voice,
      publicUrl: origin,
      directory: callDirectory(database(), testPorts),
    });

  /** Does with the recordings what a hub does, at a time. */
  const asHub = async (
    work: (parts: RecordingParts & { readonly database: Database }) => Promise<void>,
    now = inDays(0),
    voice = at().standIn.voice,
  ) => {
    const ports: Ports = { ...testPorts, clock: () => now };
    const journal = await openJournal(database());
    const parts = { database: database(), journal, ports };
    // A hub of its own, as far as a queue goes.
    const lines = await openLines({ ...parts, personas: new Map() });
    const tell = (event: LineEvent) => applyLineEvent(lines.queue, event);
    await work({ ...parts, carried: twilioRecordings(voice), tell });
    await lines.close();
    await journal.close();
  };
  /** The job of a minute. */
  const tend = (now?: string, voice?: HubAtTwilio['standIn']['voice']) =>
    asHub(tendRecordings, now, voice);

  const deskOf = async (role: Role, territoryIds: readonly string[] = [at().territoryId]) =>
    openDesk(at().hub(), await addAccount(database(), role, { territoryIds }));
  type Desk = Awaited<ReturnType<typeof openDesk>>;
  const listed = async (desk: Desk) => {
    const answer = await desk.get('/api/recordings');
    return recordingList.parse(await answer.json()).recordings;
  };
  const hears = (desk: Desk, id: string, headers: Record<string, string> = {}) =>
    desk.get(`/api/recordings/${id}/audio`, headers);

  describe('TW-70 what is written down', () => {
    it('is a conversation from its beginning, and its length once that is told, once or again', async () => {
      const { callId, phone } = await speaks();
      await network().record(callId, 'start');
      expect(await rowOf(callId)).toMatchObject({ kind: 'conversation', seconds: null });
      phone.hangUp();
      await at().standIn.settled();
      const row = present(await rowOf(callId), 'it is kept');
      expect(row).toMatchObject({ seconds: 42, deletedAt: null });
      expect(Date.parse(row.deleteAfter) - Date.parse(row.beganAt)).toBe(30 * dayMs);
      const again = { RecordingSid: row.id, RecordingDuration: '50', RecordingSource: 'x' };
      await at().tell(`/twilio/recording?call=${callId}`, again);
      expect(await rowsOf(callId)).toMatchObject([{ seconds: 42 }]);
    });

    it('does not depend on which is told first, nor is kept of a call that is nobody’s', async () => {
      const { callId, phone } = await speaks();
      const told = { callId, kind: 'conversation', beganAt: inDays(0) } as const;
      const id = `RE${v7().replaceAll('-', '')}`;
      const keep = (seconds: number | null, of = callId) =>
        database().transaction((tx) => keepRecording(tx, { ...told, id, callId: of, seconds }));
      expect(await keep(12)).toBe(true);
      expect(await keep(null)).toBe(false);
      expect(await rowsOf(callId)).toMatchObject([{ id, seconds: 12 }]);
      expect(await keep(5, v7())).toBe(false);
      phone.hangUp();
      await at().standIn.settled();
    });

    it('RO-48 is found where nothing told of it, and who hung up after their words is called back', async () => {
      const to = await at().addLine({ hours: 'off', unanswered: 'call-back' });
      const phone = at().standIn.dial({ from: caller, to });
      await eventually(() => phone.heard.length).toBeGreaterThan(0);
      phone.hangUp();
      await at().standIn.settled();
      const state = async () => (await at().callOf(phone.callSid))?.state;
      await eventually(state).toBe('missed');
      const sid = `RE${'7'.repeat(32)}`;
      const said = { sid, callSid: phone.callSid, source: 'RecordVerb', statusUrl: null } as const;
      const startedAt = new Date();
      at().standIn.recordings.set(sid, { ...said, startedAt, status: 'in-progress', seconds: 0 });
      await tend(inDays(1));
      expect(await at().endOf(phone.callSid)).toMatchObject({ recordingsRead: false });
      at().standIn.recordings.set(sid, { ...said, startedAt, status: 'completed', seconds: 9 });
      await tend(inDays(1));
      const { id } = present(await at().callOf(phone.callSid), 'it was announced');
      expect(await rowsOf(id)).toMatchObject([{ id: sid, kind: 'voicemail', seconds: 9 }]);
      expect(await at().callOf(phone.callSid)).toMatchObject({ state: 'waiting', endedAt: null });
      expect((await at().callOf(phone.callSid))?.askedBackAt).not.toBeNull();
      expect(await at().endOf(phone.callSid)).toMatchObject({ recordingsRead: true });
    });
  });

  describe('TW-71 who hears it', () => {
    it('is whoever may call back, with the whole sound or a stretch of it, and nothing says where it comes from', async () => {
      const { id } = await leavesWords();
      const desk = await deskOf('adviser');
      const whole = await hears(desk, id);
      expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
      expect(whole.headers.get('cache-control')).toBe('no-store');
      expect(JSON.stringify([...whole.headers])).not.toMatch(/twilio|AC0000/i);
      expect(new Uint8Array(await whole.arrayBuffer())).toEqual(soundBytes);
      const part = await hears(desk, id, { range: 'bytes=100-199' });
      expect([part.status, part.headers.get('content-range')]).toEqual([
        206,
        `bytes 100-199/${soundBytes.length}`,
      ]);
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(soundBytes.slice(100, 200));
      expect((await hears(desk, id, { range: 'bytes=9999-' })).status).toBe(416);
    });

    it.each([
      ['adviser', 200, 403],
      ['supervisor', 200, 403],
      ['authority', 403, 403],
      ['mediator', 403, 403],
      ['administrator', 403, 403],
    ] as const)(
      'lets %s hear words of the territory: %i, and of another: %i',
      async (role, own, other) => {
        const { id } = await leavesWords();
        const elsewhere = await addTerritory(database(), 'Gard', '30');
        expect((await hears(await deskOf(role), id)).status).toBe(own);
        expect((await hears(await deskOf(role, [elsewhere]), id)).status).toBe(other);
        expect((await hears(await openDesk(at().hub(), null), id)).status).toBe(401);
      },
    );

    it('of a conversation is who held it, or looks after its line', async () => {
      const { callId, phone, adviser } = await speaks();
      await network().record(callId, 'start');
      phone.hangUp();
      await at().standIn.settled();
      const { id } = present(await rowOf(callId), 'it is kept');
      const own = await openDesk(at().hub(), adviser.account);
      expect((await hears(own, id)).status).toBe(200);
      expect((await hears(await deskOf('supervisor'), id)).status).toBe(200);
      const colleague = await deskOf('adviser');
      expect((await hears(colleague, id)).status).toBe(403);
      expect((await listed(colleague)).map((one) => one.id)).not.toContain(id);
      expect((await listed(own)).find((one) => one.id === id)).toMatchObject({
        ...{ kind: 'conversation', seconds: 42, mayHear: true, mayDelete: false },
      });
    });

    it('TW-75 is remembered, the first time', async () => {
      const { id, callId } = await leavesWords();
      const desk = await deskOf('adviser');
      const heardAt = async () => (await rowOf(callId))?.heardAt;
      expect((await listed(desk)).find((one) => one.id === id)?.heardAt).toBeNull();
      await (await hears(desk, id)).body?.cancel();
      const first = await heardAt();
      expect(first).not.toBeNull();
      await (await hears(desk, id)).body?.cancel();
      expect(await heardAt()).toBe(first);
    });

    it('TW-75 is listed however many there are elsewhere', async () => {
      const { id, callId } = await leavesWords();
      const [here] = await database().db.select().from(call).where(eq(call.id, callId));
      const elsewhere = await addTerritory(database(), 'Gard', '30');
      const there = { ...present(here, 'it was announced'), id: v7(), territoryId: elsewhere };
      await database().db.insert(call).values(there);
      await database()
        .db.insert(recording)
        .values(
          Array.from({ length: 300 }, (_, turn) => ({
            ...{ id: `RE-${callId}-${turn}`, callId: there.id, kind: 'conversation' as const },
            ...{ beganAt: inDays(1), seconds: 42, deleteAfter: inDays(30) },
          })),
        );
      const idsOf = async (role: Role, territories?: readonly string[]) =>
        (await listed(await deskOf(role, territories))).map((one) => one.id);
      expect(await idsOf('adviser')).toContain(id);
      expect(await idsOf('supervisor')).toContain(id);
      const others = await idsOf('supervisor', [elsewhere]);
      expect(others).toHaveLength(300);
      expect(others).not.toContain(id);
      expect(await idsOf('adviser', [elsewhere])).toEqual([]);
      await database().db.delete(recording).where(eq(recording.callId, there.id));
    });

    it('is told so where Twilio does not give it', async () => {
      const { id } = await leavesWords();
      at().standIn.recordings.delete(id);
      const desk = await deskOf('adviser');
      const answer = await hears(desk, id);
      expect(answer.status).toBe(502);
      expect(apiError.parse(await answer.json()).code).toBe('carrier-failed');
      expect((await listed(desk)).find((one) => one.id === id)?.heardAt).toBeNull();
      expect((await hears(desk, 'RE-nothing')).status).toBe(404);
    });
  });

  describe('TW-73 the end of its term', () => {
    it('deletes it at Twilio, once, and says when', async () => {
      const { id, callId } = await leavesWords();
      await tend(inDays(voicemailDays - 1));
      expect(at().standIn.recordings.has(id)).toBe(true);
      const after = inDays(voicemailDays + 1);
      await tend(after);
      expect(at().standIn.recordings.has(id)).toBe(false);
      expect((await rowOf(callId))?.deletedAt).toBe(after);
      await tend(inDays(voicemailDays + 2));
      expect((await rowOf(callId))?.deletedAt).toBe(after);
      const desk = await deskOf('adviser');
      const answer = await hears(desk, id);
      expect(answer.status).toBe(404);
      expect(apiError.parse(await answer.json()).where).toBe('deleted');
    });

    it('is looked after by the jobs of a hub', async () => {
      const { id } = await leavesWords();
      await asHub(
        async (recordings) => {
          const jobs = startJobs({
            ...recordings,
            ...{ recordings, carriers: openCarriers({}), publicUrl: origin, mailFrom: '' },
            times: { poll: 1, expire: 5, watch: 1, retry: 1 },
          });
          await eventually(() => at().standIn.recordings.has(id)).toBe(false);
          await jobs.close();
        },
        inDays(voicemailDays + 1),
      );
    });

    it('is tried again where Twilio does not answer, and counts where it has none any more', async () => {
      const { id, callId } = await leavesWords();
      const after = inDays(voicemailDays + 1);
      await tend(after, { ...at().standIn.voice, origin: 'http://127.0.0.1:9' });
      expect((await rowOf(callId))?.deletedAt).toBeNull();
      at().standIn.recordings.delete(id);
      await tend(after);
      expect((await rowOf(callId))?.deletedAt).toBe(after);
    });

    it('comes sooner where the line’s days are fewer now, and never later', async () => {
      const { callId, lineId, phone } = await speaks(30);
      await network().record(callId, 'start');
      phone.hangUp();
      await at().standIn.settled();
      const administrator = await deskOf('administrator');
      const term = async () => {
        const row = present(await rowOf(callId), 'it is kept');
        return (Date.parse(row.deleteAfter) - Date.parse(row.beganAt)) / dayMs;
      };
      const [of] = await database().db.select().from(line).where(eq(line.id, lineId));
      const { name, number, rules } = lineChange.strip().parse(of);
      for (const [recordingDays, expected] of [
        [7, 7],
        [90, 7],
        [null, 7],
      ] as const) {
        const change = {
          name,
          number,
          rules: { ...present(rules, 'a network has them'), recordingDays },
        };
        const answer = await administrator.post(`/api/lines/${lineId}`, change);
        expect(answer.ok).toBe(true);
        expect(await term()).toBe(expected);
      }
    });
  });

  describe('TW-74 deleted before its term', () => {
    it('is by who looks after the line, at once', async () => {
      for (const role of ['supervisor', 'administrator'] as const) {
        const { id, callId } = await leavesWords();
        const desk = await deskOf(role);
        expect((await listed(desk)).find((one) => one.id === id)?.mayDelete).toBe(true);
        expect((await desk.post(`/api/recordings/${id}/delete`, {})).status).toBe(204);
        expect(at().standIn.recordings.has(id)).toBe(false);
        expect((await rowOf(callId))?.deletedAt).not.toBeNull();
        expect((await desk.post(`/api/recordings/${id}/delete`, {})).status).toBe(204);
      }
    });

    it('is not by anybody else', async () => {
      const { id } = await leavesWords();
      const elsewhere = await addTerritory(database(), 'Hérault', '34');
      const path = `/api/recordings/${id}/delete`;
      for (const role of ['adviser', 'mediator', 'authority'] as const) {
        expect((await (await deskOf(role)).post(path, {})).status).toBe(403);
      }
      expect((await (await deskOf('supervisor', [elsewhere])).post(path, {})).status).toBe(403);
      expect(at().standIn.recordings.has(id)).toBe(true);
    });
  });

  it('TW-76 nothing is kept of who wants nothing kept, however late it is told of', async () => {
    const { callId, phone } = await speaks();
    await database().db.update(call).set({ recordingErased: true }).where(eq(call.id, callId));
    await network().record(callId, 'start');
    await network().record(callId, 'stop');
    phone.hangUp();
    await at().standIn.settled();
    const { id } = present(await rowOf(callId), 'it is written down');
    expect((await hears(await deskOf('supervisor'), id)).status).toBe(404);
    await tend();
    expect(at().standIn.recordings.has(id)).toBe(false);
    expect((await rowOf(callId))?.deletedAt).not.toBeNull();
  });
});
