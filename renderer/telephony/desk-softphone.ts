import type { MakeSoftphone } from './adapters.ts';
import { readKeptDevices } from './kept-devices.ts';
import { findMicrophoneFailure, whenMicrophonesChange } from './microphone.ts';
import type { Registration, Softphone, SoftphoneState } from './softphone.port.ts';
import { createSoftphoneStore } from './softphone-store.ts';

type Loader = () => Promise<MakeSoftphone>;

/**
 * The telephones of a desk as one: each network's beside the others. Of the pages that one person has open in a browser, one takes the
 * calls, and another of them as soon as it goes.
 */
export function openDeskSoftphone(name: string, loaders: readonly Loader[]): Softphone {
  const own = createSoftphoneStore();
  const closing = new AbortController();
  let softphones: readonly Softphone[] = [];
  const stops: (() => void)[] = [];
  const listeners = new Set<() => void>();
  let state = own.getState();
  const tell = () => {
    state = merged([own.getState(), ...softphones.map(({ getState }) => getState())]);
    for (const listener of listeners) listener();
  };
  own.subscribe(tell);

  async function takeCalls(): Promise<void> {
    await microphoneReady();
    if (closing.signal.aborted) return;
    const makers = await Promise.all(loaders.map((load) => load()));
    if (closing.signal.aborted) return;
    softphones = makers.map((make) => make());
    for (const softphone of softphones) stops.push(softphone.subscribe(tell));
    const { microphone, speaker } = readKeptDevices();
    await Promise.all(
      softphones.map(async (softphone) => {
        await softphone.chooseDevice('microphone', microphone);
        await softphone.chooseDevice('speaker', speaker);
        await softphone.register();
      }),
    );
    // From here on the networks' own states say all.
    own.setRegistration('registered');
    await new Promise<void>((resolve) => {
      closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  async function microphoneReady(): Promise<void> {
    own.setRegistration('registering');
    let failure = await findMicrophoneFailure();
    while (failure !== null && !closing.signal.aborted) {
      own.setRegistration('failed', failure);
      await whenMicrophonesChange(closing.signal);
      failure = await findMicrophoneFailure();
    }
  }

  const each = (command: (softphone: Softphone) => unknown) => {
    for (const softphone of softphones) command(softphone);
  };
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    register: async () => {
      const held = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await takeCalls();
        return lock !== null;
      });
      if (held || closing.signal.aborted) return;
      own.setRegistration('failed', 'another-desk');
      await navigator.locks
        .request(name, { signal: closing.signal }, takeCalls)
        // Giving up the wait for the lock rejects: that is what closing asked for.
        .catch(() => undefined);
    },
    // SO-1: the network that has the leg does it, the others nothing.
    answer: async (callId) => {
      await Promise.all(softphones.map((softphone) => softphone.answer(callId)));
    },
    reject: (callId) => each((softphone) => softphone.reject(callId)),
    hangUp: (callId) => each((softphone) => softphone.hangUp(callId)),
    mute: (callId, isMuted) => each((softphone) => softphone.mute(callId, isMuted)),
    sendDigits: (callId, digits) => each((softphone) => softphone.sendDigits(callId, digits)),
    chooseDevice: async (device, id) => {
      await Promise.all(softphones.map((softphone) => softphone.chooseDevice(device, id)));
    },
    close: async () => {
      closing.abort();
      own.close();
      listeners.clear();
      for (const stop of stops) stop();
      await Promise.all(softphones.map((softphone) => softphone.close()));
    },
  };
}

/** The worst first: a desk that one of its networks cannot reach does not take all of its calls. */
const byGravity: readonly Registration[] = ['failed', 'registering', 'off', 'registered'];

function merged(states: readonly SoftphoneState[]): SoftphoneState {
  const registration = byGravity.find((one) => states.some((state) => state.registration === one));
  return {
    registration: registration ?? 'off',
    failure: states.find(({ failure }) => failure !== null)?.failure ?? null,
    legs: states.flatMap(({ legs }) => legs),
  };
}
