import pg from 'pg';
import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import { systemPorts } from '../hub/ports.ts';
import { readRdvSettings } from '../hub/rdv-service-public/settings.ts';
import { buildDesk, deskFolder } from './build.ts';
import { showProgress } from './progress.ts';
import { roadTimesAddress } from './road-times.ts';
import { runHub } from './run-hub.ts';

const settings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'DATABASE_URL nomme la base : postgresql://compte@serveur/base',
  }),
  PORT: z.coerce
    .number('PORT est un nombre')
    .int()
    .min(1, 'PORT va de 1 à 65535')
    .max(65_535, 'PORT va de 1 à 65535')
    .default(8080),
  HOST: z.string().default('127.0.0.1'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    ),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'PUBLIC_URL est une adresse http' }).optional(),
  AIGUILLAGE_ROAD_TIMES_URL: roadTimesAddress,
  AIGUILLAGE_SECRET: z
    .string('AIGUILLAGE_SECRET signe les sessions : 32 caractères au hasard, gardés pour toujours')
    .min(32, 'AIGUILLAGE_SECRET compte au moins 32 caractères'),
});

/** The oldest server that the SQL is written for. */
const oldestServer = 150_000;

async function start(): Promise<number> {
  const read = settings.safeParse(process.env);
  if (!read.success) return refuse(read.error.issues.map((issue) => issue.message).join('\n'));
  const { DATABASE_URL, PORT, HOST, PUBLIC_URL, AIGUILLAGE_SECRET, TRUSTED_PROXIES } = read.data;
  const roadTimes = read.data.AIGUILLAGE_ROAD_TIMES_URL;
  const rdv = readRdvSettings(process.env);
  if (!rdv.ok) return refuse(rdv.error);
  const server = await checkServer(DATABASE_URL);
  if (!server.ok) return refuse(server.error);
  await buildDesk();
  const progress = showProgress('Import des lieux', process.stderr, process.stderr.isTTY === true);
  const hub = await runHub({
    database: { url: DATABASE_URL },
    host: HOST,
    port: PORT,
    config: {
      publicUrl: new URL(PUBLIC_URL ?? `http://${HOST}:${PORT}`).origin,
      secret: AIGUILLAGE_SECRET,
      desk: deskFolder,
      trustedProxies: TRUSTED_PROXIES,
      ...(roadTimes === undefined ? {} : { roadTimes }),
      ...(rdv.value === null ? {} : { rdvServicePublic: rdv.value }),
    },
    ports: systemPorts(),
    isDemonstration: false,
    onProgress: progress.report,
  });
  progress.end();
  if (!hub.ok) return refuse(hub.error);
  process.stderr.write(`Hub : ${hub.value.address}\n`);
  if (hub.value.token !== null) {
    process.stderr.write(`Code pour créer le compte administrateur : ${hub.value.token}\n`);
  }
  await signal();
  await hub.value.close();
  return 0;
}

/** Whether the server answers and is recent enough. The error never repeats the address: it holds a password. */
async function checkServer(url: string): Promise<Result<null, string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const [row] = z.array(z.object({ server_version_num: z.coerce.number() })).parse(rows);
    return row !== undefined && row.server_version_num >= oldestServer
      ? ok(null)
      : err('Ce serveur PostgreSQL est trop ancien : il faut la version 15 ou une plus récente.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`La base que nomme DATABASE_URL ne répond pas : ${reason}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function signal(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exit(await start());
