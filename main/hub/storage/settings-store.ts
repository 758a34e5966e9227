import { createHash } from 'node:crypto';
import { type SettingsView, settingsView } from '#src/contract';
import { present } from '#src/kernel';
import type { Queries, Transaction } from './database.ts';
import { setting } from './schema.ts';

/** The settings, and the version by which desks know whether theirs are the same. */
export type VersionedSettings = { readonly settings: SettingsView; readonly version: string };

export async function readSettings(queries: Queries): Promise<VersionedSettings> {
  const [row] = await queries.select().from(setting);
  const settings = settingsView.parse(present(row, 'the migration writes the one row'));
  const version = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
  return { settings, version };
}

export async function writeSettings(tx: Transaction, settings: SettingsView): Promise<void> {
  await tx.update(setting).set(settings);
}
