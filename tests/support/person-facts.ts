import type { PersonFacts } from '#src/messages';

/** What a message says of an appointment in Mende, to somebody there. */
export const personFacts: PersonFacts = {
  appointment: {
    start: '2026-11-24T13:30:00Z',
    end: '2026-11-24T14:15:00Z',
    zone: 'Europe/Paris',
  },
  personZone: 'Europe/Paris',
  meeting: {
    way: 'venue',
    name: 'Médiathèque de Mende',
    phone: '+33465710001',
    address: '12 rue de la Forêt, 48000 Mende',
  },
  line: { name: 'Ligne numérique de Lozère', phone: '+33465712814' },
  link: 'https://aiguillage.example/l/AbCdEfGhIjKlMnOpQrStUv',
  bring: ['letters', 'device'],
  proposed: [],
  keptUntil: '2026-11-23T12:00:00Z',
};
