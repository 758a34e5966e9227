import type { DistanceAnswer, OverrideReason } from '#src/distance';

const because: Record<DistanceAnswer, (who: string, deeds: string) => string> = {
  seul: (who, deeds) => `${who} a pu, sans aide, ${deeds}`,
  aide: (who, deeds) => `${who} s’est fait aider pour ${deeds}`,
  non: (who, deeds) => `${deeds}, ${who} ne l’a pas fait`,
  nsp: (who, deeds) => `${who} n’a pas su dire si elle a pu ${deeds}`,
};

const reasons: Record<OverrideReason, string> = {
  'says-less': 'Dit moins que ce qui est fait',
  'says-more': 'Dit plus que ce qui est fait',
  'answered-for-another': 'A répondu pour quelqu’un d’autre',
  'not-understood': 'N’a pas compris les questions',
  other: 'Autre raison',
};

const numbers = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept'];

/** A level in two sentences, and the adviser's own beside it. */
export const level = {
  why: (level: string, clauses: readonly string[]) =>
    `${level}\u00a0: ${clauses.join('\u00a0; ')}.`,
  who: { first: 'la personne', again: 'elle' },
  because,
  /** Said with the first reason. */
  period: (clause: string) => `${clause} ces trois derniers mois`,
  next: {
    asking: (min: number, max: number) => {
      if (max === 1) return 'Encore une question, et le niveau sera connu.';
      const questions =
        min === max ? `Encore ${max} questions` : `Encore ${min} à ${max} questions`;
      return `${questions}\u00a0: elles s’arrêtent dès que le niveau ne peut plus changer.`;
    },
    gateClosed:
      'Les autres questions ne se posent pas\u00a0: elles portent sur ce qui se fait par Internet.',
    spared: (n: number) =>
      n === 1
        ? 'Une question a été épargnée\u00a0: elle ne pouvait plus changer le niveau.'
        : `${numbers[n] ?? n} questions ont été épargnées\u00a0: elles ne pouvaient plus changer le niveau.`,
    allAsked: 'Toutes les questions ont été posées.',
  },

  override: {
    open: 'Corriger le niveau',
    change: 'Revoir la correction',
    help: 'Le niveau mesuré est gardé à côté. Le lieu et les chiffres retiennent votre correction\u00a0; le script continue d’après les réponses.',
    level: 'Le niveau qui vous paraît juste',
    reason: 'Pourquoi',
    reasons,
    words: 'La raison, en quelques mots',
    wordsHelp: 'Le lieu la lira. N’écrivez rien qui nomme quelqu’un.',
    save: 'Corriger',
    takeBack: 'Garder le niveau mesuré',
    done: (level: string) => `Niveau corrigé\u00a0: ${level.toLowerCase()}`,
    takenBack: 'Le niveau mesuré est repris',
    yours: (reason: string) => `corrigé par vous\u00a0: ${reason}`,
    byAdviser: (reason: string) => `corrigé par le conseiller\u00a0: ${reason}`,
    measured: 'Mesuré',
    fallen: 'Votre correction ne compte plus\u00a0: les réponses donnent un autre niveau.',
  },

  rates: {
    title: 'Niveaux corrigés, par question posée',
    means:
      'Une question dont le niveau est souvent corrigé est peut-être mal posée, ou mal comprise. Personne n’est nommé\u00a0; rien n’est montré sur moins de 11 appels, ni ce qui le ferait retrouver, et les parts sont arrondies.',
    reading: 'Les corrections se lisent…',
    none: 'Aucun niveau mesuré sur cette période.',
    question: 'Question',
    asked: 'Appels',
    corrected: 'Corrigés',
    nearer: 'Moins éloigné',
    farther: 'Plus éloigné',
    reasons: 'Pourquoi',
    few: 'non montré',
    atLeast: (n: string) => `${n} ou plus`,
  },
};
