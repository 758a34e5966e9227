import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Calibration,
  calibrate,
  type DistanceModel,
  type Measured,
  parseCalibration,
} from '#src/distance';
import { hashOf, parseJson } from '#src/kernel';
import { shippedData } from '../../hub/config.ts';
import { calibrationSurvey, readRespondents } from '../calibration-data.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { readShippedModel } from '../shipped-model.ts';

const usage = `Usage : distance calibrate [--json] [--write]

Refait la table des niveaux d'après les réponses livrées, mesure ce qu'elle vaut par validation croisée,
et dit si la table et les chiffres livrés sont exactement ceux-là.

  --json    un objet par ligne : "table", "whole", "age", "fixed", puis "shipped"
  --write   écrit les chiffres dans data/calibration
`;

/** DI-11: the shipped table and figures, worked out again from real answers. */
export const distanceCalibrate: Command = {
  name: 'distance calibrate',
  summary: "refait la table de l'éloignement et dit ce qu'elle vaut",
  usage,
  run: async (args, io) => {
    const parsed = readArguments({ args, options });
    if (parsed === null) return 'misused';
    const model = await readShippedModel();
    const fit = calibrate(model, await readRespondents(model), calibrationSurvey);
    const path = join(shippedData, 'calibration', `${model.id}-${model.version}.json`);
    if (parsed.values.write) await writeFile(path, `${JSON.stringify(fit.calibration, null, 2)}\n`);
    const shipped = {
      table: hashOf(fit.table) === hashOf(model.table),
      figures: hashOf(fit.calibration) === hashOf(await readFigures(path)),
    };
    io.out.write(parsed.values.json ? asLines(fit, shipped) : asText(model, fit, shipped));
    return shipped.table && shipped.figures ? 0 : 1;
  },
};

const options = {
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

type Fit = ReturnType<typeof calibrate>;
/** Whether what ships is what the fit gives. */
type Shipped = { readonly table: boolean; readonly figures: boolean };

/** The figures that ship; `null` where there are none that can be read. */
async function readFigures(path: string): Promise<Calibration | null> {
  const json = parseJson(await readFile(path, 'utf8').catch(() => ''));
  const figures = parseCalibration(json.ok ? json.value : null);
  return figures.ok ? figures.value : null;
}

function asLines({ table, calibration }: Fit, shipped: Shipped): string {
  const { model, folds, sameTable, whole, byAge, fixedForms } = calibration;
  const lines = [
    { kind: 'table', model, table, folds, sameTable },
    { kind: 'whole', ...whole },
    ...byAge.map((band) => ({ kind: 'age', ...band })),
    ...fixedForms.map((form) => ({ kind: 'fixed', ...form })),
    { kind: 'shipped', ...shipped },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function asText(model: DistanceModel, { table, calibration }: Fit, shipped: Shipped): string {
  const { survey, folds, sameTable, whole, byAge, fixedForms } = calibration;
  const columns = Math.max(...table.map((row) => row.length));
  const bands = byAge.map((band): [string, Measured] => [
    band.to === null ? `${band.from} ans et plus` : `${band.from} à ${band.to} ans`,
    band,
  ]);
  const forms = fixedForms.map((form): [string, Measured] => [
    `${form.questions.length} questions, toutes posées`,
    form,
  ]);
  return [
    `${model.title}, ${model.stamp}`,
    `${count(whole.people)} personnes : ${survey.name} ${survey.years.join(' et ')}, ${survey.publisher} (${survey.country}), ${survey.licence}`,
    '',
    `Table (lignes : première série ; colonnes : seconde série), retrouvée dans ${sameTable} parts sur ${folds}`,
    `     ${Array.from({ length: columns }, (_, column) => String(column).padEnd(2)).join('  ')}`,
    ...table.map((row, alone) => `  ${alone}  ${row.join('  ')}`),
    '',
    `${`Validation croisée, ${folds} parts`.padEnd(34)}personnes  accord  kappa  questions  2 niveaux d'écart`,
    asRow(['Ce repère, après la porte', whole]),
    ...bands.map(([name, measured]) => asRow([`  ${name}`, measured])),
    ...forms.map(asRow),
    '',
    shipped.table ? 'La table livrée est exactement celle-ci.' : 'La table livrée est une autre.',
    shipped.figures
      ? 'Les chiffres livrés sont exactement ceux-ci.'
      : 'Les chiffres livrés sont autres : --write les écrit.',
    '',
  ].join('\n');
}

function asRow([name, { people, accuracy, kappa, meanQuestions, farApart }]: readonly [
  string,
  Measured,
]): string {
  return [
    name.padEnd(34),
    count(people).padStart(9),
    `${decimals(100 * accuracy, 1)} %`.padStart(8),
    decimals(kappa, 3).padStart(7),
    decimals(meanQuestions, 2).padStart(11),
    String(farApart).padStart(20),
  ].join('');
}

function count(people: number): string {
  return people.toLocaleString('fr-FR').replaceAll(/\s/g, ' ');
}

function decimals(figure: number, digits: number): string {
  return figure.toFixed(digits).replace('.', ',');
}
