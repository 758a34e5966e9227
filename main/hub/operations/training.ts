import { can } from '#src/access';
import { firstState } from '#src/calls';
import { err, ok } from '#src/kernel';
import { callWithoutQueue, chooseAdviser } from '#src/routing';
import type { Persona } from '#src/training';
import { lineTimes } from '../telephony/personas.ts';
import type { Telephones } from '../telephony/telephony.port.ts';
import { readAdvisers } from './advisers.ts';
import { changedCall, lockAdviser } from './call-record.ts';
import { findLine, insertCall } from './calls.ts';
import type { Handlers } from './handler.ts';

/** Calls that a desk asks for, to practise. */
export function trainingHandlers(
  telephones: Telephones,
  personas: ReadonlyMap<string, Persona>,
): Pick<Handlers, 'training.ring'> {
  return {
    'training.ring': async ({ tx, actor, now }, { callId, lineId, personaId }) => {
      const onLine = await findLine(tx, lineId);
      if (onLine === null || onLine.kind !== 'training') return err('unknown-line');
      const { territoryId, sponsorId } = onLine;
      if (!can(actor, 'training.ring', { territoryId })) return err('forbidden');
      const persona = personas.get(personaId);
      if (persona?.script !== onLine.scriptId) return err('unknown-persona');
      await lockAdviser(tx, actor.accountId);
      const since = Date.parse(now);
      const waiting = callWithoutQueue({
        territoryId,
        since,
        requestedBy: actor.accountId,
        leftBy: [],
      });
      const adviserId = chooseAdviser(waiting, await readAdvisers(tx), since);
      if (adviserId === null) return err('already-on-a-call');
      const { ringsForMs, staysForMs } = lineTimes(persona);
      const ringing = {
        id: callId,
        lineId,
        sponsorId,
        territoryId,
        adviserId,
        personaId,
        state: firstState('rings'),
        mode: 'live' as const,
        openedAt: now,
        offerExpiresAt: new Date(Date.parse(now) + ringsForMs).toISOString(),
      };
      if (!(await insertCall(tx, ringing, persona.number))) return err('id-reused');
      return ok({
        changed: [changedCall(ringing)],
        after: () => telephones.training.ring({ callId, adviserId, ringsForMs, staysForMs }),
      });
    },
  };
}
