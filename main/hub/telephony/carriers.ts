import type { HubConfig } from '../config.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { LineCarriers } from './open-lines.ts';
import { callDirectory } from './twilio/call-directory.ts';
import { createTwilioLine } from './twilio/line.ts';

/** The lines of the networks on which the operator has an account. */
export function accountCarriers(
  database: Database,
  ports: Ports,
  { twilioVoice: voice, publicUrl }: Pick<HubConfig, 'twilioVoice' | 'publicUrl'>,
): LineCarriers {
  if (voice === undefined) return {};
  const directory = callDirectory(database, ports);
  return { twilio: () => createTwilioLine({ voice, publicUrl, directory }) };
}
