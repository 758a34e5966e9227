/** How a call's wait ended. `call-back`: the caller chose to be called back rather than to wait. */
export type WaitEnd = 'answered' | 'abandoned' | 'call-back';

/** A call that no longer waits, and for how long it did. */
export type EndedWait = { readonly end: WaitEnd; readonly waitedS: number };

/** Who hangs up sooner has dialled a wrong number or changed their mind: it says nothing of how the line answers. */
export const shortAbandonS = 5;

/** RO-22: of the calls that count, how many were answered in time. */
export type ServiceLevel = {
  readonly withinS: number;
  readonly answeredWithin: number;
  /** Answered, or abandoned after more than `shortAbandonS`. */
  readonly counted: number;
  /** From 0 to 1; `null` where no call counts. */
  readonly share: number | null;
};

/** RO-22: answered within `withinS` seconds / (answered + abandoned after more than 5 s). */
export function serviceLevel(waits: readonly EndedWait[], withinS: number): ServiceLevel {
  const answered = waits.filter(({ end }) => end === 'answered');
  const abandoned = waits.filter(
    ({ end, waitedS }) => end === 'abandoned' && waitedS > shortAbandonS,
  );
  const counted = answered.length + abandoned.length;
  const answeredWithin = answered.filter(({ waitedS }) => waitedS <= withinS).length;
  const share = counted === 0 ? null : answeredWithin / counted;
  return { withinS, answeredWithin, counted, share };
}
