import { createHash } from 'node:crypto';

/** SHA-256 of a message's words. A carrier may change line ends and the spaces around. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');
}
