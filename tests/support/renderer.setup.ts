import { buildDesk } from '../../main/cli/build.ts';

/** The desk that every end-to-end test opens: built once, and only where its sources changed. */
export async function setup(): Promise<void> {
  await buildDesk();
}
