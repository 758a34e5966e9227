import { parseArgs } from 'node:util';
import { type DistanceModel, parseDistanceModel, type ScoredLine, scoreLine } from '#src/distance';
import { present } from '#src/kernel';
import { shippedData } from '../../hub/config.ts';
import { readShippedFiles } from '../../hub/imports/shipped-files.ts';
import { answerLines } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';

const usage = `Usage : distance score [--json] < RÉPONSES

Lit sur l'entrée standard un objet JSON de réponses par ligne et donne un résultat par ligne, dans le même ordre.

  internet mail appli ordi msg prod actu banque pj demarche : seul, aide, non ou nsp

  --json   {"level","asked","fragile","model"} ou {"error"} ; sinon, une phrase
`;

/** DI-9: levels of digital distance, for whoever has answers in a file. */
const score: Command = {
  name: 'distance score',
  summary: "donne le niveau d'éloignement numérique de réponses",
  usage,
  run: async (args, io) => {
    const parsed = readArguments(() =>
      parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }),
    );
    if (parsed === null) return 'misused';
    const model = await readModel();
    const format = parsed.values.json ? JSON.stringify : asText;
    return answerLines(io, (line) => scoreLine(model, line), format);
  },
};

function asText(result: ScoredLine): string {
  if ('error' in result) return `sans niveau : ${result.error}`;
  const fragile = result.fragile ? ', fragile' : '';
  return `${result.level}${fragile} (${result.model}) : ${result.asked.join(', ')}`;
}

/** The model that ships. There is one; with a second, the command will need to be told which. */
async function readModel(): Promise<DistanceModel> {
  const [model] = await readShippedFiles(shippedData, 'models', parseDistanceModel);
  return present(model, 'a model ships').value;
}

export const commands = [score] as const;
