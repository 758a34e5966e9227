import { createHmac, timingSafeEqual } from 'node:crypto';

/** BO-65: whether `signature` is the hexadecimal HMAC-SHA256 of those very bytes, told in a time that says nothing of it. */
export function isSignedBy(secret: string, body: Uint8Array, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const own = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(own, Buffer.from(signature, 'hex'));
}
