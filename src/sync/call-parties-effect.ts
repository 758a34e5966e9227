import { advanceCall, recordingAfter } from '#src/calls';
import type { CallParty, CallView, Operation, OperationPayload } from '#src/contract';

type LeadOperation = Extract<
  Operation,
  {
    kind: 'call.hold' | 'call.add-party' | 'call.remove-party' | 'call.transfer' | 'call.recording';
  }
>;

/**
 * SY-18 for TE-30 to TE-35. `null`: the call is a colleague's now. What nobody speaks on stays as it is: the hub will say why it
 * refuses.
 */
export function ledCall(
  operation: LeadOperation,
  call: CallView,
  accountName: string,
): CallView | null {
  if (call.state !== 'live') return call;
  const { at } = operation;
  switch (operation.kind) {
    case 'call.hold':
      return { ...call, heldSince: operation.payload.isHeld ? (call.heldSince ?? at) : null };
    case 'call.add-party':
      return { ...call, parties: withParty(call, added(operation.payload, at, accountName)) };
    case 'call.remove-party':
      return {
        ...call,
        parties: call.parties.filter(({ id }) => id !== operation.payload.partyId),
      };
    case 'call.transfer':
      return transferred(operation.payload, call, at);
    case 'call.recording':
      return { ...call, recording: recordingAfter(call.recording, operation.payload.act) };
  }
}

function withParty(call: CallView, party: CallParty): CallParty[] {
  return call.parties.some(({ id }) => id === party.id) ? call.parties : [...call.parties, party];
}

/** The hub says what a colleague is called. */
function added(
  { partyId, party }: OperationPayload<'call.add-party'>,
  at: string,
  accountName: string,
): CallParty {
  return {
    id: partyId,
    adviserId: 'adviserId' in party ? party.adviserId : null,
    name: null,
    number: 'number' in party ? party.number : null,
    state: 'ringing',
    since: at,
    askedBy: accountName,
  };
}

function transferred(
  { to }: OperationPayload<'call.transfer'>,
  call: CallView,
  at: string,
): CallView | null {
  if ('adviserId' in to) return null;
  const party = call.parties.find(({ id }) => id === to.partyId);
  if (party === undefined) return call;
  if (party.adviserId !== null) return null;
  const moved = advanceCall(call.state, { type: 'hang-up', by: 'adviser' });
  if (!moved.ok) return call;
  return { ...call, state: moved.value, endedAt: at, endedBy: 'adviser' };
}
