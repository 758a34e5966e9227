import { readFrenchHours } from '#src/hours';
import { answerLines, isRefused, type LineResult, onFields } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';

const usage = `Usage : hours parse "HORAIRES EN FRANÇAIS" [--json]
        hours parse [--json] < LIGNES

Écrit des horaires français dans la langue d'OpenStreetMap (opening_hours), là où leur sens est certain.
Sans texte, lit sur l'entrée standard un objet JSON {"text"} par ligne, et répond dans le même ordre.

  --json   {"osm":"..."}, {"osm":null} si le sens n'est pas certain, {"error":"..."} pour une ligne illisible
`;

type Answer = { readonly osm: string | null };

/** HO-41: hours in French, for whoever has a file of them. */
export const hoursParse: Command = {
  name: 'hours parse',
  summary: 'traduit des horaires français en opening_hours',
  usage,
  run: async (args, io) => {
    const parsed = readArguments({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [text, ...others] = parsed?.positionals ?? [];
    if (parsed === null || others.length > 0) return 'misused';
    const format = parsed.values.json ? JSON.stringify : asText;
    if (text === undefined) return answerLines(io, onFields(answerFields), format);
    io.out.write(`${format(answer(text))}\n`);
    return 0;
  },
};

const answer = (text: string): Answer => ({ osm: readFrenchHours(text) });

function answerFields({ text }: Readonly<Record<string, unknown>>): LineResult<Answer> {
  return typeof text === 'string' ? answer(text) : { error: 'Il manque "text".' };
}

function asText(result: LineResult<Answer>): string {
  if (isRefused(result)) return result.error;
  return result.osm ?? 'non interprétable';
}
