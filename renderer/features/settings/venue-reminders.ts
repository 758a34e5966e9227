import type { SettingsView } from '#src/contract';

type Reminders = SettingsView['venueReminders'];

/** As many as somebody would take for help and not for harassment; the contract says the same. */
export const mostReminders = 5;
export const furthestDay = 60;

/** Another day for the reminder at `index`; those after it stay after it. */
export function withDay(reminders: Reminders, index: number, days: number): Reminders {
  return { ...reminders, afterDays: inOrder(reminders.afterDays.with(index, days), index) };
}

/** One more, a few days after the last. */
export function withReminder(reminders: Reminders): Reminders {
  const { afterDays } = reminders;
  const next = Math.min((afterDays.at(-1) ?? 0) + 3, furthestDay);
  return { ...reminders, afterDays: inOrder([...afterDays, next], afterDays.length) };
}

export function withoutLastReminder(reminders: Reminders): Reminders {
  return { ...reminders, afterDays: reminders.afterDays.slice(0, -1) };
}

export function sameReminders(a: Reminders, b: Reminders): boolean {
  return (
    a.thenDays === b.thenDays &&
    a.afterDays.length === b.afterDays.length &&
    a.afterDays.every((days, index) => days === b.afterDays[index])
  );
}

/** The day at `kept` stays, as far as the others leave room; each comes at least a day after the one before it. */
function inOrder(days: readonly number[], kept: number): number[] {
  const last = days.length - 1;
  const bounded = days.map((day, index) =>
    Math.min(Math.max(day, index + 1), furthestDay - (last - index)),
  );
  const pivot = bounded[kept] ?? 1;
  return bounded.map((day, index) =>
    index < kept ? Math.min(day, pivot - (kept - index)) : Math.max(day, pivot + (index - kept)),
  );
}
