import type { NoRequestReason, Outcome } from '#src/calls';
import type { Presence } from '#src/routing';

const presences: Record<Presence, { readonly name: string; readonly says: string }> = {
  available: { name: 'Disponible', says: 'Les appels sonnent sur ce poste.' },
  pause: { name: 'En pause', says: 'Rien ne sonne ici : vos collègues reçoivent les appels.' },
  training: { name: 'En formation', says: 'Rien ne sonne ici pendant que vous vous formez.' },
  'wrap-up': { name: 'Après appel', says: 'Vous terminez la fiche : le prochain appel attend.' },
  off: { name: 'Absent', says: 'Vous ne prenez pas d’appels.' },
};

const outcomes: Record<Outcome, string> = {
  solved: 'Résolu au téléphone',
  'partly-solved': 'Résolu en partie',
  referred: 'Orienté vers un lieu',
  unsolved: 'Pas résolu',
  'cut-off': 'Appel coupé',
};

const noRequests: Record<NoRequestReason, { readonly name: string; readonly says: string }> = {
  silent: { name: 'Personne ne parle', says: 'silence, appel de poche' },
  'wrong-number': { name: 'Erreur de numéro', says: 'cherchait un autre service' },
  abusive: { name: 'Appel malveillant', says: 'insultes, canular' },
  test: { name: 'Essai de la ligne', says: 'vérification, démonstration' },
  'out-of-scope': { name: 'Urgence ou hors sujet', says: 'dites le 112, ou le bon service' },
  continued: { name: 'Suite d’une demande', says: 'reprise dans sa première fiche' },
};

