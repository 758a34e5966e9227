import type { HubConfig } from '../config.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { LineCarriers } from './open-lines.ts';
import { sipCarrier } from './sip/open.ts';
import { callDirectory } from './twilio/call-directory.ts';
import { createTwilioLine } from './twilio/line.ts';

/** The lines of the networks on which the operator has an account. */
export function accountCarriers(
  database: Database,
  ports: Ports,
  { twilioVoice: voice, sip, publicUrl }: Pick<HubConfig, 'twilioVoice' | 'sip' | 'publicUrl'>,
): LineCarriers {
  const directory = callDirectory(database, ports);
  return {
    ...(voice === undefined
      ? {}
      : { twilio: () => createTwilioLine({ voice, publicUrl, directory }) }),
    ...(sip === undefined ? {} : { sip: sipCarrier(sip, { database, ports }) }),
  };
}
