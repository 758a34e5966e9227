import { type Call, Device, type TwilioError } from '@twilio/voice-sdk';
import { ringCallId, type TwilioAccess } from '#src/contract';
import { pause, retryMs } from './retry.ts';
import type { Softphone, SoftphoneFailure } from './softphone.port.ts';
import { createSoftphoneStore } from './softphone-store.ts';
import { silence } from './tones.ts';
import { accessOrStopped } from './twilio-access.ts';
import { followCall } from './twilio-call.ts';

/** What Twilio says of a token that is wrong or over: 20101 to 20157 and 31201 to 31207. */
const isAboutToken = ({ code }: { readonly code: number }) =>
  (code > 20_100 && code < 20_160) || (code > 31_200 && code < 31_208);

/** Twilio's softphone, by its own SDK. Its sounds stay silent: the desk rings for every network. */
export function makeTwilioSoftphone(): Softphone {
  const store = createSoftphoneStore();
  const calls = new Map<string, Call>();
  const closing = new AbortController();
  let device: Device | null = null;
  let microphone: string | null = null;
  let speaker: string | null = null;
  let isTokenOld = false;
  let renewals = 0;

  const tellFailure = (failure: SoftphoneFailure) => store.setRegistration('failed', failure);

  async function register(): Promise<void> {
    store.setRegistration('registering');
    const access = await accessOrStopped(closing.signal, tellFailure);
    if (access === null) return;
    device = openDevice(access);
    follow(device);
    await hearFrom(device, speaker);
    await registerDevice(device);
  }

  function follow(opened: Device): void {
    opened.on('registering', () => store.setRegistration('registering'));
    opened.on('registered', () => {
      renewals = 0;
      store.setRegistration('registered');
    });
    // The SDK connects again by itself; what is being spoken goes on meanwhile (SO-2).
    opened.on('unregistered', () => tellFailure('network'));
    opened.on('tokenWillExpire', replaceToken);
    opened.on('error', (error: TwilioError.TwilioError) => {
      if (!isAboutToken(error)) return;
      tellFailure('not-authorised');
      replaceToken();
    });
    opened.on('incoming', takeIn);
  }

  function replaceToken(): void {
    isTokenOld = true;
    void replaceTokenBetweenCalls();
  }

  /** SO-10: never in the middle of a call, where it costs a second of voice; at once when nobody speaks. */
  async function replaceTokenBetweenCalls(): Promise<void> {
    if (!isTokenOld || calls.size > 0 || device === null) return;
    isTokenOld = false;
    renewals += 1;
    // The first one at once; a hub whose tokens are not believed is not asked over and over.
    if (renewals > 1) await pause(retryMs, closing.signal);
    const access = await accessOrStopped(closing.signal, tellFailure);
    if (access === null) return;
    device.updateToken(access.token);
    await registerDevice(device);
  }

  function takeIn(call: Call): void {
    const callId = call.customParameters.get(ringCallId);
    // What the hub knows nothing of could not be recorded: it is left to ring out.
    if (callId === undefined) {
      call.ignore();
      return;
    }
    const isCurrent = () => calls.get(callId) === call;
    followCall(call, {
      change: (part) => {
        if (isCurrent()) store.setLeg(callId, part);
      },
      gone: () => {
        if (!isCurrent()) return;
        calls.delete(callId);
        store.removeLeg(callId);
        if (calls.size === 0) void afterLastCall();
      },
    });
    calls.set(callId, call);
    store.addLeg(callId);
  }

  async function afterLastCall(): Promise<void> {
    await device?.audio?.unsetInputDevice();
    await replaceTokenBetweenCalls();
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    register,
    answer: async (callId) => {
      const call = calls.get(callId);
      if (call?.status() !== 'pending') return;
      store.setLeg(callId, { state: 'connecting' });
      // One that is no longer plugged in gives way to the system's own.
      const audio = microphone === null ? true : { deviceId: { ideal: microphone } };
      call.accept({ rtcConstraints: { audio } });
    },
    reject: (callId) => calls.get(callId)?.reject(),
    hangUp: (callId) => {
      const call = calls.get(callId);
      if (call?.status() === 'pending') call.reject();
      else call?.disconnect();
    },
    mute: (callId, isMuted) => calls.get(callId)?.mute(isMuted),
    sendDigits: (callId, digits) => calls.get(callId)?.sendDigits(digits),
    chooseDevice: async (kind, id) => {
      if (kind === 'speaker') {
        speaker = id;
        if (device !== null) await hearFrom(device, id);
        return;
      }
      microphone = id;
      // Between calls the microphone stays closed: it is opened as each of them is answered.
      if (device?.isBusy) await speakInto(device, id);
    },
    close: async () => {
      closing.abort();
      store.close();
      device?.destroy();
      calls.clear();
    },
  };
}

/** How long before its end a token is replaced, where no call is in the way: half an hour, or a tenth of what it has. */
const marginMs = 30 * 60_000;

function openDevice({ token, edges, expiresAt }: TwilioAccess): Device {
  const lastsMs = Math.max(0, Date.parse(expiresAt) - Date.now());
  const device = new Device(token, {
    edge: [...edges],
    // SO-4: a second call shows itself, and waits until it is chosen.
    allowIncomingWhileBusy: true,
    closeProtection: true,
    tokenRefreshMs: Math.min(marginMs, lastsMs / 10),
    // Each sound that is not given would be fetched from Twilio's servers.
    sounds: Object.fromEntries(Object.values(Device.SoundName).map((name) => [name, silence()])),
    disableAudioContextSounds: true,
    logLevel: 'silent',
  });
  device.audio?.incoming(false);
  device.audio?.outgoing(false);
  device.audio?.disconnect(false);
  return device;
}

/** Waits for the network where it is away, as long as it takes. */
async function registerDevice(device: Device): Promise<void> {
  if (device.state !== 'unregistered') return;
  // It rejects where the connection is lost again meanwhile: the SDK then tries again by itself.
  await device.register().catch(() => undefined);
}

async function hearFrom({ audio }: Device, id: string | null): Promise<void> {
  if (!audio?.isOutputSelectionSupported) return;
  const isThere = id !== null && audio.availableOutputDevices.has(id);
  // A browser that refuses stays with the system's own.
  await audio.speakerDevices.set(isThere ? id : 'default').catch(() => undefined);
}

async function speakInto({ audio }: Device, id: string | null): Promise<void> {
  // Unplugged at this very moment: the microphone in use goes on.
  await audio?.setInputDevice(id ?? 'default').catch(() => undefined);
}
