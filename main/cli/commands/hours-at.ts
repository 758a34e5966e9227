import { departementNames, departementOfCommune } from '#src/geography';
import {
  type DisputedDays,
  disputedDays,
  type Hours,
  hoursPlaceOf,
  nextOpening,
  type OpenReason,
  openAt,
  readHours,
} from '#src/hours';
import { answerLines, isRefused, type LineResult, onFields } from '../answer-lines.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { readInstant } from '../read-instant.ts';

const usage = `Usage : hours at "OPENING_HOURS" --commune INSEE --instant ISO [options]
        hours at [options] < LIGNES

Dit si un lieu est ouvert à un instant, à l'heure et selon les jours fériés de sa commune.
Sans texte, lit sur l'entrée standard un objet JSON {"text","commune","instant"} par ligne, et répond dans le même ordre.

  --commune INSEE   code de la commune : 33063, 2A004, 97411
  --instant ISO     avec son décalage : 2026-07-14T10:00:00+02:00
  --disputed MOT    jours que toutes les sources ne disent pas fériés : ${disputedDays.join(', ')} (to-check)
  --json            {"open":true|false|null,"reason","next","timezone"}, {"error"} pour une ligne refusée
`;

type Answer = {
  readonly open: boolean | null;
  readonly reason: OpenReason;
  readonly next: string | null;
  readonly timezone: string;
};

type Question = {
  readonly text: unknown;
  readonly commune: unknown;
  readonly instant: unknown;
};

/** HO-40: whether a text of opening_hours is open, for whoever has a file of them. */
export const hoursAt: Command = {
  name: 'hours at',
  summary: 'dit si des horaires sont ouverts à un instant',
  usage,
  run: async (args, io) => {
    const parsed = readArguments({
      args,
      allowPositionals: true,
      options: {
        commune: { type: 'string' },
        instant: { type: 'string' },
        disputed: { type: 'string', default: 'to-check' },
        json: { type: 'boolean', default: false },
      },
    });
    const disputed = disputedDays.find((word) => word === parsed?.values.disputed);
    if (parsed === null || parsed.positionals.length > 1 || disputed === undefined)
      return 'misused';
    const { commune, instant, json } = parsed.values;
    const [text] = parsed.positionals;
    const format = json ? JSON.stringify : asText;
    if (text === undefined) {
      const defaults = { commune, instant };
      return answerLines(
        io,
        onFields((fields) => answer({ text: undefined, ...defaults, ...fields }, disputed)),
        format,
      );
    }
    if (commune === undefined || instant === undefined) return 'misused';
    const result = answer({ text, commune, instant }, disputed);
    if (isRefused(result)) {
      io.err.write(`${result.error}\n`);
      return 1;
    }
    io.out.write(`${format(result)}\n`);
    return 0;
  },
};

function answer({ text, commune, instant }: Question, disputed: DisputedDays): LineResult<Answer> {
  if (typeof text !== 'string') return { error: 'Il manque "text".' };
  if (typeof commune !== 'string') return { error: 'Il manque "commune".' };
  if (typeof instant !== 'string') return { error: 'Il manque "instant".' };
  if (!canBeCommune(commune)) return { error: `Commune inconnue : ${commune}` };
  if (readInstant(instant, null) === null)
    return {
      error: `Instant incorrect : ${instant}. Il faut une date, une heure et son décalage, comme 2026-07-14T10:00:00+02:00.`,
    };
  const hours = hoursOf(text);
  const place = hoursPlaceOf(commune, '');
  const { open, reason } = openAt(hours, place, instant, disputed);
  const next = nextOpening(hours, place, instant, disputed);
  return { open, reason, next, timezone: place.zone };
}

const read = new Map<string, Hours>();

/** A file repeats the same hours often; those of a whole country are some thousands. */
function hoursOf(text: string): Hours {
  const hours = read.get(text) ?? readHours(text);
  read.set(text, hours);
  return hours;
}

const collectivities: readonly string[] = ['975', '977', '978', '984', '986', '987', '988', '989'];

/** Whether INSEE can have given the code. The list of communes itself takes long to read, and old codes are asked too. */
function canBeCommune(code: string): boolean {
  if (!/^(?:\d{2}|2[AB])\d{3}$/.test(code)) return false;
  const departement = departementOfCommune(code);
  const exists =
    Object.hasOwn(departementNames, departement) || collectivities.includes(departement);
  return exists && Number(code.slice(departement.length)) > 0;
}

const reasonWords: Readonly<Record<OpenReason, string>> = {
  'within-hours': 'ouvert',
  'outside-hours': 'fermé',
  'holiday-hours': 'ouvert, aux heures des jours fériés',
  'holiday-closed': 'fermé, jour férié',
  comment: 'à vérifier, sous condition',
  'hours-not-stated': 'à vérifier, seules des fermetures sont dites',
  'holiday-unknown': 'à vérifier, jour férié dont les horaires ne disent rien',
  'holiday-disputed': 'à vérifier, jour que toutes les sources ne disent pas férié',
  'school-holidays': 'à vérifier, horaires qui dépendent des vacances scolaires',
  'not-understood': 'à vérifier, horaires non interprétables',
  'reversed-range': 'à vérifier, des horaires finissent avant de commencer',
  'empty-range': 'à vérifier, des horaires sont vides',
};

function asText(result: LineResult<Answer>): string {
  if (isRefused(result)) return result.error;
  const next = result.next === null ? '' : `, prochaine ouverture ${result.next}`;
  return `${reasonWords[result.reason]} (${result.timezone})${next}`;
}
