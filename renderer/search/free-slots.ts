import { liveQuery } from 'dexie';
import { Temporal } from 'temporal-polyfill';
import { computeSlots, takesAppointments } from '#src/booking';
import type { BookingView, DiaryView } from '#src/contract';
import type { DeskDatabase } from '../storage/database.ts';

/** How far ahead a free slot speaks for a venue, in days. */
const daysAhead = 14;

/** The first free slot of each venue that has one, as far as this desk knows. */
export type FreeSlots = {
  /** Instants by venue id, at `now`. */
  readonly from: (now: string) => ReadonlyMap<string, string>;
  readonly close: () => void;
};

type Known = { readonly diaries: readonly DiaryView[]; readonly bookings: Bookings };
type Bookings = ReadonlyMap<string, readonly BookingView[]>;

/** Follows the diaries and bookings that this desk mirrors. */
export function followFreeSlots(database: DeskDatabase, onChange: () => void): FreeSlots {
  let known: Known = { diaries: [], bookings: new Map() };
  let found: { readonly until: number; readonly from: ReadonlyMap<string, string> } | null = null;
  const reading = liveQuery(() => read(database)).subscribe((next) => {
    known = next;
    found = null;
    onChange();
  });
  return {
    from: (now) => {
      const at = Date.parse(now);
      if (found === null || at >= found.until) {
        // What is free changes by itself at each full minute at most: slots begin on minutes.
        const until = (Math.floor(at / minuteMs) + 1) * minuteMs;
        found = { until, from: firstFreeSlots(known, now) };
      }
      return found.from;
    },
    close: () => reading.unsubscribe(),
  };
}

const minuteMs = 60_000;

async function read({ mirror }: DeskDatabase): Promise<Known> {
  const diaries = (await mirror.diary.toArray()).flatMap(({ shown }) => shown ?? []);
  const bookings = (await mirror.booking.toArray()).flatMap(({ shown }) => shown ?? []);
  return { diaries, bookings: Map.groupBy(bookings, ({ diaryId }) => diaryId) };
}

/** The first free slot by venue id; a venue whose diary is full is not in it. */
export function firstFreeSlots({ diaries, bookings }: Known, now: string) {
  const first = new Map<string, string>();
  for (const diary of diaries) {
    const start = firstFreeSlot(diary, bookings.get(diary.id) ?? [], now);
    const known = first.get(diary.venueId);
    if (start !== null && (known === undefined || start < known)) first.set(diary.venueId, start);
  }
  return first;
}

/** Day by day: most diaries have something free in the next few. */
function firstFreeSlot(
  diary: DiaryView,
  bookings: readonly BookingView[],
  now: string,
): string | null {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(diary.zone).toPlainDate();
  if (!takesAppointments(diary)) return null;
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = today.add({ days: ahead });
    const window = { from: day.toString(), to: day.add({ days: 1 }).toString() };
    const [first] = diary.kinds
      .flatMap((kind) => computeSlots(diary, kind, bookings, window, now))
      .filter(({ state }) => state === 'free')
      .map(({ start }) => start)
      .sort();
    if (first !== undefined) return first;
  }
  return null;
}
