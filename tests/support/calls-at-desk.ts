import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { Account } from '../../main/hub/operations/handler.ts';
import type { DeskRig } from './desk-rig.ts';
import { answersToOrientation } from './short-script.ts';

/** What a person says of herself, or of whom she phones for. */
export const details = (name: string, personId = v7()) => ({
  personId,
  name,
  phone: null,
  email: null,
  address: null,
});

/** Opens a call on the manual line. */
export async function openCall(
  rig: DeskRig,
  adviser: Account,
  mode: 'live' | 'afterwards' = 'afterwards',
  number: string | null = '+33466490077',
): Promise<string> {
  const callId = v7();
  const opened = await rig.act(adviser, 'call.open', {
    callId,
    lineId: rig.manualLine,
    number,
    mode,
    openedAt: rig.now(),
    script: rig.script,
  });
  expect(opened).toBe('applied');
  return callId;
}

export const say = (rig: DeskRig, who: Account, callId: string, question: string, value: string) =>
  rig.act(who, 'answer.record', { callId, question, value });

/** A call that only waits for a venue: what was found is E3, for somebody in Mende who agreed and is named. */
export async function openReferableCall(rig: DeskRig, adviser: Account): Promise<string> {
  const callId = await openCall(rig, adviser);
  for (const [question, value] of Object.entries(answersToOrientation)) {
    expect(await say(rig, adviser, callId, question, value)).toBe('applied');
  }
  const named = await rig.act(adviser, 'people.identify', {
    callId,
    caller: details('Rose Blanc'),
    beneficiary: details('Émile Blanc'),
  });
  expect(named).toBe('applied');
  return callId;
}

export const cutOff = { kind: 'cut-off' } as const;
