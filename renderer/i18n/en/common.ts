import type { common as french } from '../fr/common.ts';

export const common: typeof french = {
  product: 'Aiguillage',
  tagline: 'The desk of digital help lines',
  save: 'Save',
  back: 'Back',
  print: 'Print',
  cancel: 'Cancel',
  unknown: 'Not given',
  optional: 'optional',
  levelNames: { E0: 'Autonomous', E1: 'Fragile', E2: 'Distant', E3: 'Very distant' },
  roles: {
    adviser: 'Advice',
    mediator: 'Mediation',
    supervisor: 'Supervision',
    authority: 'Authority',
    administrator: 'Administration',
  },
};
