import { createHash, randomBytes } from 'node:crypto';

/** 160 bits that nobody guesses, as 27 characters that any address or terminal takes. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}

/** What is kept of a token: a copy of the database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
