import { parseScript, type ScriptDocument } from '#src/script';
import { shippedModel } from './distance-model.ts';

/** Answers that lead it to its orientation: somebody of Mende who agreed, not helped by the quick fix, at E3. */
export const answersToOrientation = {
  consent: 'yes',
  need: 'procedures',
  'quick-fix': 'unsolved',
  'distance.internet': 'non',
  commune: '48095',
} as const;

const unknown = (next: string) => ({ id: 'nsp', label: 'Ne sait pas', next });
const spoken = (section: string, title: string) => ({ section, title, say: `${title} ?` });

/** A script with one question of each matter, for tests that are about something else than its words. */
export function shortScript(): ScriptDocument {
  const parsed = parseScript({
    format: 'aiguillage-script/1',
    id: 'court',
    version: '1.0.0',
    language: 'fr',
    title: 'Script court',
    start: 'consent',
    sections: [
      { id: 'call', title: 'Appel' },
      { id: 'distance', title: 'Éloignement' },
      { id: 'venue', title: 'Lieu' },
    ],
    nodes: {
      consent: {
        type: 'choice',
        ...spoken('call', 'Accord'),
        fact: 'consent',
        options: [
          { id: 'yes', label: 'Oui', next: 'need' },
          { id: 'no', label: 'Non', next: 'need' },
          unknown('need'),
        ],
      },
      need: {
        type: 'choice',
        ...spoken('call', 'Besoin'),
        fact: 'service',
        options: [
          {
            id: 'procedures',
            label: 'Une démarche',
            value: 'Aide aux démarches administratives',
            next: 'quick-fix',
          },
          unknown('quick-fix'),
        ],
      },
      'quick-fix': {
        type: 'choice',
        ...spoken('call', 'Dépannage'),
        fact: 'resolution',
        options: [
          { id: 'solved', label: 'Réglé', next: 'end-solved' },
          { id: 'unsolved', label: 'Pas réglé', next: 'distance' },
          unknown('distance'),
        ],
      },
      distance: {
        type: 'score',
        section: 'distance',
        model: shippedModel().stamp,
        next: 'commune',
      },
      commune: {
        type: 'commune',
        ...spoken('venue', 'Commune'),
        fact: 'commune',
        options: [unknown('orientation')],
        next: 'orientation',
      },
      orientation: {
        type: 'orientation',
        ...spoken('venue', 'Lieu proche'),
        options: [
          { id: 'done', label: 'Rendez-vous pris', next: 'end-referred' },
          { id: 'none', label: 'Pas de lieu', next: 'end-unsolved' },
          unknown('end-unsolved'),
        ],
      },
      'end-solved': { type: 'outcome', ...spoken('call', 'Au revoir'), result: 'solved' },
      'end-referred': { type: 'outcome', ...spoken('venue', 'À bientôt'), result: 'referred' },
      'end-unsolved': { type: 'outcome', ...spoken('venue', 'Désolé'), result: 'unsolved' },
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
