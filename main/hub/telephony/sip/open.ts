import { logError } from '../../log-error.ts';
import type { Ports } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import type { Carrier } from '../open-lines.ts';
import { systemTimers } from '../timers.ts';
import type { SipNetwork } from './config.ts';
import { openSipLine } from './line.ts';
import { openMedia } from './media.ts';
import { openRtpengine } from './rtpengine.ts';
import { systemVoice } from './sounds.ts';
import { openLegStore } from './store.ts';

/** The line of the operator's own network, as this machine carries it. */
export function sipCarrier(
  network: SipNetwork,
  { database, ports }: { readonly database: Database; readonly ports: Ports },
): Carrier {
  return ({ tell, receive }) =>
    openSipLine({
      network,
      media: openMedia(openRtpengine(network.media)),
      store: openLegStore(database),
      timers: systemTimers,
      speak: systemVoice(),
      clock: ports.clock,
      receive,
      onEvent: (event) => void tell(event),
      onError: (error) => logError(ports, error, { job: 'sip' }),
    });
}
