import { useState } from 'react';
import { type QueueAct, queueActResult } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { request } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';

/** Acts on calls of the queue. `pending`: on which one; `problem`: why the last act was not done. */
export function useQueueAct(onActed: () => void) {
  const { queue, failures } = useMessages();
  const [pending, setPending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (callId: string, act: QueueAct, done: string) => {
    setPending(callId);
    const answer = await request(`/api/queue/${callId}/${act}`, queueActResult, { body: {} });
    setPending(null);
    const refusal = answer.ok ? answer.value.refusal : null;
    if (answer.ok) setProblem(refusal === null ? null : queue.refusals[refusal]);
    else setProblem(failures.apiErrors[answer.error.code]);
    if (answer.ok && refusal === null) announce(done);
    onActed();
  };
  return { run, pending, problem };
}
