import type { RdvParts } from './draft.ts';
import { rdvOverHttp } from './http-client.ts';
import type { RdvSettings } from './settings.ts';

/** RDV Service Public as the hub works with it: how drafts are made and followed, and what signs its announcements. */
export type OpenRdv = RdvParts & { readonly webhookSecret: string };

/** BO-61: `null` where the operator has not switched it on. */
export function openRdv(
  parts: Pick<RdvParts, 'journal' | 'ports' | 'publicUrl'>,
  settings: RdvSettings | undefined,
): OpenRdv | null {
  if (settings === undefined) return null;
  const { webhookSecret } = settings;
  return { ...parts, webhookSecret, rdv: rdvOverHttp(settings, parts.ports.clock) };
}
