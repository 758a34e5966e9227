import type { DistanceModel } from '#src/distance';
import { InvariantError } from '#src/kernel';
import { type CompiledScript, compileScript, parseScript } from '#src/script';

/** What the questions of a measure are recorded under, and the question that comes before them. */
export const agreement = 'agreement';
export const scoreNode = 'distance';

/**
 * A measure as a script of its own: the person agrees, then the questions of the model, asked as in a call. Said in French as
 * they are; each word of it is the adviser's or the mediator's to say.
 */
export function measureScript(model: DistanceModel): CompiledScript {
  const end = { type: 'outcome', section: 'measure', result: 'unsolved' } as const;
  const document = parseScript({
    format: 'aiguillage-script/1',
    id: 'mesure',
    version: '1.0.0',
    language: model.language,
    title: model.title,
    start: agreement,
    sections: [{ id: 'measure', title: model.title }],
    nodes: {
      [agreement]: {
        type: 'choice',
        section: 'measure',
        title: 'Accord à l’oral',
        fact: 'consent',
        say: 'Êtes-vous d’accord pour que nous refassions le point ensemble ? Je note le niveau, pour voir le chemin parcouru.',
        help: 'Les mêmes questions qu’au téléphone. Un non ne change rien à l’aide.',
        options: [
          { id: 'yes', label: 'Oui', next: scoreNode },
          { id: 'no', label: 'Non', hint: 'rien n’est noté', next: 'refused' },
          { id: 'nsp', label: 'Ne sait pas', hint: 'rien n’est noté', next: 'refused' },
        ],
      },
      [scoreNode]: { type: 'score', section: 'measure', model: model.stamp, next: 'found' },
      found: { ...end, title: 'Niveau trouvé', say: 'Merci.' },
      refused: { ...end, title: 'Sans mesure', say: 'C’est entendu.' },
    },
  });
  if (document.ok) return compileScript(document.value, [model]);
  throw new InvariantError('The tests run the measure');
}
