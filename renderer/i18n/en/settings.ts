import type { settings as french } from '../fr/settings.ts';

/** What the administrator decides for the whole installation. */
const installation: typeof french.installation = {
  title: 'Settings',
  navigation: 'Settings',
  lead: 'These choices hold for every desk.',
  save: 'Save',
  undo: 'Undo the changes',
  unsaved: 'Changes not saved',
  saved: 'The settings are saved',
  failed: 'The settings were not saved',
  failedSafe: 'Your changes are still here, and the desks keep the settings from before.',
  readFailed: 'The settings could not be read',
  readFailedSafe: 'The desks keep those that they have.',

  holidays: 'Public holidays on which the sources disagree',
  holidaysWhere:
    'Good Friday and 21 July (Victor Schœlcher), in Guadeloupe, Martinique, Saint-Barthélemy and Saint-Martin. They are kept by usage; neither the labour code nor the State’s calendar names them.',
  holidayChoices: {
    'to-check': {
      label: 'To be checked',
      hint: 'The desk says “to be checked” for these days, unless the venue states its hours on holidays. This is what ships.',
    },
    holiday: {
      label: 'Holidays',
      hint: 'These days are treated as 14 July or 15 August are.',
    },
    'working-day': {
      label: 'Working days',
      hint: 'The desk says the venue’s usual hours.',
    },
  },

  venueReminders: {
    title: 'Reminders to venues',
    help: 'A venue that does not answer a request is reminded. Days are counted without Saturdays, Sundays and the venue’s public holidays.',
    reminder: (n: number) => (n === 1 ? 'First reminder, after' : `Reminder ${n}, after`),
    unit: 'working days',
    add: 'Add a reminder',
    remove: 'Remove the last one',
    end: 'Then the request ends, after',
    endAlone: 'The request ends after',
    endHelp: 'It goes back to the adviser, with the next venue.',
  },

  plan: 'Map',
  planTiles: 'Show the plan of the IGN',
  planTilesHint:
    'Streets and buildings under the venues. Each desk then asks data.geopf.fr for the squares it looks at: the IGN sees its network address and the area shown, never a name or a call.',
  planOff:
    'Without it the shipped outlines suffice, and no desk leaves the network. A desk that is open follows this choice once its page is loaded again.',

  weights: 'Ranking of venues',
  weightsLead:
    'The ranking starts from the distance as the crow flies. Each shortcoming lengthens it by so many kilometres: a venue that is farther but fits better comes first.',
  weightNames: {
    wishNotMetKm: {
      label: 'A wish that the venue does not meet',
      help: 'For each wish to which the record says no.',
    },
    wishUnknownKm: {
      label: 'A wish of which the record says nothing',
      help: 'For each wish to ask the venue about.',
    },
    noFreeSlotKm: {
      label: 'No free slot known',
      help: 'In the next fourteen days, or no diary.',
    },
    hoursUnknownKm: { label: 'Hours unknown', help: 'Not in the record, or not understood.' },
    staleRecordKm: { label: 'Old record', help: 'Older than twelve months, or not dated.' },
    referralKm: {
      label: 'Person already referred',
      help: 'For each of the last fourteen days: equal venues take turns.',
    },
  },
  shipped: (km) => `Shipped: ${km}.`,
  kilometres: 'km',
  reset: 'Back to the shipped weights',

  preview: 'Preview',
  previewHelp: 'Choose a commune and a need: the first ten venues, before and after.',
  before: 'In use',
  after: 'With your changes',
  same: 'Your changes move none of the first ten.',
  noChange: 'Change a weight to see what moves.',
  none: 'No venue here for this need.',
  up: (n) => (n === 1 ? 'up one place' : `up ${n} places`),
  down: (n) => (n === 1 ? 'down one place' : `down ${n} places`),
  enters: 'enters the ten',
  leaves: 'leaves the ten',
  cost: 'In all',
  costOf: {
    distance: 'of distance',
    'no-free-slot': 'no free slot',
    'hours-unknown': 'hours unknown',
    'hours-not-understood': 'hours not understood',
    'record-stale': 'old record',
    'record-undated': 'undated record',
  },
  referrals: (n) => (n === 1 ? '1 person already referred' : `${n} people already referred`),
};

export const settings: typeof french = {
  title: 'Accounts',
  navigation: 'Accounts',
  add: 'Add an account',
  name: 'First and last name',
  email: 'E-mail address',
  role: 'Role',
  territories: 'Territories',
  allTerritories: 'all',
  noTerritory: 'none',
  venue: 'Venue',
  venueHelp: 'Type the name of the venue or of its commune.',
  venueMissing: 'A mediator works at a venue: choose it.',
  territoryMissing: 'Choose at least one territory.',
  password: 'First password',
  passwordHelp: 'At least 12 characters. Tell it in person; it is not shown again.',
  created: (name) => `Account of ${name} added`,
  failed: 'The account was not added',
  failedSafe: 'What you typed is still here.',
  emailTaken: 'This address already has an account.',
  listFailed: 'The accounts could not be read',
  empty: 'Yours is the only account',
  emptyHelp: 'Add an adviser to take calls, a mediator to receive the requests.',
  installation,
};
