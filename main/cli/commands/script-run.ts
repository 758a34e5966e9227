import { compileScript, type LineRun, runLine } from '#src/script';
import { answerLines, type LineResult, onFields } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { fileArguments, findingAsText, readSoundScript } from './script-file.ts';

const usage = `Usage : script run FICHIER [--json] < RÉPONSES

Suit un script d'appel. Lit sur l'entrée standard un objet JSON par ligne, les réponses d'un appel :

  {"answers":[{"question":"q1","answer":"oui"},{"question":"q2","answer":["a","b"]}]}

et donne pour chacune, dans le même ordre, la question qui vient ensuite, ou la fin de l'appel.
Plusieurs réponses à une question : une liste. Un nombre s'écrit tel quel, une date AAAA-MM-JJ.

  --json   {"next"} ou {"outcome"} ou {"error"} ; sinon, une phrase
`;

export const scriptRun: Command = {
  name: 'script run',
  summary: "suit un script d'appel avec des réponses données",
  usage,
  run: async (args, io) => {
    const given = fileArguments(args, { json: { type: 'boolean', default: false } });
    if (given === null) return 'misused';
    const read = await readSoundScript(given.file);
    if (!read.ok) {
      io.err.write(`Le script ne peut pas être suivi. ${findingAsText(read.error)}\n`);
      return 1;
    }
    const script = compileScript(read.value.document, read.value.models);
    return answerLines(
      io,
      onFields((fields) => runLine(script, fields)),
      given.values.json ? JSON.stringify : asText,
    );
  },
};

function asText(result: LineResult<LineRun>): string {
  if ('error' in result) return `erreur : ${result.error}`;
  return 'next' in result ? `question : ${result.next}` : `fin : ${result.outcome}`;
}
