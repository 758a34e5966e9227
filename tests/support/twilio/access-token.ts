import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const claims = z.object({
  exp: z.int(),
  grants: z.object({
    identity: z.string(),
    voice: z.object({ incoming: z.object({ allow: z.boolean() }) }),
  }),
});

/** Whom a token lets in, and for how many seconds still; `null`: it was not signed with this secret, is over, or takes no calls. */
export function readAccessToken(
  token: string,
  secret: string,
): { readonly identity: string; readonly lastsS: number } | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const right = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const read = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!read.success || !read.data.grants.voice.incoming.allow) return null;
  const lastsS = read.data.exp - Math.floor(Date.now() / 1_000);
  return lastsS > 0 ? { identity: read.data.grants.identity, lastsS } : null;
}
