import { readFileSync } from 'node:fs';
import { type DistanceModel, parseDistanceModel } from '#src/distance';

/** The model that ships. */
export function shippedModel(): DistanceModel {
  const file = new URL('../../data/models/rte-0.1.0.json', import.meta.url);
  const model = parseDistanceModel(JSON.parse(readFileSync(file, 'utf8')));
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}
