import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { present } from '#src/kernel';
import { call, carrierEvent, leg } from '../../main/hub/storage/schema.ts';
import { callStatuses } from '../../main/hub/telephony/twilio/fetch-leg.port.ts';
import { keepNews, type LegNews } from '../../main/hub/telephony/twilio/keep-news.ts';
import { type LegProgress, progressOf } from '../../main/hub/telephony/twilio/leg.ts';
import { onBothDatabases } from '../support/databases.ts';
import { origin } from '../support/hub.ts';
import { newCallSid } from '../support/twilio/call-stories.ts';
import { caller } from '../support/twilio/hub-at-twilio.ts';
import { signed } from '../support/twilio/signed.ts';
import { openToldHub } from '../support/twilio/told-hub.ts';

const instant = fc
  .integer({ min: 0, max: 86_400 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 12) + seconds * 1000).toISOString());
const said = fc
  .tuple(fc.constantFrom(...callStatuses), instant, fc.integer({ min: 0, max: 600 }))
  .map(([status, at, durationS]) => ({ status, at, progress: progressOf(status, at, durationS) }));
const several = fc.array(said, { minLength: 1, maxLength: 6 });
type Said = { readonly status: string; readonly at: string; readonly progress: LegProgress };

onBothDatabases('TW-6 what an end has come to', (database) => {
  const place = { callId: '' };
  beforeAll(async () => {
    const hub = await openToldHub(database(), 0);
    const To = '+33199009003';
    await hub.addLine(To);
    const words = { CallSid: newCallSid(), From: caller, To, CallStatus: 'ringing' };
    await hub.fetch(signed(`${origin}/twilio/voice`, words));
    const [came] = await database().db.select({ id: call.id }).from(call);
    place.callId = present(came, 'it was announced').id;
    await hub.close();
  });

  const newsOf = (legId: string, all: readonly Said[]): readonly LegNews[] =>
    all.map((one) => ({
      ...{ key: v7(), legId, sequence: null, cause: 'unknown', ...one },
      end: { callId: place.callId, owner: { role: 'caller' } },
    }));
  const keep = (news: LegNews) => keepNews(database(), news, '2026-01-13T00:00:00.000Z');
  const progressOfLeg = async (legId: string): Promise<LegProgress> => {
    const { state, joinedAt, endedAt } = leg;
    const rows = await database()
      .db.select({ state, joinedAt, endedAt })
      .from(leg)
      .where(eq(leg.id, legId));
    return present(rows[0], 'it was told of');
  };

  it('is the furthest that was told and the earliest times, told at once, in any order and again', async () => {
    await fc.assert(
      fc.asyncProperty(several, fc.infiniteStream(fc.nat()), async (told, draws) => {
        const legId = newCallSid();
        const news = newsOf(legId, told);
        const shuffled = [...news, ...news, ...news]
          .map((one) => ({ one, rank: draws.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const changes = (await Promise.all(shuffled.map(keep))).filter((one) => one !== null);
        expect(changes).toHaveLength(told.length);
        const after = await progressOfLeg(legId);
        expect(after).toEqual(furthest(told.map(({ progress }) => progress)));
        // Nothing that changed goes untold.
        const ends = changes.filter(
          (change) => change.before.state !== 'ended' && change.after.state === 'ended',
        );
        expect(ends.length > 0).toBe(after.state === 'ended');
        const joins = changes.filter(
          (change) => change.before.joinedAt === null && change.after.joinedAt !== null,
        );
        expect(joins.length > 0).toBe(after.joinedAt !== null);
      }),
      { numRuns: 40 },
    );
  });

  it('is told step by step, each from where the one before it left', async () => {
    await fc.assert(
      fc.asyncProperty(several, async (told) => {
        const legId = newCallSid();
        const known: LegProgress[] = [{ state: 'ringing', joinedAt: null, endedAt: null }];
        for (const news of newsOf(legId, told)) {
          const change = present(await keep(news), 'it is told for the first time');
          expect(change.before).toEqual(known.at(-1));
          known.push(change.after);
        }
        expect(await progressOfLeg(legId)).toEqual(known.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it('says whose it is where the news does not, and keeps what is told of nobody known', async () => {
    const [news] = newsOf(newCallSid(), [ringing]);
    const named = present(news, 'there is one');
    const unnamed = { ...named, key: v7(), end: null };
    expect(await keep({ ...unnamed, key: v7() })).toBeNull();
    await keep(named);
    expect(await keep(unnamed)).toMatchObject({
      callId: place.callId,
      owner: { role: 'caller' },
    });
    const elsewhere = { ...named, key: v7(), legId: newCallSid() };
    const end = { callId: v7(), owner: { role: 'caller' } } as const;
    expect(await keep({ ...elsewhere, end })).toBeNull();
    const { db } = database();
    expect(await db.$count(carrierEvent, eq(carrierEvent.legId, named.legId))).toBe(3);
    expect(await db.$count(carrierEvent, eq(carrierEvent.legId, elsewhere.legId))).toBe(0);
  });
});

const ringing: Said = {
  ...{ status: 'ringing', at: '2026-01-12T00:00:00.000Z' },
  progress: { state: 'ringing', joinedAt: null, endedAt: null },
};

function furthest(told: readonly LegProgress[]): LegProgress {
  const states = told.map(({ state }) => state);
  const earliest = (at: readonly (string | null)[]) =>
    at.filter((one) => one !== null).sort()[0] ?? null;
  return {
    state:
      (['ended', 'joined', 'ringing'] as const).find((state) => states.includes(state)) ??
      'ringing',
    joinedAt: earliest(told.map(({ joinedAt }) => joinedAt)),
    endedAt: earliest(told.map(({ endedAt }) => endedAt)),
  };
}
