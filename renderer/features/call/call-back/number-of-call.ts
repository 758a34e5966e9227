import { numberToCall } from '#src/calls';
import type { CallView } from '#src/contract';

/** CA-12: where the person is called back; `null` where nothing is known yet. */
export function numberOfCall({ callBackNumber, number, record }: CallView): string | null {
  const people = [record?.caller ?? null, record?.beneficiary ?? null];
  return numberToCall({ callBackNumber, number, people });
}
