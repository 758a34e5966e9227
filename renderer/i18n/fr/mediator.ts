const people = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** The mediator's day, week and inbox. */
export const mediator = {
  today: 'Aujourd’hui',
  week: 'La semaine',
  inbox: 'Demandes',
  goToToday: 'Aller aux rendez-vous du jour',
  goToWaiting: 'Aller aux demandes',
  goToWeek: 'Aller à la semaine',
  holds: (appointments: number, requests: number) =>
    `${appointments === 0 ? 'Aucun rendez-vous aujourd’hui' : people(appointments, 'rendez-vous aujourd’hui', 'rendez-vous aujourd’hui')}, ${
      requests === 0
        ? 'aucune demande n’attend'
        : people(requests, 'demande attend une réponse', 'demandes attendent une réponse')
    }.`,
  nobodyToday: 'Personne n’est attendu.',
  now: 'en ce moment',
  free: (from: string, to: string) => `Libre de ${from} à ${to}`,
  nothingThatDay: 'Rien de prévu',
  walkIn: {
    open: 'Venu sans rendez-vous',
    expected: 'La ligne vous l’a adressé sans fixer d’heure ?',
    received: (name: string) => `${name} : venu. Dites la suite.`,
    help: 'Sinon, la visite est comptée. Aucun nom n’est demandé.',
    service: 'Pour quoi',
    result: 'Suite',
    length: 'Durée',
    noLength: 'non notée',
    record: 'Compter la visite',
    recorded: 'Visite comptée',
    today: (n: number) => people(n, 'venu sans rendez-vous', 'venus sans rendez-vous'),
    takeBack: (clock: string) => `Retirer la visite de ${clock}`,
    takenBack: 'Visite retirée',
  },
  refuseBecause: 'Refuser, parce que',
  propose: {
    open: 'Autre heure',
    title: (name: string) => `Proposer une autre heure à ${name}`,
    help: (most: number) =>
      `Les heures libres les plus proches. La personne choisit ; ${most} au plus lui sont gardées.`,
    nothingFree: 'Aucune heure libre dans les 30 jours. Ouvrez d’abord une plage.',
    typeHelp: 'Un rendez-vous d’une heure, à l’heure du lieu. La personne choisit.',
    day: (n: number) => `Jour ${n}`,
    time: (n: number) => `Heure ${n}`,
    add: 'Ajouter une heure',
    note: 'Un mot pour la personne',
    send: (n: number) => (n < 2 ? 'Proposer cette heure' : `Proposer ces ${n} heures`),
    sent: (name: string) => `Autre heure proposée à ${name}`,
  },
  month: {
    open: 'Mois pour La Coop',
    title: 'Votre mois pour La Coop',
    what: 'Une ligne par personne reçue, avec les mots de La Coop : date, lieu, durée, thèmes, suite. Aucun nom, aucun numéro.',
    which: 'Mois',
  },
};
