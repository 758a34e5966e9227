import { parseDistanceModel } from '#src/distance';
import { InvariantError } from '#src/kernel';
import document from '../../data/models/rte-0.1.0.json' with { type: 'json' };

/** The model that ships: part of the desk, so that it is there offline. */
export const shippedModel = read();

function read() {
  const parsed = parseDistanceModel(document);
  if (parsed.ok) return parsed.value;
  throw new InvariantError('The tests read the model that ships');
}
