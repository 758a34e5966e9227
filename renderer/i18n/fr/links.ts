import type { LinkPurpose } from '#src/contract';

const purposes: Record<LinkPurpose, string> = {
  'venue-answer': 'Pour le lieu : lire la demande et répondre',
  'person-change': 'Pour la personne : changer d’heure ou annuler',
};

/** Addresses that open without an account. */
export const links = {
  address: 'Adresse',
  once: 'Copiez-la maintenant : elle n’est pas montrée deux fois.',
  copy: 'Copier',
  copied: 'Adresse copiée',
  copyFailed: 'La copie n’a pas marché : sélectionnez l’adresse.',
  failed: 'Cela n’a pas pu se faire',
  revoke: 'Retirer',
  revoked: 'Retiré : l’adresse n’ouvre plus rien',
  calendar: {
    title: 'Dans votre autre agenda',
    help: 'Une adresse privée à ajouter à l’agenda de votre téléphone ou de votre ordinateur. Elle montre les heures et les initiales des personnes, jamais leur demande.',
    make: 'Créer l’adresse',
    renew: 'Changer l’adresse',
    since: (day: string) =>
      `En service depuis le ${day}. La changer ou la retirer coupe l’ancienne.`,
  },
  referral: {
    open: 'Liens',
    title: (name: string) => `Liens pour ${name}`,
    help: 'Pour qui ne reçoit pas nos messages : créez un lien et envoyez-le vous-même. Il s’ouvre sans compte.',
    purposes,
    none: 'Aucun lien en cours.',
    made: (when: string) => `Créé ${when}`,
    opened: (when: string) => `ouvert ${when}`,
    notOpened: 'pas encore ouvert',
    used: (when: string) => `réponse donnée ${when}`,
    until: (when: string) => `valable jusqu’au ${when}`,
    whileToCome: 'valable jusqu’au rendez-vous',
    make: 'Créer un lien',
  },
};
