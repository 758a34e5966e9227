import { createInterface } from 'node:readline';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { applyLineEvent } from '../../main/hub/queue/apply-line-event.ts';
import { type ArrivingCall, receiveCall } from '../../main/hub/queue/receive-call.ts';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { openLines } from '../../main/hub/telephony/open-lines.ts';
import type { LineEvent } from '../../main/hub/telephony/telephony.port.ts';
import { carrierStandIn } from './carrier-stand-in.ts';
import { testPorts } from './hub.ts';

/** What a test has a hub hear, one JSON value a line. */
export type Heard = { readonly arriving: ArrivingCall } | { readonly event: LineEvent };

// The lines of a hub as a process of their own, so that a test can kill it: DATABASE. It says on its output what it asks of the network.
const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
const say = (said: unknown) => process.stdout.write(`${JSON.stringify(said)}\n`);
const { queue } = await openLines({
  database,
  journal: await openJournal(database),
  ports: testPorts,
  personas: new Map(),
  carriers: carrierStandIn(say).carriers,
});
say({ command: 'open', of: [] });
for await (const text of createInterface({ input: process.stdin })) {
  const heard: Heard = JSON.parse(text);
  void hear(heard);
}

async function hear(heard: Heard): Promise<void> {
  if ('event' in heard) return applyLineEvent(queue, heard.event);
  say({ command: 'received', of: [await receiveCall(queue, heard.arriving)] });
}