/** Calls: waiting for one, taking it, running its script, closing it. */
export const call = {
  navigation: 'Appel',
  pageTitle: 'Appels · Aiguillage',
  withheld: 'Numéro masqué',
  training: 'Entraînement',
  outcomes,
  earlierCount: (n: number) => `${n + 1}e appel de ce numéro`,
  states: {
    ringing: 'Ça sonne',
    live: 'En ligne',
    lost: 'L’appelant a raccroché',
    ended: 'Appel terminé, à clore',
    entered: 'Appel saisi, à clore',
  },

  home: {
    greeting: (name: string) => `Bonjour ${name}`,
    waiting: 'Aucun appel ne sonne.',
    presence: 'Votre présence',
    presenceHere: 'Sur ce poste',
    presences,
    since: (clock: string) => `depuis ${clock}`,
    lines: 'Vos lignes',
    noLine: 'Aucune ligne ne vous est ouverte',
    noLineNext: 'Demandez à votre administrateur de vous rattacher à un territoire.',
    lineKinds: {
      manual: 'saisie à la main',
      training: 'entraînement',
      twilio: 'téléphone, par Twilio',
      sip: 'téléphone, par SIP',
    },
    ring: 'Faire sonner la ligne d’entraînement',
    ringHelp: 'Un appel joué, pour s’exercer. Qui appelle ?',
    ringNow: 'Faire sonner',
    persona: (number: number, line: string | null) =>
      line === null ? `Appel ${number}` : `Appel ${number}, ${line}`,
    noPersona: 'Aucun appel d’entraînement n’est installé',
    noPersonaNext: 'Ils viennent avec les données du programme.',
    makesAvailable: 'Vous serez disponible sur ce poste.',
    enter: 'Saisir un appel',
    enterHelp: 'Pour un appel pris sur un autre téléphone, maintenant ou plus tôt.',
    open: 'Appels à terminer',
    noOpen: 'Aucun appel à terminer. Un appel interrompu se retrouve ici.',
    resume: 'Reprendre',
    closed: (outcome: string) => `Appel clos. ${outcome}.`,
    missed: 'L’appel a cessé de sonner. Il est noté comme manqué.',
    ringTone: 'Sonnerie',
    ringToneHelp: 'Ce poste se fait entendre quand un appel arrive.',
  },

  open: {
    title: 'Saisir un appel',
    line: 'Ligne',
    number: 'Numéro de la personne',
    numberHelp: 'Laissez vide si le numéro est masqué.',
    when: 'Quand',
    now: 'Maintenant : la personne est en ligne',
    afterwards: 'Plus tôt : l’appel est terminé',
    time: 'Date et heure de l’appel',
    timeHelp: 'À l’heure de ce poste.',
    start: 'Commencer',
    badNumber: 'Ce numéro n’est pas complet, ou n’existe pas.',
    shortCode: 'Un numéro court n’est pas celui d’une personne.',
    badTime: 'Indiquez une date et une heure passées.',
  },

  incoming: {
    title: 'Appel entrant',
    callBack: 'Rappel demandé : vous répondez, puis la personne est appelée',
    offered: 'Proposé à vous',
    passesOn: (n: number) => `encore ${n} seconde${n < 2 ? '' : 's'}`,
    passesNow: 'l’offre se termine',
    maybe: (names: readonly string[]) =>
      names.length < 2
        ? `Peut-être ${names.join('')}, qui a déjà appelé de ce numéro`
        : `Peut-être ${names.join(' ou ')}, qui ont déjà appelé de ce numéro`,
    known: (n: number) =>
      n === 1 ? 'Ce numéro a déjà appelé une fois' : `Ce numéro a déjà appelé ${n} fois`,
    first: 'Premier appel de ce numéro',
    withheldSays: 'La personne a masqué son numéro : rien ne dit qui appelle.',
    line: 'Ligne appelée',
    sponsor: 'Payée par',
    territory: 'Territoire',
    script: 'Script',
    answer: 'Décrocher',
    leave: 'Laisser à un collègue',
    leaveHelp: 'Le laisser ne compte pas contre vous.',
    firstWords: 'Vos premiers mots',
    loadingScript: 'Le script se charge…',
    earlier: 'Déjà reçu de ce numéro',
    noEarlier: 'Rien : c’est son premier appel.',
    noEarlierWithheld: 'Un numéro masqué ne dit rien des appels précédents.',
    noTheme: 'Sujet non noté',
    noPerson: 'Nom non noté',
    noOutcome: 'Sans issue notée',
    caution: 'Un numéro peut servir à plusieurs personnes.',
    cautionNext: 'Demandez à qui vous parlez avant de parler d’un appel précédent.',
    titleFlash: (number: string) => `Ça sonne : ${number}`,
  },

  way: {
    title: 'Parcours',
    label: 'Réponses déjà données',
    count: (n: number) => `${n} ${n < 2 ? 'réponse' : 'réponses'}`,
    change: 'Changer cette réponse',
    setAside: 'Mises de côté',
    setAsideHelp: 'Gardées, hors du parcours. Elles reviennent si vous y repassez.',
  },

  ask: {
    label: 'Question en cours',
    toSay: 'À dire',
    lastWords: 'Pour finir',
    backToNow: 'Revenir à la question en cours',
    toKnow: 'À savoir :',
    remaining: (min: number, max: number) => {
      if (max === 1) return 'Repère, dernière question';
      return min === max
        ? `Repère, encore ${max} questions`
        : `Repère, encore ${min} à ${max} questions`;
    },
    answers: 'Réponses',
    before: ', réponse actuelle',
    several: 'Plusieurs réponses possibles.',
    validate: 'Valider',
    answer: 'Réponse',
    dateHelp: 'Jour, mois, année : 03/04/2026.',
    outOfLimits: 'Cette réponse ne convient pas. Vérifiez, ou choisissez « ne sait pas ».',
    writeFirst: 'Écrivez la réponse, ou choisissez « ne sait pas ».',
    commune: 'Commune',
    communeHelp: 'Le nom ou le code postal. Pas besoin de l’adresse.',
    communeLoading: 'La liste des communes se charge…',
    previous: 'Question précédente',
    exits: 'Sortir du script',
    orientation: 'Chercher un lieu et un créneau',
    orientationSays: 'Le parcours reprend ici ensuite.',
    otherPaths: 'Autres chemins',
  },

  card: {
    title: 'Fiche solution',
    show: 'Voir la fiche',
    hide: 'Fermer la fiche',
    find: 'Chercher une fiche',
    said: 'Ce que dit la personne',
    findHelp: (n: number) =>
      `Ses mots à elle, même mal écrits : mot de passe caf, photos disparues. ${n} fiches.`,
    ifNotWorking: 'Si cela ne marche pas :',
    stopWhen: 'S’arrêter et orienter :',
    never: 'Pour vous, jamais :',
    opensOutside: 's’ouvre à côté',
    checkedOn: (day: string) => `vérifiée le ${day}`,
    notChecked: 'pas encore vérifiée sur le site',
  },

  exits: {
    title: 'Sortir du script',
    noRequest: 'L’appel ne porte aucune demande',
    noRequests,
    interrupted: 'L’appel s’est interrompu',
    cut: 'Communication coupée',
    cutSays: 'ce qui est noté est gardé',
    oneKey: 'Une touche clôt l’appel.',
    stay: 'Rester dans le script',
  },

  who: {
    side: 'La personne et le repère',
    panel: 'La personne',
    unnamed: 'Sans nom',
    phonedBy: (name: string) => `${name} appelle pour cette personne`,
    edit: 'Modifier',
    name: 'Noter',
    needsConsent: 'Demandez d’abord l’accord : sans lui, aucun nom n’est gardé.',
    refused: 'Accord non donné : aucun nom n’est gardé.',
    consentGiven: (clock: string) => `Accord donné à l’oral à ${clock}`,
    landline: 'Ligne fixe : ne reçoit pas de SMS',
    mobile: 'Mobile : reçoit les SMS',
    noSms: 'Ne reçoit pas de SMS',
    earlierLine: (date: string, theme: string, outcome: string) =>
      `${date} : ${theme}. ${outcome}.`,
    maybe: (name: string) => `Peut-être ${name}`,
    maybeFor: (caller: string, helped: string) => `Peut-être ${caller}, pour ${helped}`,
    isThem: 'C’est bien cette personne',
    areThem: 'C’est bien cela',
    isThemHelp: 'Reprend le nom et les coordonnées notés lors de l’appel précédent.',
    dialog: 'Qui est au téléphone',
    caller: 'La personne au téléphone',
    beneficiary: 'La personne à aider',
    sameQuestion: 'L’aide est pour',
    same: 'la personne au téléphone',
    other: 'quelqu’un d’autre',
    fullName: 'Nom',
    nameHelp: 'Comme la personne se présente.',
    phone: 'Téléphone',
    email: 'Adresse e-mail',
    address: 'Adresse postale',
    addressHelp: 'Seulement si un courrier doit partir.',
    nameFirst: 'Notez un nom.',
    badEmail: 'Cette adresse n’est pas complète.',
  },

  far: {
    title: 'Éloignement numérique',
    notStarted: 'à venir',
    inProgress: 'en cours',
    known: 'établi',
    ruledOut: 'écarté',
    firstSeries: 'Sans aide, 1re série',
    secondSeries: 'Sans aide, 2e série',
    series: (alone: number, answered: number, of: number) =>
      answered === of ? `${alone} sur ${of}` : `${alone} sur ${answered}, reste ${of - answered}`,
    fragile: 'Fragile : trop de « ne sait pas » pour s’y fier seul.',
    how: 'Comment c’est calculé',
    howTitle: 'Comment le niveau est calculé',
    howGate:
      'La première question demande si la personne s’est servie d’Internet ces trois derniers mois. « Non » ou « ne sait pas » donne E3, et rien d’autre n’est demandé.',
    howSeries:
      'Trois questions suivent. Selon le nombre de « oui, sans aide », trois autres sont choisies : les gestes de tous les jours, ou les démarches.',
    howCount:
      'Seul « oui, sans aide » compte, pour un. Le tableau donne le niveau : il n’y a pas de poids caché.',
    howOut:
      'L’âge, le diplôme, l’adresse et le sexe n’entrent pas dans le calcul. Ce qui gêne la personne change le lieu proposé, jamais le niveau.',
    model: (stamp: string) => `Modèle ${stamp}`,
    answers: 'Réponses données',
  },

  notes: {
    label: 'Notes',
    help: 'lues par le médiateur qui recevra la personne',
    nameless: 'sans accord : n’écrivez rien qui nomme la personne',
    placeholder: 'Ce qui a été essayé, ce qui bloque, ce qui aidera la suite.',
  },

  persona: { title: 'La personne dit', hide: 'Masquer', show: 'Afficher' },

  bar: { label: 'Appel', hangUp: 'Raccrocher', goTo: 'Aller à l’appel' },

  lost: {
    title: 'L’appelant a raccroché',
    safe: 'Les réponses et les notes sont gardées.',
    next: 'Notez ce que vous savez encore, ou terminez l’appel comme coupé.',
    cut: 'Terminer comme coupé',
  },

  wrapUp: {
    title: 'Ce qui sera gardé',
    outcome: 'Issue',
    theme: 'Besoin',
    level: 'Éloignement',
    notMeasured: 'non mesuré',
    obstacles: 'Ce qui gêne',
    none: 'non noté',
    commune: 'Commune',
    person: 'Personne',
    nobody: 'aucun nom',
    referral: 'Orientation',
    noReferral: 'aucune',
    appointment: (date: string, clock: string, venue: string) => `${date} à ${clock}, ${venue}`,
    request: (venue: string) => `demande à ${venue}`,
    booked: 'heure réservée',
    agreed: 'heure convenue avec le lieu',
    written: (channels: string) => `Confirmation écrite\u00a0: ${channels}`,
    referralStates: {
      sent: 'réponse attendue',
      received: 'lue par le lieu',
      proposed: 'le lieu propose une autre heure',
      accepted: 'acceptée par le lieu',
      refused: 'refusée par le lieu',
      expired: 'restée sans réponse',
      attended: 'la personne est venue',
      missed: 'la personne n’est pas venue',
      cancelled: 'annulée',
    },
    close: 'Clore l’appel',
    hangsUp: 'Clore raccroche aussi.',
  },

  failure: {
    home: 'Revenir à l’accueil',
    scriptMissing: 'Le script de cet appel ne se charge pas',
    scriptSafe: 'Les réponses et les notes sont gardées sur ce poste.',
    scriptNext: 'Prenez des notes en attendant, puis réessayez.',
    unknownCall: 'Cet appel n’est pas sur ce poste',
    unknownCallNext: 'Un collègue l’a pris, ou il est clos.',
  },
};
