import { type LicenceTerms } from '../../reference/licence-terms.js';

/**
 * Whether a licence or contract lets outputs train a model of another family. Terms that forbid competing models count as forbidding it:
 * a language model trained on the outputs of another competes with it. Undefined where the terms are not known or hang on the model.
 */
export function mayTrainOthers({ outputUse }: LicenceTerms): boolean | undefined {
  switch (outputUse.trainOtherModels) {
    case 'allowed':
    case 'allowed-with-naming':
    case 'inherits-terms':
      return true;
    case 'forbidden':
    case 'not-competing':
    case 'same-family-only':
      return false;
    default:
      return undefined;
  }
}
