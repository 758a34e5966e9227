import type { ApiError, RefusalCode } from '#src/contract';

/** Why the hub refused an act, said so that the next step is clear. Every code has its sentence. */
const refusals: Record<RefusalCode, string> = {
  'invalid-payload': 'Une information est incomplète ou mal écrite. Corrigez-la, puis recommencez.',
  forbidden: 'Votre rôle ne permet pas cette action.',
  'id-reused': 'Cet acte a déjà été envoyé sous une autre forme. Recommencez-le.',
  'unknown-line': 'Cette ligne n’existe plus. Choisissez-en une autre.',
  'unknown-script': 'Cette version du script n’est plus connue. Rechargez la page.',
  'unknown-persona': 'Ce personnage d’entraînement n’existe plus. Choisissez-en un autre.',
  'unknown-call': 'Cet appel n’est pas connu du serveur, ou n’est pas le vôtre.',
  'unknown-question': 'Cette question n’est pas dans le script de cet appel.',
  'unknown-answer': 'Cette réponse n’est pas proposée par le script de cet appel.',
  'unknown-venue': 'Ce lieu n’est plus dans le fichier des lieux. Choisissez-en un autre.',
  'venue-withdrawn':
    'Ce lieu n’est plus dans le fichier des lieux\u00a0: on n’y oriente plus personne. Choisissez-en un autre.',
  'unknown-diary': 'Ce lieu n’a plus d’agenda. Envoyez-lui une demande.',
  'unknown-booking': 'Ce créneau n’est plus retenu. Choisissez-le de nouveau.',
  'unknown-referral': 'Cette orientation n’existe plus, ou n’est pas la vôtre.',
  'unknown-walk-in': 'Cette visite n’est plus notée, ou n’est pas de votre lieu.',
  'unknown-model': 'Ces questions ont changé. Rechargez la page, puis recommencez la mesure.',
  'unknown-person': 'Cette personne n’est plus connue. Notez de nouveau son nom.',
  'call-taken': 'Un collègue a pris cet appel.',
  'call-over': 'L’appel est terminé.',
  'call-not-live': 'L’appel n’est pas en cours.',
  'call-not-waiting': 'Cet appel n’est pas à rappeler.',
  'number-missing': 'Aucun numéro n’est noté\u00a0: demandez à quel numéro rappeler.',
  'already-on-a-call': 'Vous avez déjà un appel en cours. Terminez-le d’abord.',
  'not-on-this-line': 'La ligne de cet appel ne le permet pas.',
  'not-recorded-here': 'Cette ligne n’enregistre pas les conversations.',
  'unknown-colleague': 'Ce collègue ne prend pas d’appels avec vous. Choisissez-en un autre.',
  'number-not-allowed':
    'Ce numéro ne peut pas être appelé d’ici\u00a0: il est à l’étranger, ou surtaxé. Appelez-le d’un autre téléphone.',
  'colleague-busy': 'Ce collègue n’est plus libre. Choisissez-en un autre.',
  'unknown-party': 'Cette personne n’est plus dans l’appel.',
  'party-not-there':
    'Votre collègue n’a pas encore décroché. Attendez, ou passez-lui l’appel directement.',
  'script-not-finished': 'Le script n’est pas allé jusqu’au bout. Répondez à la dernière question.',
  'consent-missing': 'La personne n’a pas donné son accord\u00a0: rien ne peut être transmis.',
  'other-level-measured': 'Les réponses donnent un autre niveau : corrigez celui-ci.',
  'beneficiary-missing': 'Notez d’abord le nom de la personne aidée.',
  'slot-taken': 'Ce créneau vient d’être pris par un autre poste. Choisissez le suivant.',
  'slot-not-offered': 'Le lieu ne propose pas ce créneau. Choisissez-en un autre.',
  'too-many-holds': 'Vous tenez déjà trop de créneaux. Confirmez-en ou rendez-en un.',
  'unknown-kind': 'Un horaire est réservé à un type de rendez-vous qui n’existe pas.',
  'hold-expired': 'Le créneau n’est plus retenu\u00a0: les cinq minutes sont passées.',
  'already-referred': 'Cet appel a déjà une orientation.',
  'already-decided': 'Le lieu a déjà répondu à cette demande.',
  'referral-not-accepted': 'Acceptez d’abord la demande de cette personne.',
  'appointment-not-begun':
    'Le rendez-vous n’a pas commencé : dites ensuite si la personne est venue.',
  'appointment-begun': 'Le rendez-vous a commencé : on ne peut plus le déplacer.',
  'time-passed': 'Cette heure est déjà passée. Choisissez-en une autre.',
  'time-not-proposed':
    'Le lieu ne propose plus cette heure. Lisez celles qu’il propose maintenant.',
  'too-late-to-correct': 'Cela a été noté il y a plus d’un jour : on ne peut plus le changer.',
  'not-attended': 'Dites d’abord que la personne est venue.',
  'referral-over': 'Cette orientation est déjà terminée.',
  'measure-not-finished': 'Il manque une réponse. Posez la question qui reste.',
  'unknown-message': 'Ce message n’existe plus, ou n’est pas le vôtre.',
  'message-over': 'Ce message a déjà changé d’état. Regardez ce qu’il en est.',
  'ranges-overlap': 'Deux plages du même jour se recouvrent.',
  'not-booked-there': 'Ce lieu ne prend plus ses rendez-vous sur ce site. Rien n’a été envoyé.',
  'no-diary-there': 'Ce lieu n’a pas d’agenda ici\u00a0: il n’a pas de liste d’attente.',
  'offer-over': 'Cette proposition a pris fin\u00a0: le créneau a été rendu.',
};

const apiErrors: Record<ApiError['code'] | 'unreachable' | 'not-understood', string> = {
  'not-found': 'Ce que vous demandez n’existe pas ou plus.',
  'not-signed-in': 'Votre session est terminée. Connectez-vous de nouveau.',
  forbidden: 'Votre rôle ne permet pas de voir cela.',
  'invalid-request': 'Une information est incomplète ou mal écrite.',
  'wrong-token': 'Ce code n’est pas le bon. Relisez-le dans la fenêtre où le programme a démarré.',
  'already-set-up': 'L’installation est déjà faite. Connectez-vous.',
  'already-importing': 'Un autre fichier de lieux est en train d’être lu. Attendez qu’il le soit.',
  'draft-changed':
    'Quelqu’un a enregistré ce brouillon entre-temps. Ce que vous avez écrit est encore là : copiez-le, puis ouvrez le sien.',
  'wrong-origin':
    'Cette adresse n’est pas celle du serveur. Ouvrez celle qu’il affiche au démarrage.',
  'too-large': 'L’envoi est trop gros.',
  'too-many-requests': 'Trop d’essais en peu de temps. Attendez une minute.',
  'carrier-failed': 'L’opérateur téléphonique ne répond pas. Recommencez dans un instant.',
  internal: 'Le serveur a rencontré une erreur. Elle est notée dans son journal.',
  unreachable: 'Le serveur ne répond pas.',
  'not-understood':
    'La réponse du serveur n’est pas comprise. Le poste et le serveur n’ont peut-être pas la même version.',
};

export const failures = {
  refusals,
  apiErrors,
  correlation: (id: string) => `Numéro à donner à l’assistance\u00a0: ${id}`,
};
