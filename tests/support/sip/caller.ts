import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wav } from '../../../main/hub/telephony/sip/sounds.ts';
import { openControl } from './baresip-control.ts';
import { freePorts, type SipTestNetwork } from './network.ts';

/** A telephone of the network: baresip, which dials, speaks a tone and keeps what it hears. */
export type Caller = {
  readonly dial: (number: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly hangUp: () => Promise<void>;
  /** Whether a call of it is answered and not over. */
  readonly isSpeaking: () => boolean;
  /** The keys that others pressed while it listened. */
  readonly keysHeard: () => string;
  /** How loud a frequency is in the last second that it heard, in decibels of the loudest possible. */
  readonly hears: (hertz: number) => Promise<number>;
};

const rate = 8_000;
/** What the telephone says, in hertz, in bursts. */
export const callerHertz = 440;

/**
 * Opens a telephone at the trunk. `answers`: it takes the calls that come to it, which all go to one such telephone.
 * `also`: the other numbers at which it is reached.
 */
export async function openCaller(
  { trunk, trunkPort, folder, start }: SipTestNetwork,
  program: string,
  own: { readonly number: string; readonly answers: boolean; readonly also?: readonly string[] },
): Promise<Caller> {
  const home = join(folder, `telephone-${own.number}`);
  const kept = join(home, 'heard');
  await mkdir(kept, { recursive: true });
  const [control = 0, other = 0] = await freePorts(2);
  const port = own.answers ? trunkPort : other;
  const tone = Float64Array.from({ length: 60 * rate }, (_, index) =>
    index % 4_800 < 3_200 ? 0.5 * Math.sin((2 * Math.PI * callerHertz * index) / rate) : 0,
  );
  await writeFile(join(home, 'tone.wav'), wav(tone));
  const mode = own.answers ? ';answermode=auto' : '';
  const accounts = [own.number, ...(own.also ?? [])].map(
    (number) => `<sip:${number}@${trunk}>;regint=0;audio_codecs=PCMA/8000/1,PCMU/8000/1${mode}\n`,
  );
  await writeFile(join(home, 'accounts'), accounts.join(''));
  await writeFile(join(home, 'contacts'), '');
  await writeFile(
    join(home, 'config'),
    [
      `sip_listen 127.0.0.1:${port}`,
      `audio_source aufile,${join(home, 'tone.wav')}`,
      'audio_player aubridge,heard',
      'audio_alert aubridge,alert',
      'ausrc_srate 8000',
      'auplay_srate 8000',
      'ausrc_channels 1',
      'auplay_channels 1',
      'rtp_ports 20000-20400',
      'net_interface 127.0.0.1',
      'module_path /usr/lib/baresip/modules',
      ...['stdio', 'g711', 'aufile', 'aubridge', 'sndfile'].map((name) => `module ${name}.so`),
      'module_tmp account.so',
      'module_app menu.so',
      'module_app ctrl_tcp.so',
      `ctrl_tcp_listen 127.0.0.1:${control}`,
      `snd_path ${kept}`,
      '',
    ].join('\n'),
  );
  await start(`telephone-${own.number}`, program, ['-f', home, '-v']);
  const { command, events } = await openControl(control);
  return {
    dial: (number) => command('dial', `sip:${number}@${trunk}`),
    press: (key) => command('sndcode', key),
    hangUp: () => command('hangup'),
    isSpeaking: () =>
      events.findLast(({ type }) => type === 'CALL_ESTABLISHED' || type === 'CALL_CLOSED')?.type ===
      'CALL_ESTABLISHED',
    keysHeard: () =>
      events
        .filter(({ type }) => type === 'CALL_DTMF_START')
        .map(({ param }) => param ?? '')
        .join(''),
    hears: async (hertz) => loudness(await lastSecond(kept), hertz),
  };
}

/** The end of what was last written of what came: 16 bits a sample, at the network's rate. */
async function lastSecond(folder: string): Promise<Float64Array> {
  const names = (await readdir(folder)).filter((name) => name.includes('dec')).sort();
  const bytes = await readFile(join(folder, names.at(-1) ?? ''));
  const from = Math.max(44, bytes.length - 2 * rate);
  const count = Math.floor((bytes.length - from) / 2);
  return Float64Array.from(
    { length: count },
    (_, index) => bytes.readInt16LE(from + 2 * index) / 32_768,
  );
}

/** Goertzel: the part of that frequency. */
function loudness(samples: Float64Array, hertz: number): number {
  const turn = (2 * Math.PI * hertz) / rate;
  let real = 0;
  let imaginary = 0;
  for (const [index, sample] of samples.entries()) {
    real += sample * Math.cos(turn * index);
    imaginary += sample * Math.sin(turn * index);
  }
  const amplitude = (2 * Math.hypot(real, imaginary)) / Math.max(1, samples.length);
  return 20 * Math.log10(Math.max(amplitude, 1e-6));
}
