import type { Carrier, Handed, Parcel } from '../../main/hub/notifications/carrier.port.ts';

/** A carrier that keeps what it is given, and answers what a test wants. */
export function carrierDouble() {
  const taken: Parcel[] = [];
  const answers: Exclude<Handed['outcome'], 'taken'>[] = [];
  const fates: ('delivered' | 'undelivered')[] = [];
  const carrier: Carrier = {
    send: async (parcel) => {
      const outcome = answers.shift();
      if (outcome !== undefined) return { outcome };
      taken.push(parcel);
      return { outcome: 'taken', providerId: `taken-${taken.length}` };
    },
    trace: async ({ to }) => {
      const index = taken.findIndex((parcel) => parcel.to === to);
      return index < 0
        ? { outcome: 'absent' }
        : { outcome: 'taken', providerId: `taken-${index + 1}` };
    },
    fate: async () => fates.shift() ?? null,
    close: () => undefined,
  };
  return {
    carrier,
    taken,
    /** What it says instead of taking the next ones. */
    answer: (...outcomes: typeof answers) => answers.push(...outcomes),
    /** What it says became of the next one asked for. */
    become: (fate: 'delivered' | 'undelivered') => fates.push(fate),
  };
}
