import { parseCalibration } from '#src/distance';
import { InvariantError } from '#src/kernel';
import figures from '../../../data/calibration/rte-0.1.0.json' with { type: 'json' };
import { shippedModel } from '../../storage/shipped-model.ts';

/** The model that ships, and what it was found to be worth: part of the desk, so that both are there offline. */
export const shipped = { model: shippedModel, calibration: readCalibration() };

function readCalibration() {
  const parsed = parseCalibration(figures);
  if (parsed.ok) return parsed.value;
  throw new InvariantError('The tests read the figures that ship');
}
