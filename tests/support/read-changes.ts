import type { APIRequestContext } from 'playwright-core';
import { type Change, changePage } from '#src/contract';

/** All that the signed-in account may read, page after page. */
export async function readChanges(
  request: APIRequestContext,
  address: string,
): Promise<readonly Change[]> {
  const all: Change[] = [];
  for (let after = 0; ; ) {
    const answer = await request.get(`${address}/api/changes?after=${after}`);
    const { changes, cursor, more } = changePage.parse(await answer.json());
    all.push(...changes);
    if (!more) return all;
    after = cursor;
  }
}
