import type { MeetingPlace } from '#src/booking';
import type { availability as french } from '../fr/availability.ts';

const wheres: Record<MeetingPlace, string> = {
  venue: 'At the venue',
  phone: 'By phone',
  video: 'By video',
  home: 'At the person’s home',
};

export const availability: typeof french = {
  diary: 'Diary',
  owners: { venue: 'The venue’s', mediator: 'Mine' },
  firstKind: 'One-to-one help',
  giveUp: 'Drop the changes',
  incomplete: 'A day, a time or a name is missing.',
  drawFor: 'Hours for',
  anyKind: 'every appointment',
  grid: 'Hours of the week',
  gridHelp:
    'Drag over the hours to open them. By keyboard: arrows, Enter to begin and to end, Delete to remove.',
  hours: (from, to) => `${from} to ${to}`,
  open: (hours) => `open ${hours}`,
  drawing: (hours) => `opening ${hours}`,
  closed: 'closed',
  begun: (clock) => `Begins at ${clock}. Enter to end, Escape to give up.`,
  drawn: (range) => `Opened: ${range}`,
  removed: (range) => `Removed: ${range}`,
  remove: 'Remove the range',
  removeOne: (range) => `Remove ${range}`,
  list: 'Type the hours',
  kinds: {
    title: 'Kinds of appointment',
    add: 'Add a kind',
    newName: 'Workshop',
    summary: (name, minutes, places) =>
      `${name}, ${minutes} min${places === 1 ? '' : `, ${places} places`}`,
    name: 'Name, as it is said to the person',
    nameMissing: 'Give it a name.',
    minutes: 'Length',
    rest: 'Rest after it',
    minutesUnit: 'min',
    places: 'Places',
    where: 'Where',
    wheres,
    whereMissing: 'Tick one place at least.',
    remove: (name) => `Remove “${name}”`,
  },
  apart: {
    title: 'Absences and days apart',
    none: 'Every week is like the others.',
    addAbsence: 'Add an absence',
    addException: 'Add a day apart',
    away: 'Away from',
    awayFrom: 'First day away',
    awayUntil: 'Last day away',
    to: 'to',
    wrongDays: 'The end is before the beginning.',
    removeAbsence: 'Remove this absence',
    removeException: 'Remove this day apart',
    what: 'On that day',
    types: { closed: 'Closed', open: 'Open besides' },
    day: 'Day',
  },
  covered: {
    title: (n) =>
      n === 1
        ? 'One appointment is outside your hours now'
        : `${n} appointments are outside your hours now`,
    safe: 'They stand: nobody is told as long as you do nothing.',
    next: 'Propose another time to each person, or cancel.',
    propose: 'Another time',
    cancel: 'Cancel',
  },
  rules: {
    title: 'Booking',
    soonest: 'At the soonest',
    ahead: (minutes) => {
      if (minutes < 60) return `${minutes} min before`;
      if (minutes < 1440) return `${Math.round(minutes / 60)} h before`;
      return minutes === 1440 ? 'the day before' : `${Math.round(minutes / 1440)} days before`;
    },
    furthest: 'At the furthest',
    days: 'days',
    holidays: 'Open on public holidays',
    holidaysHint: 'If not, nothing is offered on those days.',
  },
};
