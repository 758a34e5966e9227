/** Finding a venue during a call, and making an appointment there. */
export const orientation = {
  title: 'Orientation et rendez-vous',
  backToFollowUp: 'Retour au suivi',
  askedBefore: 'Déjà demandé pour cette personne.',
  backToScript: 'Script',
  loading: 'Chargement de l’appel…',
  unknownCall: {
    title: 'Cet appel n’est pas sur ce poste',
    next: 'Revenez à l’accueil pour voir vos appels.',
  },
  known: { noCar: 'Sans voiture', outsideWorkingHours: 'Hors heures de travail' },
  none: 'Sans rendez-vous',
  noneLabel: 'Pas de rendez-vous aujourd’hui',

  /** How an appointment is had at a venue: beside its name, and in a line of the list. */
  ways: {
    diary: { tag: 'Réservé aussitôt', line: 'Rendez-vous ici.' },
    'rdv-service-public': {
      tag: 'Sur RDV Service Public',
      line: 'Rendez-vous sur RDV Service Public.',
    },
    'own-page': { tag: 'Sur la page du lieu', line: 'Rendez-vous sur sa page.' },
    request: { tag: 'Le lieu confirme l’heure', line: 'Rendez-vous sur demande.' },
  },

  itinerant: {
    next: (when: string, commune: string) =>
      `Lieu itinérant\u00a0: prochain passage connu ${when}, à ${commune}.`,
    unknown: 'Lieu itinérant\u00a0: sa fiche ne dit pas quand il passe, demandez-le-lui.',
  },

  kinds: {
    what: 'Rendez-vous',
    where: 'Où',
    places: {
      venue: 'Sur place',
      phone: 'Par téléphone',
      video: 'En visio',
      home: 'Chez la personne',
    },
    duration: (minutes: number) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return `${minutes} min`;
      return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
    },
    withWhom: 'Avec qui',
    anyone: 'N’importe lequel',
    alone: (name: string, duration: string) => `${name}, ${duration}`,
    workshop: (name: string, duration: string) => `${name}, ${duration}, à plusieurs`,
  },

  slots: {
    clock: (place: string) => `heures de ${place}`,
    title: 'Horaires',
    go: 'Aller aux horaires',
    list: 'Créneaux des prochains jours',
    full: 'complet',
    heldByOther: (clock: string) => `${clock}, tenu`,
    heldByOtherLong: (when: string) => `${when}, tenu par un autre poste`,
    placesLeft: (places: number) => (places === 1 ? '1 place' : `${places} places`),
    with: (mediator: string) => `avec ${mediator}`,
    at: (date: string, clock: string) => `${date} à ${clock}`,
    earlier: 'Jours d’avant',
    later: 'Jours d’après',
    none: 'Aucun créneau dans les six semaines qui viennent. Demandez une heure au lieu.',
    askInstead: 'Demander une autre heure',
    backToSlots: 'Voir les créneaux',
  },

  held: {
    left: 'Retenu encore',
    confirm: 'Confirmer',
    confirming: 'Envoi…',
    choose: 'Choisissez un créneau\u00a0: il est retenu cinq minutes.',
    wait: 'Le serveur n’a pas encore répondu. Ne promettez rien avant sa réponse.',
  },

  /** Another desk was faster, or time ran out: nothing typed is lost. */
  lost: {
    taken: 'Ce créneau vient d’être pris par un autre poste.',
    takenBy: (name: string) => `${name} a été plus rapide\u00a0: ce créneau est pris.`,
    expired: 'Le créneau n’est plus retenu\u00a0: les cinq minutes sont passées.',
    safe: 'Ce que vous avez noté est gardé.',
    next: (when: string) => `Le plus proche\u00a0: ${when}.`,
    noNext: 'Aucun autre créneau libre. Demandez une heure au lieu, ou choisissez un autre lieu.',
  },

  request: {
    title: 'Heures souhaitées',
    go: 'Aller aux heures souhaitées',
    help: 'En toutes lettres, de la plus à la moins souhaitée.',
    wish: (n: number): string =>
      n === 1 ? 'Premier souhait' : n === 2 ? 'Deuxième souhait' : 'Troisième souhait',
    placeholder: 'Par exemple\u00a0: mercredi matin',
    suggestions: 'Suggestions',
    anyTime: 'n’importe quand',
    morning: (weekday: string) => `${weekday} matin`,
    afternoon: (weekday: string) => `${weekday} après-midi`,
    send: 'Envoyer la demande',
    missing: 'Notez au moins une heure souhaitée.',
    willBe: 'Le lieu lit la demande et confirme l’heure, ou dit pourquoi non.',
  },

  person: {
    title: 'Pour qui est le rendez-vous',
    name: 'Nom de la personne aidée',
    callerName: 'Nom de la personne qui appelle',
    phone: 'Son téléphone',
    phoneHelp: 'Pour que le lieu puisse la joindre.',
    badPhone: 'Ce numéro n’est pas reconnu.',
    shortCode: 'Un numéro court ne permet pas de rappeler.',
    missing: 'Notez le nom de la personne aidée.',
    known: (name: string) => `Pour ${name}`,
  },

  consent: {
    title: 'Pas d’accord pour transmettre',
    body: 'Sans son oui, rien ne part vers le lieu. Donnez-lui l’adresse et le téléphone, ou reposez la question.',
    unasked: 'La question de l’accord n’a pas encore été posée.',
    ask: 'Revenir au script',
  },

  tell: {
    title: 'Comment la personne le saura',
    aloud: 'Vous le lisez à voix haute, et laissez le temps de l’écrire.',
    noNumber: 'Aucun numéro connu\u00a0: le lieu ne pourra pas la rappeler.',
    copy: 'Copier le texte',
    copied: 'Texte copié.',
    words: 'À lire une fois confirmé',
    wordsRequest: 'À lire une fois la demande envoyée',
    privacy: 'Ni le besoin ni le niveau n’y figurent.',
  },

  words: {
    appointment: (when: string, venue: string, address: string) =>
      `Vous avez rendez-vous ${when}, à ce lieu\u00a0: ${venue}, ${address}.`,
    byPhone: (when: string, venue: string) =>
      `Vous avez rendez-vous par téléphone ${when}. ${venue} vous appelle.`,
    byPhoneAt: (when: string, venue: string, phone: string) =>
      `Vous avez rendez-vous par téléphone ${when}. ${venue} vous appelle au ${phone}.`,
    byVideo: (when: string, venue: string) =>
      `Vous avez rendez-vous en visio ${when}, avec ce lieu\u00a0: ${venue}. Il vous dit comment vous connecter.`,
    atHome: (when: string, venue: string) =>
      `Vous avez rendez-vous chez vous ${when}. Quelqu’un de ce lieu vient\u00a0: ${venue}.`,
    callerClock: (clock: string, place: string) => `Chez vous, à ${place}, il sera ${clock}.`,
    venuePhone: (phone: string) => `Pour changer ou annuler, le lieu répond au ${phone}.`,
    request: (venue: string, wishes: string) =>
      `Votre demande part vers ce lieu\u00a0: ${venue}. Vous souhaitez\u00a0: ${wishes}. Le lieu vous confirmera l’heure.`,
    on: (day: string, clock: string) => `le ${day} à ${clock}`,
  },

  offline: {
    title: 'Pas de réservation hors ligne',
    safe: 'La liste et la carte marchent sans le serveur.',
    next: 'Notez les heures souhaitées\u00a0: la demande partira au retour de la liaison.',
  },

  done: {
    booked: (when: string, venue: string) => `Rendez-vous pris\u00a0: ${when}, ${venue}.`,
    requested: (venue: string) => `Demande notée pour ${venue}.`,
    standing: 'Cet appel a déjà une orientation',
    continue: 'Continuer le script',
    refused: (venue: string) =>
      `${venue} n’a pas pu recevoir la personne. Choisissez un autre lieu.`,
  },
};
