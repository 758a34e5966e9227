import type { SoftphoneFailure } from '../../telephony/softphone.port.ts';

/** Why no call comes to this page, and what helps. */
const failures: Record<SoftphoneFailure, string> = {
  'no-microphone': 'Aucun micro : branchez un casque pour recevoir les appels.',
  'microphone-refused': 'Le micro est bloqué : autorisez-le pour cette page, à côté de l’adresse.',
  'not-authorised':
    'Le téléphone n’est pas autorisé ici : prévenez la personne qui gère le service.',
  network: 'Le téléphone n’a plus de réseau : il se reconnecte seul.',
  'another-desk': 'Vos appels sonnent dans une autre fenêtre : fermez-la pour les recevoir ici.',
};

/** The telephone of the page: how it stands, and what it is spoken into and heard from. */
export const telephone = {
  failures,
  devices: {
    title: 'Casque et sonnerie',
    microphone: 'Micro',
    speaker: 'Écouteur',
    ringer: 'Sonnerie',
    ringerHelp: 'Sur les haut-parleurs, elle s’entend même casque posé.',
    system: 'Celui de l’ordinateur',
    unplugged: 'Choisi avant, débranché',
    level: 'Ce que le micro entend',
    speak: 'Parlez : la barre doit bouger.',
    hear: 'Écouter un son',
    speakerLevel: 'Ce que l’écouteur reçoit',
    hearSays: 'La barre bouge et vous n’entendez rien : montez le son.',
    ringerLevel: 'Ce que la sonnerie envoie',
    ring: 'Faire sonner',
  },
  headset: {
    title: 'Touches du casque',
    authorise: 'Autoriser un casque',
    none: 'Aucun casque autorisé : décrochez et raccrochez à l’écran.',
    heeded: (names: string) => `${names} : décrocher, raccrocher, couper le micro.`,
    notHere:
      'Ce navigateur ne lit pas les touches d’un casque. Chrome, Edge et l’application les lisent.',
  },
};
