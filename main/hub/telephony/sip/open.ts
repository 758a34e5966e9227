import { and, eq } from 'drizzle-orm';
import { logError } from '../../log-error.ts';
import type { Ports } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import { call, line } from '../../storage/schema.ts';
import type { Carrier } from '../open-lines.ts';
import type { Telephony } from '../telephony.port.ts';
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
  return async ({ tell, receive }) => {
    const opened = await openSipLine({
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
    await ringAgain(database, opened);
    return opened;
  };
}

/** SI-27: what rang when a hub stopped rings on; the queue keeps the time of each offer. */
async function ringAgain({ db }: Database, telephone: Telephony): Promise<void> {
  const isRinging = and(eq(line.kind, 'sip'), eq(call.state, 'ringing'));
  const rang = await db
    .select({ callId: call.id, adviserId: call.adviserId })
    .from(call)
    .innerJoin(line, eq(line.id, call.lineId))
    .where(isRinging);
  for (const { callId, adviserId } of rang) {
    if (adviserId === null) continue;
    await telephone.ring({ callId, adviserId, ringsForMs: 0, staysForMs: null });
  }
}
