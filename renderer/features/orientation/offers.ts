import { Temporal } from 'temporal-polyfill';
import {
  type AppointmentKind,
  computeSlots,
  isWorkshop,
  type MeetingPlace,
  meetingPlaces,
  type Slot,
} from '#src/booking';
import type { BookingView, DiaryView } from '#src/contract';

/** A time at a venue, in one of its diaries. */
export type Offer = Slot & { readonly diary: DiaryView; readonly kind: AppointmentKind };

/** A day on which the venue takes appointments. */
export type OfferDay = {
  /** On the venue's clock, `YYYY-MM-DD`. */
  readonly day: string;
  /** What can be shown: free, or held by somebody. Booked ones are gone. */
  readonly offers: readonly Offer[];
};

/** What a person may come for: the same kind in several diaries of a venue is one choice. */
export type KindChoice = {
  readonly key: string;
  readonly kind: AppointmentKind;
  readonly where: readonly MeetingPlace[];
  readonly diaries: readonly { readonly diary: DiaryView; readonly kind: AppointmentKind }[];
};

/** Somebody with a diary of their own. */
export type Mediator = NonNullable<DiaryView['mediator']>;

/** How far ahead times are offered, in days. */
const daysAhead = 42;

/** The kinds of appointment of a venue's diaries, by their names. */
export function kindChoices(diaries: readonly DiaryView[]): readonly KindChoice[] {
  const each = diaries.flatMap((diary) => diary.kinds.map((kind) => ({ diary, kind })));
  const groups = Map.groupBy(each, ({ kind }) =>
    [kind.name, kind.minutes, isWorkshop(kind)].join('|'),
  );
  return [...groups].flatMap(([key, same]) => {
    const [first] = same;
    const where = meetingPlaces.filter((place) =>
      same.some(({ kind }) => kind.where.includes(place)),
    );
    return first === undefined ? [] : [{ key, kind: first.kind, where, diaries: same }];
  });
}

/** Where the person would rather be met, by what the call found that they need. */
export function placeWished(wishes: readonly string[]): MeetingPlace {
  if (wishes.includes('comes-to-you')) return 'home';
  return wishes.includes('remote') ? 'phone' : 'venue';
}

/** The choice of that key; else the first that can be had at `place`, else the first. */
export function chosenKind(
  choices: readonly KindChoice[],
  key: string | null,
  place: MeetingPlace,
): KindChoice | null {
  return (
    choices.find((choice) => choice.key === key) ??
    choices.find((choice) => choice.where.includes(place)) ??
    choices[0] ??
    null
  );
}

/** The place, where the kind can be had there; else the first where it can. */
export function chosenPlace({ where }: KindChoice, place: MeetingPlace): MeetingPlace {
  return where.includes(place) ? place : (where[0] ?? place);
}

/** BO-40: whom the person may ask for, by name: those with a diary of their own for it, where they are several. */
export function mediatorChoices({ diaries }: KindChoice, place: MeetingPlace): readonly Mediator[] {
  const each = diaries.flatMap(({ diary: { mediator }, kind }) =>
    mediator !== null && kind.where.includes(place) ? [mediator] : [],
  );
  const mediators = [...new Map(each.map((one) => [one.id, one])).values()];
  return mediators.length < 2
    ? []
    : mediators.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The mediator of that account, where they are one of the choices; else nobody in particular. */
export function chosenMediator(mediators: readonly Mediator[], id: string | null): Mediator | null {
  return mediators.find((mediator) => mediator.id === id) ?? null;
}

/** The choice in that mediator's own diaries alone; in all of them where nobody is asked for. */
export function withMediator(choice: KindChoice, mediator: Mediator | null): KindChoice {
  if (mediator === null) return choice;
  return {
    ...choice,
    diaries: choice.diaries.filter(({ diary }) => diary.mediator?.id === mediator.id),
  };
}

/** The times of all the diaries that have that kind at that place, in order; of several that begin together, one. */
export function offersOf(
  choice: KindChoice,
  place: MeetingPlace,
  bookings: readonly BookingView[],
  now: string,
): readonly Offer[] {
  const all = choice.diaries
    .filter(({ kind }) => kind.where.includes(place))
    .flatMap(({ diary, kind }) => {
      const own = bookings.filter(({ diaryId }) => diaryId === diary.id);
      const today = Temporal.Instant.from(now).toZonedDateTimeISO(diary.zone).toPlainDate();
      const window = { from: today.toString(), to: today.add({ days: daysAhead }).toString() };
      return computeSlots(diary, kind, own, window, now).map((slot) => ({ ...slot, diary, kind }));
    });
  return [...Map.groupBy(all, ({ start }) => start).values()]
    .flatMap((together) => together.toSorted(freeFirst).slice(0, 1))
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start));
}

const order = { free: 0, held: 1, booked: 2 } as const;
const freeFirst = (one: Offer, other: Offer) => order[one.state] - order[other.state];

/** By day of the venue's clock. A day without any left has no offers. */
export function offersByDay(offers: readonly Offer[]): readonly OfferDay[] {
  const days = Map.groupBy(offers, ({ start, diary }) =>
    Temporal.Instant.from(start).toZonedDateTimeISO(diary.zone).toPlainDate().toString(),
  );
  return [...days].map(([day, ofDay]) => ({
    day,
    offers: ofDay.filter(({ state }) => state !== 'booked'),
  }));
}
