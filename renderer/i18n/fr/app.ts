import type { OperationKind } from '#src/contract';

/** What each act is called where it is refused. */
const acts: Record<OperationKind, string> = {
  'call.open': 'l’ouverture de l’appel',
  'call.answer': 'le décroché',
  'call.leave': 'l’appel laissé à un collègue',
  'call.hang-up': 'le raccroché',
  'call.close': 'la clôture de l’appel',
  'call.call-back': 'le rappel noté',
  'call.resume': 'le rappel',
  'call.no-answer': 'le rappel sans réponse',
  'call.hold': 'la mise en attente',
  'call.add-party': 'l’ajout d’une personne à l’appel',
  'call.remove-party': 'le retrait d’une personne de l’appel',
  'call.transfer': 'le transfert de l’appel',
  'call.recording': 'l’enregistrement',
  'answer.record': 'une réponse',
  'note.write': 'la note',
  'level.override': 'la correction du niveau',
  'people.identify': 'le nom de la personne',
  'slot.hold': 'le créneau retenu',
  'slot.release': 'le créneau rendu',
  'referral.book': 'le rendez-vous',
  'referral.request': 'la demande au lieu',
  'referral.plan': 'le rendez-vous sur RDV Service Public',
  'referral.agree': 'le rendez-vous convenu',
  'wait.join': 'la liste d’attente',
  'wait.leave': 'le retrait de la liste d’attente',
  'wait.accept': 'l’heure plus proche acceptée',
  'wait.decline': 'l’heure plus proche refusée',
  'referral.accept': 'la demande acceptée',
  'referral.refuse': 'la demande refusée',
  'referral.receive': 'la demande lue',
  'referral.propose': 'l’autre heure proposée',
  'referral.choose-proposal': 'l’heure choisie',
  'referral.decline-proposal': 'les heures refusées',
  'referral.move': 'le rendez-vous déplacé',
  'referral.learn': 'les nouvelles de la personne',
  'referral.attend': 'la venue de la personne',
  'referral.miss': 'l’absence de la personne',
  'referral.result': 'la suite de la visite',
  'referral.cancel': 'l’annulation d’une orientation',
  'distance.measure': 'la nouvelle mesure',
  'message.choose': 'la langue et l’envoi des messages',
  'message.redirect': 'la langue et l’envoi des messages',
  'message.post': 'l’envoi d’un message',
  'message.retry': 'l’envoi d’un message',
  'diary.set': 'les plages de l’agenda',
  'walk-in.record': 'la visite sans rendez-vous',
  'walk-in.take-back': 'la visite retirée',
  'presence.set': 'votre présence',
  'wrap-up.extend': 'le temps pour conclure votre appel',
  'training.ring': 'l’appel d’entraînement',
};

/** The frame around every screen: rail, foot line, preferences, errors. */
export const app = {
  navigation: 'Navigation',
  skip: 'Aller au contenu',
  preferences: 'Préférences',
  shortcuts: 'Raccourcis',
  shortcutsTitle: 'Raccourcis de cet écran',
  shortcutsHelp: 'Les chiffres marchent sans Maj, du haut du clavier comme du pavé.',
  shortcutList: 'Voir les raccourcis',
  signOut: 'Se déconnecter',
  theme: 'Thème',
  themes: { system: 'Celui du système', light: 'Clair', dark: 'Sombre' },
  density: 'Densité',
  densities: { compact: 'Serrée', usual: 'Normale', comfortable: 'Aérée' },
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  preferencesScope: 'Ces choix restent sur ce poste.',
  waiting: 'en attente',
  onCall: 'En appel',
  presences: {
    available: 'Disponible',
    pause: 'En pause',
    training: 'En formation',
    'wrap-up': 'Après appel',
    off: 'Absent',
  },
  presenceChoices: {
    available: 'Prendre des appels',
    pause: 'Faire une pause',
    training: 'Être en formation',
    off: 'Ne plus prendre d’appels',
  },
  presenceAfterwards: {
    available: 'Prendre des appels ensuite',
    pause: 'Pause après l’appel',
    training: 'Formation après l’appel',
    off: 'Absent après l’appel',
  },
  presenceNext: {
    available: 'puis disponible',
    pause: 'puis pause',
    training: 'puis formation',
    off: 'puis absent',
  },
  acts,
  demonstrationMark: 'Démonstration : personnes, appels et chiffres inventés',
  foot: {
    saved: (clock: string) => `Enregistré sur ce poste, ${clock}`,
    sent: (clock: string) => `Envoyé au serveur, ${clock}`,
    allSafe: 'Tout est enregistré, tout est envoyé',
    connecting: 'Connexion au serveur…',
    sending: (n: number) => (n < 2 ? 'Envoi d’un acte…' : `Envoi de ${n} actes…`),
    offline: (n: number) =>
      n === 0
        ? 'Hors ligne : rien en attente'
        : n === 1
          ? 'Hors ligne : 1 acte en attente, gardé sur ce poste'
          : `Hors ligne : ${n} actes en attente, gardés sur ce poste`,
    signInNeeded: (n: number) =>
      n === 0
        ? 'Session terminée'
        : `Session terminée : ${n} ${n < 2 ? 'acte gardé' : 'actes gardés'} sur ce poste`,
    signInAgain: 'Se connecter de nouveau',
  },
  refused: {
    label: 'Refusé par le serveur',
    title: (act: string) => `Le serveur n’a pas accepté ${act}`,
    safe: 'Le reste est gardé. L’écran montre ce que le serveur connaît.',
    stopped: (n: number) =>
      n < 2
        ? 'Un acte qui en dépendait n’a pas été envoyé.'
        : `${n} actes qui en dépendaient n’ont pas été envoyés.`,
    dismiss: 'J’ai lu',
  },
  leaving: {
    nothing: 'Tout est envoyé. Votre session se termine sur ce poste.',
    title: 'Des actes ne sont pas encore envoyés',
    body: (n: number) =>
      `${n < 2 ? 'Un acte est gardé' : `${n} actes sont gardés`} sur ce poste. ${n < 2 ? 'Il partira' : 'Ils partiront'} quand vous vous connecterez de nouveau ici, avec ce compte.`,
    stay: 'Rester',
    leave: 'Se déconnecter quand même',
  },
  crash: {
    title: 'Cet écran s’est arrêté',
    safe: 'Ce que vous avez noté est enregistré sur ce poste, et sera envoyé.',
    next: 'Rechargez la page : l’appel reprendra où il en était.',
    reload: 'Recharger la page',
    detail: 'Détail pour l’assistance',
  },
  start: {
    insecure: 'Cette adresse n’est pas protégée',
    insecureWhy:
      'Le poste garde des données personnelles : il ne s’ouvre que par https, ou sur l’ordinateur même du serveur.',
    insecureNext: 'Demandez l’adresse en https à votre administrateur.',
    unreachableSafe: 'Ce qui est noté sur ce poste y reste.',
    unreachableNext: 'Vérifiez que le programme tourne toujours, puis réessayez.',
  },
  nowhere: {
    title: 'Il n’y a rien à cette adresse',
    body: 'Choisissez un écran dans la barre de gauche.',
  },
  noFeature: 'Votre rôle n’a pas encore d’écran ici.',
};
