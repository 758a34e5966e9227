import { PgBoss } from 'pg-boss';
import { logError } from '../log-error.ts';
import { askFate, type SendingParts, sendMessage } from '../notifications/send-message.ts';
import type { RdvParts } from '../rdv-service-public/draft.ts';
import { lookAtDue } from '../rdv-service-public/follow.ts';
import type { Database } from '../storage/database.ts';
import { type RecordingParts, tendRecordings } from './recordings.ts';
import { sweep } from './sweep.ts';

export type JobsParts = SendingParts & {
  readonly database: Database;
  /** Follows drafts on RDV Service Public, where that is switched on. */
  readonly rdv?: RdvParts | null;
  /** Looks after what the carrier keeps of voices, where the operator has an account. */
  readonly recordings?: RecordingParts | null;
  readonly times?: Partial<JobTimes>;
};

/** How often the queue is looked at, and when it gives up on who took a job. In seconds. */
export type JobTimes = {
  readonly poll: number;
  readonly expire: number;
  readonly watch: number;
  /** How long to wait before a message is tried again, the first time. */
  readonly retry: number;
};

/** On a server each look is one cheap query; the embedded database has one connection, which desks wait for too. */
const serverTimes: JobTimes = { poll: 2, expire: 60, watch: 30, retry: 20 };
const embeddedTimes: JobTimes = { poll: 10, expire: 60, watch: 45, retry: 20 };

const tries = 6;

const queues = {
  /** Looks what is due. */
  sweep: { policy: 'exclusive', retryLimit: 0 },
  /** Looks at the drafts on RDV Service Public: BO-67. */
  drafts: { policy: 'exclusive', retryLimit: 0 },
  /** Has deleted what is kept no more: TW-73. */
  recordings: { policy: 'exclusive', retryLimit: 0 },
  /** Sends one message. */
  message: { policy: 'exclusive', retryLimit: tries, retryBackoff: true },
  /** Asks what became of one. */
  fate: { policy: 'exclusive', retryLimit: tries, retryDelay: 120, retryBackoff: true },
} as const;
type QueueName = keyof typeof queues;

type MessageJob = { readonly messageId: string };

export type Jobs = {
  /** Resolves once what was begun is done. */
  readonly close: () => Promise<void>;
};

/**
 * ME-31: the hub's own work, by pg-boss over the hub's own connections; any hub of the database takes any job. It starts behind
 * the hub's back: a desk does not wait for it.
 */
export function startJobs(parts: JobsParts): Jobs {
  const { database } = parts;
  const isEmbedded = database.url === null;
  const times = { ...(isEmbedded ? embeddedTimes : serverTimes), ...parts.times };
  const boss = new PgBoss({
    db: { executeSql: (text, values) => query(database, text, values) },
    backend: isEmbedded ? 'pglite' : 'postgres',
    cronMonitorIntervalSeconds: times.watch,
    cronWorkerIntervalSeconds: times.poll,
    superviseIntervalSeconds: times.watch,
    monitorIntervalSeconds: times.watch,
  });
  const say = (error: unknown) => logError(parts.ports, error, { job: 'queue' });
  boss.on('error', say);
  const started = start(boss, parts, times).catch(say);
  return {
    close: async () => {
      await started;
      await boss.stop({ graceful: true, close: false });
    },
  };
}

/** Several statements at once have no values. */
async function query(database: Database, text: string, values: unknown[] | undefined) {
  return values === undefined || values.length === 0
    ? database.pool.query(text)
    : database.pool.query(text, values);
}

async function start(boss: PgBoss, parts: JobsParts, times: JobTimes): Promise<void> {
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    const { expire, retry } = times;
    await boss.createQueue(name, { retryDelay: retry, expireInSeconds: expire, ...options });
  }
  const one = { pollingIntervalSeconds: times.poll, burstWhenBatchFull: true } as const;
  const send = (name: QueueName, messageId: string, startAfter = 0) =>
    boss.send(name, { messageId }, { singletonKey: messageId, startAfter });

  await boss.work('sweep', one, () =>
    quietly(parts, async () => {
      for (const messageId of await sweep(parts)) await send('message', messageId);
    }),
  );
  const retried = { ...one, includeMetadata: true } as const;
  await boss.work<MessageJob>('message', retried, async (jobs) => {
    for (const { data, retryCount } of jobs) {
      const isLastTry = retryCount >= tries;
      const turn = await quietly(parts, () => sendMessage(parts, data.messageId, isLastTry));
      if (turn === 'again') throw new NotYet();
      if (turn === 'taken') await send('fate', data.messageId, fateAfterSeconds);
    }
  });
  await boss.work<MessageJob>('fate', one, async (jobs) => {
    for (const { data } of jobs) {
      const turn = await quietly(parts, () => askFate(parts, data.messageId));
      if (turn === 'again') throw new NotYet();
    }
  });
  const { rdv = null, recordings = null } = parts;
  if (recordings !== null) {
    await boss.work('recordings', one, () => quietly(parts, () => tendRecordings(recordings)));
    await boss.schedule('recordings', '* * * * *');
    await boss.send('recordings');
  }
  if (rdv !== null) {
    await boss.work('drafts', one, () => quietly(parts, () => lookAtDue(rdv)));
    await boss.schedule('drafts', '* * * * *');
  }
  await boss.schedule('sweep', '* * * * *');
  // What waited while no hub ran does not wait for the next minute.
  await boss.send('sweep');
}

/** Carriers learn what became of a message from others. */
const fateAfterSeconds = 120;

/** Tells the queue to try again later, and nothing else: what a job threw is kept in its table, and may quote names. */
class NotYet extends Error {
  override readonly name = 'NotYet';
}

async function quietly<Value>(parts: JobsParts, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    logError(parts.ports, error, { job: 'messages' });
    throw new NotYet();
  }
}
