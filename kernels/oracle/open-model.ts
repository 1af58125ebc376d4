import { FlowError } from '../../src/core/errors.ts';
import type { GgufFile } from '../gguf/read.ts';
import {
  ACTIVATIONS,
  type Activation,
  type ActivationCodes,
  hyperparameters,
  statedActivation,
  usualActivationCodes,
} from './hyperparameters.ts';
import type { OracleModel } from './walk.ts';
import { ModelWeights, type WeightOptions } from './weights.ts';

/** What a person may state about a model; what is left out is read from the file. */
export interface ModelOptions extends WeightOptions {
  readonly activation?: Activation;
  readonly codes?: ActivationCodes;
}

/** A model ready to run. Where the file leaves open which activation it has, somebody must say so: guessing wrong looks plausible. */
export function openModel(file: GgufFile, options: ModelOptions): OracleModel {
  const activation = options.activation ?? statedActivation(file);
  if (activation === undefined)
    throw new FlowError(
      'bad-input',
      `architecture ${JSON.stringify(file.architecture)} does not say which activation the feed-forward block has`,
      {
        at: `${file.source.name}, ${file.architecture}.hidden_activation`,
        fix: `state it: ${ACTIVATIONS.join(' or ')}`,
      },
    );
  return {
    sizes: hyperparameters(file),
    weights: new ModelWeights(file, options),
    activation,
    codes: options.codes ?? usualActivationCodes(file),
  };
}
