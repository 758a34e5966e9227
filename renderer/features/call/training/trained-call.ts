import { conversationStart } from '#src/calls';
import type { CallFacts, CallView } from '#src/contract';
import type { Debriefing, TrainedCall } from '#src/training';
import type { LocalCall } from '../../../storage/desk.tsx';

/** Whether the call was a training call, and has its debriefing. */
export function isDebriefed({ personaId, state }: CallView): boolean {
  return personaId !== null && state === 'closed';
}

/** The call, with what the hub closed it as. */
export function trainedCall({ call, answers, note }: LocalCall, facts: CallFacts): TrainedCall {
  const { outcome, noRequest, level } = facts;
  return { answers, note, end: { outcome, noRequest }, level, seconds: spokenSeconds(call) };
}

/** How long somebody spoke, in all its conversations. */
function spokenSeconds(call: CallView): number {
  const start = conversationStart(call);
  const end = call.endedAt ?? call.closedAt;
  if (start === null || end === null) return call.spokenBeforeS;
  const lastMs = Math.max(0, Date.parse(end) - Date.parse(start));
  return call.spokenBeforeS + Math.round(lastMs / 1000);
}

/** What to take away from it: which sentence to begin with. */
export function headlineOf({
  steps,
  end,
}: Debriefing): 'asExpected' | 'sameEnd' | 'cut' | 'otherEnd' {
  if (end.given.outcome === 'cut-off') return 'cut';
  const isSameEnd =
    end.given.outcome === end.expected.outcome && end.given.noRequest === end.expected.noRequest;
  if (!isSameEnd) return 'otherEnd';
  return steps.every(({ state }) => state === 'as-expected') ? 'asExpected' : 'sameEnd';
}
