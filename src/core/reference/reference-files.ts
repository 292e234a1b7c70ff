import { z } from 'zod';
import { codeMarkers } from './code-markers.js';
import { hardwareFacts } from './hardware-facts.js';
import { modelEvaluations } from './model-evaluations.js';
import { opennessSchemes } from './openness-schemes.js';
import { priceFacts } from './price-facts.js';
import { referenceData } from './reference-data.js';
import { sealFrameworks } from './seal-frameworks.js';

const { shape } = referenceData;

/** The schema of each YAML file below `policies/reference/`, by file name without extension. */
export const referenceFiles = {
  review: z.strictObject({ review: shape.review }),
  licences: z.strictObject({ licenceClasses: shape.licenceClasses, licences: shape.licences }),
  jurisdictions: z.strictObject({ jurisdictions: shape.jurisdictions }),
  providers: z.strictObject({ providers: shape.providers }),
  engines: z.strictObject({ engines: shape.engines }),
  controls: z.strictObject({ controls: shape.controls, controlShortForms: shape.controlShortForms }),
  models: z.strictObject({ models: shape.models }),
  retirements: z.strictObject({ retirements: shape.retirements, noticePolicies: shape.noticePolicies }),
  'model-evaluations': modelEvaluations,
  prices: priceFacts,
  hardware: hardwareFacts,
  'code-markers': codeMarkers,
  openness: opennessSchemes,
  seal: sealFrameworks,
} as const;
export type ReferenceFileName = keyof typeof referenceFiles;
