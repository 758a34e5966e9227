import { recordingList } from '#src/contract';
import { deleteRecording } from '../jobs/recordings.ts';
import {
  deleteBeforeTerm,
  heardNow,
  readRecordings,
  recordingToHear,
} from '../operations/recordings.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

/** GET /api/recordings */
export const getRecordings =
  ({ database, ports }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const now = ports.clock();
    const recordings = await database.transaction((tx) => readRecordings(tx, account, now));
    return c.json(recordingList.parse({ now, recordings }));
  };

/**
 * TW-71, GET /api/recordings/:id/audio: the sound passes through as it comes, nothing of it stays, and where it comes from is not
 * told.
 */
export const getRecordingAudio =
  ({ database, journal, ports, recordings }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const id = c.req.param('id') ?? '';
    const now = ports.clock();
    const found = await database.transaction((tx) => recordingToHear(tx, account, id, now));
    if (!found.ok) {
      return found.error === 'forbidden'
        ? problem(c, 'forbidden')
        : problem(c, 'not-found', found.error);
    }
    const range = c.req.header('range') ?? null;
    const sound = await recordings?.listen(id, range, c.req.raw.signal);
    if (!sound?.ok) return problem(c, 'carrier-failed');
    if (found.value.recording.heardAt === null) {
      await journal.write(now, (tx) => heardNow(tx, found.value, now));
    }
    const { status, headers, body } = sound.value;
    return new Response(body, { status, headers });
  };

/** TW-74, POST /api/recordings/:id/delete: heard by nobody any more, and deleted at once where its carrier answers. */
export const postDeleteRecording =
  ({ journal, ports, recordings }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    const id = c.req.param('id') ?? '';
    const now = ports.clock();
    const asked = await journal.write(now, (tx) => deleteBeforeTerm(tx, account, id, now));
    if (!asked.ok) return problem(c, asked.error === 'forbidden' ? 'forbidden' : 'not-found');
    if (recordings !== null) await deleteRecording({ carried: recordings, journal, ports }, id);
    return c.body(null, 204);
  };
