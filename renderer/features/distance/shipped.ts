import { parseCalibration, parseDistanceModel } from '#src/distance';
import { InvariantError } from '#src/kernel';
import figures from '../../../data/calibration/rte-0.1.0.json' with { type: 'json' };
import document from '../../../data/models/rte-0.1.0.json' with { type: 'json' };

/** The model that ships, and what it was found to be worth: part of the desk, so that both are there offline. */
export const shipped = {
  model: read(parseDistanceModel(document)),
  calibration: read(parseCalibration(figures)),
};

function read<Value>(
  parsed: { readonly ok: true; readonly value: Value } | { readonly ok: false },
): Value {
  if (parsed.ok) return parsed.value;
  throw new InvariantError('The tests read the model and the figures that ship');
}
