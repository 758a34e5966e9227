import { parseArgs } from 'node:util';
import { type DistanceModel, parseDistanceModel, type ScoredLine, scoreLine } from '#src/distance';
import { present } from '#src/kernel';
import { shippedData } from '../../hub/config.ts';
import { readShippedFiles } from '../../hub/imports/shipped-files.ts';
import type { Command, CommandIo, ExitCode } from '../command.ts';
import { linesOf } from '../lines.ts';
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
  run: async (args, io) => {
    if (args.includes('--help')) {
      io.out.write(usage);
      return 0;
    }
    const parsed = readArguments(() =>
      parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }),
    );
    if (parsed === null) {
      io.err.write(usage);
      return 2;
    }
    return scoreLines(await readModel(), io, parsed.values.json ? JSON.stringify : asText);
  },
};

async function scoreLines(
  model: DistanceModel,
  io: CommandIo,
  format: (result: ScoredLine) => string,
): Promise<ExitCode> {
  let refused = 0;
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') continue;
    const result = scoreLine(model, line);
    if ('error' in result) refused++;
    io.out.write(`${format(result)}\n`);
  }
  if (refused === 0) return 0;
  io.err.write(`Lignes sans niveau : ${refused}\n`);
  return 1;
}

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
