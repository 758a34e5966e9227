import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type DistanceModel, levels, type Respondent, type Survey } from '#src/distance';
import { shippedData } from '../hub/config.ts';

/** The survey whose answers ship (data/README.md). */
export const calibrationSurvey: Survey = {
  name: 'TIC Domicílios',
  publisher: 'Cetic.br / NIC.br',
  country: 'BR',
  years: [2015, 2016],
  licence: 'CC BY 4.0',
  url: 'https://cetic.br',
  limits: ['elsewhere', 'use-not-ability', 'agreement-not-truth'],
};

/** The people of the survey, in the order of the file. */
export async function readRespondents(model: DistanceModel): Promise<readonly Respondent[]> {
  const file = join(shippedData, 'calibration', 'tic-domicilios-2015-2016.csv.gz');
  const text = await promisify(gunzip)(await readFile(file));
  const questions = Object.keys(model.questions).filter((id) => id !== model.gate.question);
  const items = z.object(Object.fromEntries(questions.map((id) => [id, z.enum(['0', '1'])])));
  const rows = items.and(
    z.object({ reference_level: z.enum(levels), age: z.coerce.number().int() }),
  );
  return z
    .array(rows)
    .parse(parse(text, { columns: true }))
    .map(({ reference_level, age, ...row }) => ({
      answers: Object.fromEntries(questions.map((id) => [id, row[id] === '1' ? 'seul' : 'non'])),
      reference: reference_level,
      age,
    }));
}
