import { type FreeTimeLine, freeTimeLine } from '#src/booking';
import { answerLines } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';

const usage = `Usage : slots compute [--json] < DEMANDES

Lit sur l'entrée standard une demande par ligne, en JSON, et donne les créneaux libres, une ligne chacune, dans le même
ordre. Les heures sont celles de l'horloge du lieu (AAAA-MM-JJTHH:mm), "to" non compris.

  {"timezone":"Europe/Paris","now":"2026-03-27T08:02","durationMin":30,"bufferMin":10,
   "ranges":[{"weekdays":["Mo","Fr"],"from":"2026-01-01","start":"09:00","end":"12:00"}],
   "busy":[{"start":"2026-03-27T10:00","end":"2026-03-27T10:30"}],
   "from":"2026-03-27T00:00","to":"2026-04-03T00:00","holidays":[]}

  --json   {"slots":[...],"free":[{"start","end"}]} ou {"error"} ; sinon, les créneaux à la suite
`;

/** BO-18: the times that a diary offers, for whoever keeps one elsewhere. */
const compute: Command = {
  name: 'slots compute',
  summary: 'donne les créneaux libres d’un agenda',
  usage,
  run: async (args, io) => {
    const parsed = readArguments({ args, options: { json: { type: 'boolean', default: false } } });
    if (parsed === null) return 'misused';
    return answerLines(io, freeTimeLine, parsed.values.json ? JSON.stringify : asText);
  },
};

function asText(result: FreeTimeLine): string {
  if ('error' in result) return `sans réponse : ${result.error}`;
  return result.slots.length === 0 ? 'aucun créneau' : result.slots.join(' ');
}

export const commands = [compute] as const;
