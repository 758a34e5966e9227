import type { CallBackMoment, PartOfDay } from '#src/calls';

const moments: Record<CallBackMoment, (weekday: string | null) => string> = {
  'in-an-hour': () => 'Dans une heure',
  'this-afternoon': () => 'Cet après-midi',
  'next-morning': (weekday) => (weekday === null ? 'Demain matin' : `${weekday} matin`),
  'next-afternoon': (weekday) => (weekday === null ? 'Demain après-midi' : `${weekday} après-midi`),
};

const parts: Record<PartOfDay, string> = { morning: 'Matin', afternoon: 'Après-midi' };

/** A call that is put off: when to call back, whom, and what then. */
export const callBack = {
  exit: 'Rappeler plus tard',
  exitSays: 'la suite à un autre moment',
  exits: 'La personne reprendra plus tard',

  choose: {
    title: 'Rappeler plus tard',
    again: 'Quand rappeler ?',
    ask: 'Je vous rappelle. Quel moment vous arrange ?',
    askNumber: 'Je vous rappelle. À quel numéro, et à quel moment ?',
    moments,
    at: (date: string, clock: string) => `${date}, vers ${clock}`,
    from: (date: string, clock: string) => `${date}, dès ${clock}`,
    other: 'Un autre jour, une autre heure',
    none: 'Sans heure convenue',
    noneSays: 'dès que possible',
    hangsUp: 'Le choix raccroche. Les réponses et les notes sont gardées.',
    keeps: 'Les réponses et les notes sont gardées.',
    number: 'Numéro où rappeler',
    numberUsual: (number: string) => `Laissez vide pour rappeler au ${number}.`,
    numberMissing: 'Le numéro est masqué : demandez-le. Il est effacé quand l’appel est clos.',
    numberFirst: 'Notez d’abord à quel numéro rappeler.',
    day: 'Jour',
    part: 'Moment',
    parts: { ...parts, time: 'À une heure précise' },
    time: 'Heure',
    clockOf: (place: string) => `À l’heure de ${place}.`,
    badTime: 'Choisissez un moment à venir, dans l’année.',
    save: 'Noter le rappel',
    back: 'Revenir aux choix',
  },
  noted: (when: string) => `Rappel noté : ${when}.`,
  notedNone: 'Rappel noté, sans heure convenue.',

  panel: {
    title: 'À rappeler',
    count: (n: number) => `${n} ${n < 2 ? 'personne' : 'personnes'}`,
    when: (date: string, clock: string) => `${date}, ${clock}`,
    place: (place: string) => `heure de ${place}`,
    none: 'dès que possible',
    due: 'C’est l’heure',
    late: 'En retard',
    stands: (question: string) => `En est à : ${question}`,
    attempts: (n: number) => (n === 1 ? '1 essai sans réponse' : `${n} essais sans réponse`),
    call: 'Rappeler',
    more: 'Autre chose',
    moreFor: (who: string) => `Autre chose pour ${who}`,
    noAnswer: 'Pas de réponse',
    noAnswerSays: 'compte un essai',
    otherTime: 'Changer l’heure ou le numéro',
    giveUp: 'Abandonner',
    giveUpTitle: 'Abandonner ce rappel ?',
    giveUpSays: 'L’appel est clos comme coupé. Ce qui est noté compte, et ne peut plus changer.',
    keep: 'Garder le rappel',
  },

  live: {
    label: 'Rappel en cours',
    say: (line: string) => `Bonjour, ici ${line}. Nous reprenons où nous en étions.`,
    noAnswer: 'Pas de réponse',
  },

  earlier: {
    tag: 'À rappeler',
    own: 'Une demande de ce numéro attend que vous rappeliez',
    other: 'Une demande de ce numéro attend qu’un collègue rappelle',
    when: (when: string) => `Rappel prévu : ${when}.`,
    ownNext: 'Demandez si c’est la même : elle reprend où elle en était.',
    takeUp: 'Reprendre cette demande',
    takeUpHelp: 'Cet appel-ci est clos sans demande. Ses réponses n’y passent pas.',
    takenUp: 'La demande reprend où elle en était.',
    otherNext: 'Demandez si c’est la même, et dites-le à votre collègue.',
  },
};
