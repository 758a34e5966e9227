import { expect } from 'vitest';
import { present } from '#src/kernel';
import { act, send } from '../call-at-orientation.ts';
import { loudestIn } from '../voice/heard-in-page.ts';
import { type Caller, callerHertz, openCaller } from './caller.ts';
import {
  type AdviserOnNetwork,
  adviserHertz,
  lineNumber,
  openHubOnNetwork,
} from './desk-on-network.ts';
import { openSipNetwork } from './network.ts';
import type { SipPrograms } from './programs.ts';

/** Louder than this it is heard, softer than that it is not; in decibels. */
export const heardDb = -35;
export const silentDb = -50;
/** The first note of the sound of waiting. */
export const waitHertz = 523;
export const callerNumber = '+33639980142';
/** Whose telephone takes the calls that go out. */
export const calledNumber = '+33465710012';
export const poll = { timeout: 25_000, interval: 250 };

/** All the parts of a line by SIP, as real as an operator's: a network, a hub, two telephones, and desks in a browser. */
export async function openSipStage(programs: SipPrograms) {
  const network = await openSipNetwork(programs);
  const { baresip } = programs;
  const caller = await openCaller(network, baresip, { number: callerNumber, answers: false });
  const called = await openCaller(network, baresip, {
    number: calledNumber,
    answers: true,
    // Who phoned is called back on another telephone than the one that they speak from here.
    also: [callerNumber],
  });
  const hub = await openHubOnNetwork(network);
  const newest = async () => present(await hub.newestCall(), 'a call has come');
  const state = async () => (await hub.newestCall())?.call.state;

  const tell = ({ page }: AdviserOnNetwork, ...acts: Parameters<typeof send>[2]) =>
    send(page.context(), hub.address, acts);
  const isFree = (adviser: AdviserOnNetwork, presence: 'available' | 'pause' = 'available') =>
    tell(adviser, act('presence.set', { presence }));
  const heardAt = async ({ page }: AdviserOnNetwork) =>
    Math.round((await loudestIn(page)).hertz / 20) * 20;
  const answerAt = ({ page }: AdviserOnNetwork) => page.getByRole('button', { name: 'Décrocher' });
  /** That both are heard, the one by the other. */
  const speakTogether = async (adviser: AdviserOnNetwork, other: Caller = caller) => {
    await expect.poll(() => heardAt(adviser), poll).toBe(callerHertz);
    await expect.poll(() => other.hears(adviserHertz), poll).toBeGreaterThan(heardDb);
  };
  return {
    ...{ network, hub, caller, called, newest, state },
    ...{ tell, isFree, heardAt, answerAt, speakTogether },
    /** Calls the line and has the adviser answer; gives the call's id. */
    speakWith: async (adviser: AdviserOnNetwork): Promise<string> => {
      await isFree(adviser);
      await caller.dial(lineNumber);
      await answerAt(adviser).press('Enter', poll);
      await expect.poll(state, poll).toBe('live');
      await speakTogether(adviser);
      return (await newest()).call.id;
    },
    /** Ends the record, so that the adviser is free for the next test. */
    finish: async (adviser: AdviserOnNetwork): Promise<void> => {
      await expect.poll(state, poll).toBe('wrap-up');
      const { id: callId } = (await newest()).call;
      const ending = { kind: 'no-request', reason: 'wrong-number' } as const;
      await tell(adviser, act('call.close', { callId, ending }));
      await isFree(adviser, 'pause');
    },
    close: async () => {
      await hub.close();
      await network.close();
    },
  };
}

export type SipStage = Awaited<ReturnType<typeof openSipStage>>;
