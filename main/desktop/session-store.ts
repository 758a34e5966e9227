import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** Encrypts with a key that the system keeps. `null` where it has no safe place for one. */
export type Vault = {
  readonly encrypt: (text: string) => Promise<Buffer>;
  readonly decrypt: (bytes: Buffer) => Promise<string>;
};

const storedSession = z.object({
  hub: z.string(),
  cookies: z.array(z.object({ name: z.string(), value: z.string(), expires: z.number() })),
});
type Cookie = z.infer<typeof storedSession>['cookies'][number];

export type SessionStore = {
  /** The `Cookie` header for the hub; empty when signed out. */
  readonly header: () => string;
  /** Takes the hub's `Set-Cookie` lines. Resolves once they are kept. */
  readonly accept: (lines: readonly string[]) => Promise<void>;
};

type Place = {
  readonly file: string;
  /** The hub that the session is with: another hub never sees it. */
  readonly hub: string;
  readonly vault: Vault | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/**
 * The session with the hub, held by the main process: cookies do not survive a custom protocol, and
 * the page never sees them. Without a vault it lives in memory only, and ends with the program.
 */
export async function openSessionStore({ file, hub, vault, now }: Place): Promise<SessionStore> {
  const cookies = new Map<string, Cookie>();
  for (const cookie of await load(file, hub, vault)) cookies.set(cookie.name, cookie);
  let saving: Promise<void> = Promise.resolve();

  return {
    header: () =>
      [...cookies.values()]
        .filter((cookie) => cookie.expires > now())
        .map((cookie) => `${cookie.name}=${cookie.value}`)
        .join('; '),
    accept: (lines) => {
      for (const cookie of lines.map((line) => parseSetCookie(line, now()))) {
        if (cookie === null) continue;
        if (cookie.expires > now()) cookies.set(cookie.name, cookie);
        else cookies.delete(cookie.name);
      }
      if (vault === null || lines.length === 0) return saving;
      const text = JSON.stringify({ hub, cookies: [...cookies.values()] });
      saving = saving.then(() => save(file, vault, text));
      return saving;
    },
  };
}

/** What is unreadable (another key, a cut file) is a session to open again, not a failure to start. */
async function load(file: string, hub: string, vault: Vault | null): Promise<readonly Cookie[]> {
  if (vault === null) {
    await rm(file, { force: true });
    return [];
  }
  try {
    const text = await vault.decrypt(await readFile(file));
    const stored = storedSession.parse(JSON.parse(text));
    return stored.hub === hub ? stored.cookies : [];
  } catch {
    return [];
  }
}

async function save(file: string, vault: Vault, text: string): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, await vault.encrypt(text), { mode: 0o600 });
  await rename(draft, file);
}

/** A cookie that names no end lasts as long as the program: it is kept until a day has passed. */
const sessionLengthMs = 24 * 60 * 60 * 1000;

function parseSetCookie(line: string, now: number): Cookie | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1) return null;
  const value = (name: string): string | undefined =>
    attributes
      .map((attribute) => attribute.trim())
      .find((attribute) => attribute.toLowerCase().startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const maxAge = value('max-age');
  const expires = value('expires');
  const end =
    maxAge !== undefined
      ? now + Number(maxAge) * 1000
      : expires !== undefined
        ? Date.parse(expires)
        : now + sessionLengthMs;
  return {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    expires: Number.isFinite(end) ? end : 0,
  };
}
