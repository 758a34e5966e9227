import type { common as french } from '../fr/common.ts';

export const common: typeof french = {
  product: 'Aiguillage',
  tagline: 'The desk of digital help lines',
  save: 'Save',
  cancel: 'Cancel',
  confirm: 'Confirm',
  close: 'Close',
  back: 'Back',
  edit: 'Edit',
  add: 'Add',
  remove: 'Remove',
  search: 'Search',
  yes: 'Yes',
  no: 'No',
  unknown: 'Not given',
  optional: 'optional',
  demonstration: 'Demonstration',
  levelNames: { E0: 'Autonomous', E1: 'Fragile', E2: 'Distant', E3: 'Very distant' },
  roles: {
    adviser: 'Advice',
    mediator: 'Mediation',
    supervisor: 'Supervision',
    authority: 'Authority',
    administrator: 'Administration',
  },
  count: (n, one, many) => `${n} ${Math.abs(n) === 1 ? one : many}`,
};
