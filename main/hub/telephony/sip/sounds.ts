import { spawn } from 'node:child_process';

const rate = 8_000;
const headerBytes = 44;

/** Samples from -1 to 1 as a file that rtpengine plays: WAV, 16 bits, one channel. */
export function wav(samples: Float64Array): Buffer {
  const file = Buffer.alloc(headerBytes + 2 * samples.length);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(2 * rate, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(2 * samples.length, 40);
  for (const [index, sample] of samples.entries()) {
    file.writeInt16LE(Math.round(32_767 * sample), headerBytes + 2 * index);
  }
  return file;
}

/** Two soft notes, then silence: six seconds that may come again and again. */
export function waitSound(): Buffer {
  const samples = new Float64Array(6 * rate);
  for (const [at, hertz] of [
    [0, 523],
    [0.6, 659],
  ] as const) {
    const from = Math.round(at * rate);
    for (let index = 0; index < 1.2 * rate; index += 1) {
      const s = index / rate;
      const fade = Math.min(1, 40 * s) * Math.exp(-3 * s);
      samples[from + index] =
        (samples[from + index] ?? 0) + 0.25 * fade * Math.sin(2 * Math.PI * hertz * s);
    }
  }
  return wav(samples);
}

/** Speaks a text aloud; `null` where this machine has no voice. */
export type Speak = (text: string, language: string) => Promise<Buffer | null>;

/** The voice of espeak-ng, where the operator installed it; what was said once is kept. */
export function systemVoice(): Speak {
  const said = new Map<string, Promise<Buffer | null>>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const known = said.get(key) ?? speak(text, language).catch(() => null);
    said.set(key, known);
    // What failed once is tried again for the next caller.
    void known.then((sound) => sound === null && said.delete(key));
    return known;
  };
}

function speak(text: string, language: string): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const voice = spawn('espeak-ng', ['-v', language, '-s', '145', '--stdin', '--stdout'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const parts: Buffer[] = [];
    voice.on('error', () => resolve(null));
    voice.stdin.on('error', () => resolve(null));
    voice.stdout.on('data', (part: Buffer) => parts.push(part));
    voice.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts) : null));
    voice.stdin.end(text);
  });
}
