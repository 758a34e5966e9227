import type { Telephones } from '../telephony/telephony.port.ts';
import type { LineCommand } from './route.ts';

/** Has the line do what the queue decided. */
export async function carryOutOn(
  telephones: Telephones,
  command: LineCommand,
  now: string,
): Promise<void> {
  const telephone = telephones[command.lineKind];
  const { callId } = command;
  switch (command.kind) {
    // RO-47: who is called back is called once somebody is there to speak with them.
    case 'call-out':
    case 'ring': {
      const { adviserId, until } = command;
      const ringsForMs = Math.max(0, until - Date.parse(now));
      return telephone.ring({ callId, adviserId, ringsForMs, staysForMs: null });
    }
    case 'stop-ringing':
      return telephone.stopRinging(callId, command.adviserId);
    case 'let-go':
      return telephone.letGo(callId, command.adviserId);
    case 'offer-otherwise':
      return telephone.proposeElse(callId, command.way);
  }
}
