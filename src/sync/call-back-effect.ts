import { advanceCall, type CallEvent, resumed, unanswered, wasCalled } from '#src/calls';
import type { CallView, Operation } from '#src/contract';

type CallBackOperation = Extract<
  Operation,
  { kind: 'call.call-back' | 'call.resume' | 'call.no-answer' }
>;

/** SY-18 for CA-11 to CA-15. What the machine refuses changes nothing here: the hub will say why. */
export function calledBack(operation: CallBackOperation, call: CallView): CallView {
  const moved = advanceCall(call.state, eventOf(operation.kind, call));
  return moved.ok ? { ...call, ...afterwards(operation, call), state: moved.value } : call;
}

function eventOf(kind: CallBackOperation['kind'], call: CallView): CallEvent {
  switch (kind) {
    case 'call.call-back':
      return { type: 'call-back' };
    case 'call.resume':
      return { type: 'resume' };
    case 'call.no-answer':
      return { type: 'no-answer', wasResumed: wasCalled(call) };
  }
}

function afterwards(operation: CallBackOperation, call: CallView): Partial<CallView> {
  const { at } = operation;
  switch (operation.kind) {
    case 'call.call-back': {
      const ended = call.state === 'live' ? { endedAt: at, endedBy: 'adviser' as const } : {};
      const callBackNumber = operation.payload.number ?? call.callBackNumber;
      return { ...ended, callBackAt: operation.payload.at, callBackNumber };
    }
    case 'call.resume':
      return call.state === 'call-back' ? { ...resumed(call, at), callBackAt: null } : {};
    case 'call.no-answer':
      return { ...unanswered(call, call.state !== 'call-back'), callBackAt: operation.payload.at };
  }
}
