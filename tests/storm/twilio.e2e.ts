import { eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { present } from '#src/kernel';
import type { Database } from '../../main/hub/storage/database.ts';
import { call, carrierEvent, leg } from '../../main/hub/storage/schema.ts';
import { reconcile } from '../../main/hub/telephony/twilio/reconcile.ts';
import { freshDatabase } from '../support/databases.ts';
import { origin } from '../support/hub.ts';
import {
  newCallSid,
  type Story,
  stories,
  type Tale,
  tell,
  type Webhook,
} from '../support/twilio/call-stories.ts';
import { signed } from '../support/twilio/signed.ts';
import { openToldHub, type Rung, type ToldHub } from '../support/twilio/told-hub.ts';

const calls = 1000;
/** The same of each story. */
const callsInOrder = 50;
const atOnce = 25;
const connections = 8;
const copies = 3;
const missing = 0.1;
const timeLimitMs = 900_000;
const rings = '+33199009001';
const waits = '+33199009002';

const endings: Readonly<Record<Story, string>> = {
  answered: 'wrap-up by caller',
  'adviser-lost': 'wrap-up by caller',
  'with-third-party': 'wrap-up by caller',
  'abandoned-ringing': 'missed',
  'desk-busy': 'missed',
  'abandoned-waiting': 'missed',
};

const inOrder = freshDatabase('PostgreSQL');
const inStorm = freshDatabase('PostgreSQL');

it(
  'TW-9 a thousand calls, told three times, shuffled, with a tenth missing, come to the same as in order',
  async () => {
    const ordered = await run(inOrder(), callsInOrder, (tales, deliver) =>
      eachOf(tales, async ({ webhooks }) => {
        for (const webhook of webhooks) await deliver(webhook);
      }),
    );
    const expected = new Map(ordered.map((outcome) => [outcome.story, outcome]));
    expect(Object.fromEntries(ordered.map(({ story, ending }) => [story, ending]))).toEqual(
      endings,
    );
    for (const outcome of ordered) expect(outcome).toEqual(expected.get(outcome.story));
    const draw = draws(20_260_112);
    const stormed = await run(inStorm(), calls, (tales, deliver) => {
      const heard = tales.flatMap(({ webhooks }) => webhooks).filter(() => draw() >= missing);
      const again = heard.flatMap((webhook) => Array.from({ length: copies }, () => webhook));
      return eachOf(shuffled(again, draw), deliver);
    });
    expect(stormed).toHaveLength(calls);
    for (const outcome of stormed) expect(outcome).toEqual(expected.get(outcome.story));
  },
  timeLimitMs,
);

/** What a call came to. */
type Outcome = { readonly story: Story; readonly ending: string; readonly legs: readonly string[] };
type Deliver = (webhook: Webhook) => Promise<void>;

async function run(
  database: Database,
  count: number,
  tellAll: (tales: readonly Tale[], deliver: Deliver) => Promise<void>,
): Promise<readonly Outcome[]> {
  const hub = await openToldHub(database, atOnce);
  await hub.addLine(rings);
  await hub.addLine(waits, ['a skill of nobody']);
  const deliver: Deliver = async ({ address, words }) => {
    const { status } = await hub.fetch(signed(address, words));
    if (status !== 200 && status !== 204) throw new Error(`${address} answered ${status}.`);
  };
  const outcomes: Outcome[] = [];
  for (let done = 0; done < count; done += atOnce) {
    const wanted = Array.from({ length: atOnce }, (_, index) => storyOf(done + index));
    const told = await announce(hub, database, wanted, deliver);
    for (const { legs } of told) for (const { id, truth } of legs) hub.truth.set(id, truth);
    await tellAll(told, deliver);
    await reconcile(hub.twilio, 0);
    for (const [index, tale] of told.entries()) {
      outcomes.push(await outcomeOf(database, present(wanted[index], 'one each'), tale));
    }
  }
  const events = await database.db.$count(carrierEvent);
  const distinct = await database.db.selectDistinct({ key: carrierEvent.key }).from(carrierEvent);
  expect(events).toBe(distinct.length);
  await hub.close();
  return outcomes;
}

const storyOf = (index: number): Story => present(stories[index % stories.length], 'a remainder');

/** Calls come, each announced as often as its webhooks are told, and ring at a desk each where they are to. */
async function announce(
  hub: ToldHub,
  database: Database,
  wanted: readonly Story[],
  deliver: Deliver,
): Promise<readonly Tale[]> {
  await hub.freeAdvisers();
  const rung = new Map<string, Rung>();
  hub.onRing((callId, where) => {
    if (!rung.has(callId)) rung.set(callId, where);
  });
  const came = wanted.map((story) => ({ story, callerLeg: newCallSid() }));
  await eachOf(came, async ({ story, callerLeg }) => {
    const To = story === 'abandoned-waiting' ? waits : rings;
    const words = { CallSid: callerLeg, From: '+33639980101', To, CallStatus: 'ringing' };
    for (const _time of [1, 2]) await deliver({ address: `${origin}/twilio/voice`, words });
  });
  const ringing = wanted.filter((story) => story !== 'abandoned-waiting').length;
  await expect.poll(() => rung.size, { timeout: 20_000 }).toBe(ringing);
  const from = Date.now();
  return Promise.all(
    came.map(async ({ story, callerLeg }) => {
      const [end] = await database.db.select().from(leg).where(eq(leg.id, callerLeg));
      const { callId } = present(end, 'it was announced');
      return tell(story, { callId, callerLeg, rung: rung.get(callId) ?? null, from });
    }),
  );
}

async function outcomeOf(database: Database, story: Story, { legs }: Tale): Promise<Outcome> {
  const ids = legs.map(({ id }) => id);
  const rows = await database.db
    .select({ leg, call })
    .from(leg)
    .innerJoin(call, eq(call.id, leg.callId))
    .where(inArray(leg.id, ids));
  const of = present(rows[0], 'it has its caller’s end').call;
  return {
    story,
    // Who ended a call that nobody took is whoever was quicker.
    ending: of.state === 'missed' ? of.state : `${of.state} by ${of.endedBy}`,
    legs: rows
      .map(({ leg: end }) => `${end.role} ${end.state}${end.joinedAt === null ? '' : ' joined'}`)
      .sort(),
  };
}

/** So many at a time, as an operator’s webhooks come. */
async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items].reverse();
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

function shuffled<Item>(items: readonly Item[], draw: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: draw() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function draws(seed: number): () => number {
  const state = { at: seed };
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296;
  };
}
