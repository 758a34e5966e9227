import { type DistanceModel, parseDistanceModel } from '#src/distance';
import { present } from '#src/kernel';
import { shippedData } from '../hub/config.ts';
import { readShippedFiles } from '../hub/imports/shipped-files.ts';

/** The model that ships. There is one; with a second, the commands will need to be told which. */
export async function readShippedModel(): Promise<DistanceModel> {
  const [model] = await readShippedFiles(shippedData, 'models', parseDistanceModel);
  return present(model, 'a model ships').value;
}
