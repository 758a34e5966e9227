import MiniSearch from 'minisearch';
import { foldText, present } from '#src/kernel';
import type { SolutionCard } from './solution-card.ts';

/** What people say for one thing: whoever says one of a line is also understood as saying the others. */
const synonyms: readonly (readonly string[])[] = [
  ['telephone', 'portable', 'mobile', 'smartphone', 'iphone', 'samsung', 'android'],
  ['ordinateur', 'ordi', 'pc', 'mac'],
  ['mail', 'mails', 'email', 'courriel', 'messagerie', 'mel'],
  ['sms', 'texto', 'message'],
  ['wifi', 'wi fi', 'box'],
  ['ameli', 'secu', 'cpam', 'vitale', 'assurance maladie'],
  ['france travail', 'pole emploi', 'anpe', 'chomage'],
  ['caf', 'allocations', 'allocataire', 'apl', 'rsa'],
  ['impots', 'impot', 'impos', 'fisc', 'tresor'],
  ['pirate', 'pirater', 'hacke', 'hack'],
  ['arnaque', 'escroc', 'escroquerie', 'faux', 'fraude', 'louche', 'bizarre'],
  ['photo', 'photos', 'image', 'images'],
  ['imprimante', 'imprimer'],
  ['scanner', 'numeriser', 'scan'],
  ['mot de passe', 'mdp', 'code secret'],
  ['perdu', 'oublie', 'retrouve', 'souviens', 'rappelle'],
  ['carte bleue', 'carte bancaire', 'cb'],
  ['video', 'visio', 'skype', 'zoom', 'facetime'],
  ['application', 'appli', 'applis', 'app'],
  ['voiture', 'vehicule', 'auto'],
  ['docteur', 'medecin', 'doctolib'],
  ['agrandir', 'grossir', 'gros', 'petit'],
];

/** Words that say nothing of what is wrong. */
const empty: ReadonlySet<string> = new Set(
  `a ai au aux avec c ca ce cela ces cet cette comment d dans de des du elle en est et eu fait faire il ils j je l la le
  les leur lui m ma mais marche me mes moi mon n ne nous on ont ou par pas peux plus pour qu quand que qui quoi s sa se
  ses si sur ta te tu un une va veut veux voudrais vous y arrive arrivent bonjour faut besoin`.split(
    /\s+/,
  ),
);

type Field = 'title' | 'symptoms' | 'theme' | 'steps';

/** Makes the index of the cards, and gives what asks it: the cards that fit what a caller says, the best first. */
export function solutionCardSearch(
  cards: readonly SolutionCard[],
): (said: string, limit: number) => readonly SolutionCard[] {
  const index = new MiniSearch<{ readonly id: number } & Readonly<Record<Field, string>>>({
    fields: ['title', 'symptoms', 'theme', 'steps'],
    tokenize: meaningfulWords,
    // Words are folded already.
    processTerm: (term) => term,
  });
  index.addAll(
    cards.map(({ title, symptoms, theme, steps }, id) => ({
      id,
      title,
      symptoms: symptoms.join(' '),
      theme,
      steps: steps.map(({ say }) => say).join(' '),
    })),
  );
  return (said, limit) => {
    const heard = new Set(meaningfulWords(said));
    const isHeard = (word: string) => heard.has(word);
    return index
      .search([...heard, ...otherWords(said)].join(' '), {
        boost: { title: 4, symptoms: 3, theme: 2 },
        // What was said counts more than what others say for it, and alone may be mistyped.
        boostTerm: (word) => (isHeard(word) ? 2 : 1),
        prefix: (word) => isHeard(word) && word.length > 2,
        fuzzy: (word) => isHeard(word) && editsAllowed(word),
      })
      .slice(0, limit)
      .map(({ id }) => present(cards[id], 'a card’s number is its id in the index'));
  };
}

function meaningfulWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !empty.has(word));
}

/** What others say for the same. */
function otherWords(said: string): readonly string[] {
  const folded = ` ${foldText(said)} `;
  return synonyms.filter((words) => words.some((word) => folded.includes(` ${word} `))).flat();
}

/** Typing errors forgiven in a word: in a short one, a letter makes another word. */
function editsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
