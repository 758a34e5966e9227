import { describePhone } from '#src/kernel';

export type Format = ReturnType<typeof formatFor>;

/** The desk's own clock; a venue's or a caller's is given where it differs. */
const deskZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How a language writes what is not words. Instants are ISO strings, days `YYYY-MM-DD`. */
export function formatFor(locale: string) {
  const french = locale.startsWith('fr');

  /** Each is made once: making one takes longer than all that it will write in a call. */
  const dateFormats = new Map<string, Intl.DateTimeFormat>();

  function dateFormat(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const wanted = { ...options, timeZone: zone };
    const key = JSON.stringify(wanted);
    const made = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, wanted);
    dateFormats.set(key, made);
    return made;
  }

  function inZone(instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
    return dateFormat(zone, options)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => (french && type === 'day' && value === '1' ? '1er' : value))
      .join('');
  }

  function ofDay(day: string, options: Intl.DateTimeFormatOptions): string {
    return inZone(`${day}T12:00:00Z`, 'UTC', options);
  }

  const languageNames = new Intl.DisplayNames(locale, { type: 'language' });

  /** `14 h 30`, `9 h` in French; `2:30 pm` would be read aloud worse than `14:30` in English. */
  function hours(clock: string): string {
    const [hour = '', minute = ''] = clock.split(':');
    if (!french) return clock;
    return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
  }

  return {
    locale,

    /** A time of day, as said: `14 h 30`. */
    clock: (instant: string, zone = deskZone) =>
      hours(inZone(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })),
    /** A `HH:mm` of a diary, as said. */
    clockTime: hours,
    /** To the second, for what was saved and sent: `10:06:41`. */
    exactClock: (instant: string, zone = deskZone) =>
      inZone(instant, zone, {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),

    /** `mardi 24 novembre` */
    date: (instant: string, zone = deskZone) =>
      inZone(instant, zone, { weekday: 'long', day: 'numeric', month: 'long' }),
    /** `24 nov.` */
    shortDate: (instant: string, zone = deskZone) =>
      inZone(instant, zone, { day: 'numeric', month: 'short' }),
    /** `24 nov. 2026` */
    dayOf: (instant: string, zone = deskZone) =>
      inZone(instant, zone, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** `mardi 24 novembre 2026` of a calendar day. */
    day: (day: string) =>
      ofDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `24 nov. 2026` of a calendar day. */
    shortDay: (day: string) => ofDay(day, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** `ven.` of a calendar day. */
    shortWeekday: (day: string) => ofDay(day, { weekday: 'short' }),
    /** `octobre 2026`: the month of a calendar day. */
    month: (day: string) => ofDay(day, { month: 'long', year: 'numeric' }),
    /** `lundi`, 1 being Monday. */
    weekday: (weekday: number, length: 'long' | 'short' = 'long') =>
      ofDay(`2024-01-0${weekday}`, { weekday: length }),

    /** What a stopwatch shows: `4:37`, `1:04:37`. */
    stopwatch: (seconds: number) => {
      const whole = Math.max(0, Math.floor(seconds));
      const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      const hour = Math.floor(whole / 3600);
      return hour === 0 ? parts.join(':') : [hour, ...parts].join(':');
    },
    /** `4,2 km`; under one kilometre, to a hundred metres. */
    distance: (km: number) => {
      const digits = km < 10 ? 1 : 0;
      return `${new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(km)}\u00a0km`;
    },
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** `3,4 Mo`, of so many bytes. */
    fileSize: (bytes: number) => {
      const isSmall = bytes < 1_000_000;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: isSmall ? 'kilobyte' : 'megabyte',
        maximumFractionDigits: isSmall ? 0 : 1,
      }).format(bytes / (isSmall ? 1000 : 1_000_000));
    },
    /** A share between 0 and 1: `43 %`. */
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    /** `Mende, Florac et Marvejols` */
    list: (words: readonly string[]) =>
      new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    /** `mercredi matin ou jeudi` */
    either: (words: readonly string[]) =>
      new Intl.ListFormat(locale, { type: 'disjunction' }).format(words),
    /** The place whose clock a zone is: `Paris`, `Saint Denis`. */
    placeOfZone: (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),

    /** `arabe` for the tag `ar`. */
    language: (tag: string) => languageNames.of(tag) ?? tag,

    /** A stored E.164 number as it is dialled: `04 65 71 28 14`. */
    phone: (e164: string) => describePhone(e164)?.national ?? e164,
  };
}
