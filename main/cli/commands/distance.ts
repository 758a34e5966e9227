import { type DistanceModel, type ScoredLine, scoreLine } from '#src/distance';
import { answerLines } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { readShippedModel } from '../shipped-model.ts';
import { distanceCalibrate } from './distance-calibrate.ts';

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
    const parsed = readArguments({ args, options: { json: { type: 'boolean', default: false } } });
    if (parsed === null) return 'misused';
    const model = await readShippedModel();
    const format = parsed.values.json ? JSON.stringify : asText(model);
    return answerLines(io, (line) => scoreLine(model, line), format);
  },
};

const asText = (model: DistanceModel) => (result: ScoredLine) => {
  if ('error' in result) return `sans niveau : ${result.error}`;
  const fragile = result.fragile ? ', à confirmer' : '';
  const name = model.levelNames[result.level];
  return `${result.level} ${name}${fragile} (${result.model}) : ${result.asked.join(', ')}`;
};

export const commands = [score, distanceCalibrate] as const;
