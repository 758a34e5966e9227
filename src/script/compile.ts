import { initialTransition, transition } from 'xstate';
import type { DistanceModel } from '#src/distance';
import { hashOf, present } from '#src/kernel';
import type { ScriptDocument, ScriptOutcome } from './document.ts';
import { type FlatScript, flatten } from './flat-script.ts';
import { exitsOf, reachFrom } from './graph.ts';
import { splitQuestion } from './ids.ts';
import { machineOf, questionAt } from './machine.ts';
import type { PathAnswer } from './path.ts';
import { type AnswerValue, accepts, modelOf, type Question, questionsOf } from './questions.ts';

/** Which script a call runs: pinned from its beginning to its end. */
export type ScriptReference = {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the document, the scripts that it runs included. */
  readonly hash: string;
};

/** A script that can run. Made once; the same one serves any number of calls. */
export type CompiledScript = {
  readonly reference: ScriptReference;
  readonly title: string;
  /** Everything that is said, by question id. */
  readonly questions: ReadonlyMap<string, Question>;
  /** The model of each score node. */
  readonly models: ReadonlyMap<string, DistanceModel>;
  /** The titles of the sections that can still come after a question, in the script's order. */
  readonly ahead: (question: string) => readonly string[];
  /** How the script ends at an outcome; `null` for any other question. */
  readonly outcome: (question: string) => ScriptOutcome | null;
  /** Follows the answers from the start, until one is missing or does not fit. */
  readonly follow: (answers: ReadonlyMap<string, AnswerValue>) => Walk;
};

/** Where the answers lead: the path they took, and the question that has none. */
export type Walk = { readonly path: readonly PathAnswer[]; readonly current: Question };

/** Makes a script ready to run that is known to have no error. */
export function compileSound(
  document: ScriptDocument,
  models: readonly DistanceModel[],
): CompiledScript {
  const { script } = flatten(document);
  const questions = questionsOf(script, models);
  const scores = scoreModels(script, models);
  const machine = machineOf(script, questions, scores);
  return {
    reference: { id: document.id, version: document.version, hash: hashOf(document) },
    title: document.title,
    questions,
    models: scores,
    ahead: sectionsAhead(script),
    outcome: (question) => {
      const node = script.nodes.get(question);
      return node?.type === 'outcome' ? node.result : null;
    },
    follow(answers) {
      let [snapshot] = initialTransition(machine);
      for (;;) {
        const current = present(
          questions.get(questionAt(snapshot.value)),
          'the machine rests at questions only',
        );
        const value = answers.get(current.id);
        if (value === undefined || !accepts(current, value)) {
          return { path: snapshot.context.path, current };
        }
        [snapshot] = transition(machine, snapshot, { type: 'answer', question: current.id, value });
      }
    },
  };
}

function scoreModels(
  { nodes }: FlatScript,
  models: readonly DistanceModel[],
): ReadonlyMap<string, DistanceModel> {
  return new Map(
    [...nodes].flatMap(([id, node]) =>
      node.type === 'score' ? [[id, modelOf(models, node.model)]] : [],
    ),
  );
}

/** SC-23: what can still come, whatever is answered. */
function sectionsAhead({ nodes, sections }: FlatScript): CompiledScript['ahead'] {
  const exits = new Map([...nodes].map(([id, node]) => [id, exitsOf(id, node)]));
  return (question) => {
    const [here] = splitQuestion(question);
    const sectionOf = (id: string) => {
      const node = nodes.get(id);
      return node === undefined || node.type === 'decision' ? null : node.section;
    };
    const coming = new Set(reachFrom(here, exits).order.map(sectionOf));
    return sections
      .filter(({ id }) => id !== sectionOf(here) && coming.has(id))
      .map(({ title }) => title);
  };
}
