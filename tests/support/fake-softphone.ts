import type {
  DeskLeg,
  Softphone,
  SoftphoneFailure,
} from '../../renderer/telephony/softphone.port.ts';
import { createSoftphoneStore } from '../../renderer/telephony/softphone-store.ts';

/** A softphone whose network is the test: it rings, joins and cuts when told, and says what it was commanded. */
export type FakeSoftphone = Softphone & {
  readonly ring: (callId: string) => void;
  /** The leg that was answered joins. */
  readonly join: (callId: string) => void;
  readonly change: (callId: string, part: Partial<Omit<DeskLeg, 'callId'>>) => void;
  /** The other side, or the hub, ends it. */
  readonly end: (callId: string) => void;
  readonly lose: (failure: SoftphoneFailure) => void;
  /** The commands, as in `answer c1`, `digits c1 12#`, in their order. */
  readonly commands: readonly string[];
};

export function fakeSoftphone(): FakeSoftphone {
  const store = createSoftphoneStore();
  const commands: string[] = [];
  const legOf = (callId: string) => store.getState().legs.find((leg) => leg.callId === callId);
  /** SO-1: only what is there is commanded. */
  const command = (callId: string, words: string, effect: () => void) => {
    if (legOf(callId) === undefined) return;
    commands.push(words);
    effect();
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    register: async () => store.setRegistration('registered'),
    answer: async (callId) => {
      command(callId, `answer ${callId}`, () => {
        // SO-4: one voice.
        for (const leg of store.getState().legs) {
          if (leg.callId !== callId && leg.state !== 'ringing') store.removeLeg(leg.callId);
        }
        store.setLeg(callId, { state: 'connecting' });
      });
    },
    reject: (callId) => command(callId, `reject ${callId}`, () => store.removeLeg(callId)),
    hangUp: (callId) => command(callId, `hang-up ${callId}`, () => store.removeLeg(callId)),
    mute: (callId, isMuted) =>
      command(callId, `${isMuted ? 'mute' : 'unmute'} ${callId}`, () =>
        store.setLeg(callId, { isMuted }),
      ),
    sendDigits: (callId, digits) => command(callId, `digits ${callId} ${digits}`, () => undefined),
    chooseDevice: async (device, id) => {
      commands.push(`choose ${device} ${id ?? 'system'}`);
    },
    close: async () => store.close(),
    ring: store.addLeg,
    join: (callId) => store.setLeg(callId, { state: 'open' }),
    change: store.setLeg,
    end: store.removeLeg,
    lose: (failure) => store.setRegistration('failed', failure),
    commands,
  };
}
