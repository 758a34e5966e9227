import { describe, expect, test } from 'vitest';
import { assess, type DistanceAnswer, explainLevel } from '#src/distance';
import { en } from '../../renderer/i18n/en.ts';
import { formatFor } from '../../renderer/i18n/format.ts';
import { fr } from '../../renderer/i18n/fr.ts';
import { levelSentences } from '../../renderer/ui/level-sentences.ts';
import { shippedModel } from '../support/distance-model.ts';

type Answers = Readonly<Record<string, DistanceAnswer>>;

const model = shippedModel();
const explained = (answers: Answers) => explainLevel(model, answers, assess(model, answers));
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

/** The two sentences in French, with ordinary spaces. */
function said(answers: Answers): readonly (string | null)[] {
  const { possible } = assess(model, answers);
  const { why, next } = levelSentences(fr, formatFor('fr-FR'), possible, explained(answers));
  return [plain(why), plain(next)];
}

const noneAlone = { internet: 'aide', mail: 'aide', appli: 'aide', ordi: 'aide' } as const;
const allAlone = {
  internet: 'seul',
  mail: 'seul',
  appli: 'seul',
  ordi: 'seul',
  banque: 'seul',
} as const;

describe('DI-8 DI-14 the parts of an explanation', () => {
  test('sort what was asked by what was answered, and name nothing else', () => {
    const given = {
      internet: 'aide',
      mail: 'nsp',
      appli: 'non',
      ordi: 'seul',
      banque: 'seul',
    } as const;
    expect(explained(given)).toEqual({
      because: [
        { answer: 'seul', deeds: ['se servir d’un ordinateur ou d’une tablette'] },
        { answer: 'aide', deeds: ['aller sur Internet'] },
        { answer: 'non', deeds: ['installer une application'] },
        { answer: 'nsp', deeds: ['lire ou envoyer un mail'] },
      ],
      next: { kind: 'asking', min: 2, max: 3 },
    });
  });

  test.each<[string, Answers, ReturnType<typeof explained>['next']]>([
    ['nothing answered', {}, { kind: 'asking', min: 1, max: 7 }],
    ['the gate closed', { internet: 'non' }, { kind: 'gate-closed' }],
    ['the gate not known', { internet: 'nsp' }, { kind: 'gate-closed' }],
    ['a whole branch spared', noneAlone, { kind: 'spared', questions: 3 }],
    ['two questions spared', allAlone, { kind: 'spared', questions: 2 }],
    [
      'everything asked',
      { ...noneAlone, ordi: 'seul', msg: 'non', prod: 'seul', actu: 'seul' },
      { kind: 'all-asked' },
    ],
  ])('say what follows: %s', (_name, answers, next) => {
    expect(explained(answers).next).toEqual(next);
  });
});

describe('DI-14 a level in two sentences', () => {
  test.each<[string, Answers, readonly (string | null)[]]>([
    [
      'nothing answered yet',
      {},
      [null, 'Encore 1 à 7 questions : elles s’arrêtent dès que le niveau ne peut plus changer.'],
    ],
    [
      'all alone',
      allAlone,
      [
        'Autonome : la personne a pu, sans aide, aller sur Internet, lire ou envoyer un mail, installer une application, se servir d’un ordinateur ou d’une tablette et consulter sa banque ou payer en ligne ces trois derniers mois.',
        'Deux questions ont été épargnées : elles ne pouvaient plus changer le niveau.',
      ],
    ],
    [
      'only with help',
      noneAlone,
      [
        'Éloigné : la personne s’est fait aider pour aller sur Internet, lire ou envoyer un mail, installer une application et se servir d’un ordinateur ou d’une tablette ces trois derniers mois.',
        'Trois questions ont été épargnées : elles ne pouvaient plus changer le niveau.',
      ],
    ],
    [
      'not at all',
      { internet: 'non' },
      [
        'Très éloigné : aller sur Internet, la personne ne l’a pas fait ces trois derniers mois.',
        'Les autres questions ne se posent pas : elles portent sur ce qui se fait par Internet.',
      ],
    ],
    [
      'not known at the gate',
      { internet: 'nsp' },
      [
        'Très éloigné : la personne n’a pas su dire si elle a pu aller sur Internet ces trois derniers mois.',
        'Les autres questions ne se posent pas : elles portent sur ce qui se fait par Internet.',
      ],
    ],
    [
      'all four answers, and still open',
      { internet: 'aide', mail: 'nsp', appli: 'non', ordi: 'seul', msg: 'seul', prod: 'non' },
      [
        'Fragile ou éloigné : la personne a pu, sans aide, se servir d’un ordinateur ou d’une tablette et envoyer un message ou une photo ces trois derniers mois ; elle s’est fait aider pour aller sur Internet ; installer une application et chercher un renseignement, elle ne l’a pas fait ; elle n’a pas su dire si elle a pu lire ou envoyer un mail.',
        'Encore une question, et le niveau sera connu.',
      ],
    ],
    [
      'one question spared',
      { ...noneAlone, ordi: 'seul', msg: 'non', prod: 'non' },
      [
        'Éloigné : la personne a pu, sans aide, se servir d’un ordinateur ou d’une tablette ces trois derniers mois ; elle s’est fait aider pour aller sur Internet, lire ou envoyer un mail et installer une application ; envoyer un message ou une photo et chercher un renseignement, elle ne l’a pas fait.',
        'Une question a été épargnée : elle ne pouvait plus changer le niveau.',
      ],
    ],
    [
      'everything asked',
      { ...noneAlone, ordi: 'seul', msg: 'seul', prod: 'non', actu: 'seul' },
      [
        'Fragile : la personne a pu, sans aide, se servir d’un ordinateur ou d’une tablette, envoyer un message ou une photo et lire les nouvelles ou la météo ces trois derniers mois ; elle s’est fait aider pour aller sur Internet, lire ou envoyer un mail et installer une application ; chercher un renseignement, elle ne l’a pas fait.',
        'Toutes les questions ont été posées.',
      ],
    ],
  ])('%s', (_name, answers, sentences) => {
    expect(said(answers)).toEqual(sentences);
  });

  test('are two in English too', () => {
    const { possible } = assess(model, noneAlone);
    const english = levelSentences(en, formatFor('en-GB'), possible, explained(noneAlone));
    expect(english.why).toMatch(
      /^[^.]+: in the last three months the person had help with this: [^.]+\.$/,
    );
    expect(english.next).toBe('3 questions were spared: they could not change the level any more.');
  });
});
