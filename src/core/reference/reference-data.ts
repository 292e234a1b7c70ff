import { z } from 'zod';
import { control } from './control.js';
import { controlShortForm } from './control-short-form.js';
import { engineFacts } from './engine-facts.js';
import { jurisdictionFacts } from './jurisdiction-facts.js';
import { licenceClassRank } from './licence-class-rank.js';
import { licenceTerms } from './licence-terms.js';
import { modelFacts } from './model-facts.js';
import { noticePolicy } from './notice-policy.js';
import { providerFacts } from './provider-facts.js';
import { retirement } from './retirement.js';
import { reviewRule } from './review-rule.js';

/** The facts a check needs, as one document: what the build compiles the YAML files into. */
export const referenceData = z.strictObject({
  review: reviewRule,
  licenceClasses: z.array(licenceClassRank).min(1).max(20),
  licences: z.array(licenceTerms).max(5_000),
  jurisdictions: z.array(jurisdictionFacts).max(400),
  providers: z.array(providerFacts).max(5_000),
  engines: z.array(engineFacts).max(2_000),
  controls: z.array(control).max(5_000),
  controlShortForms: z.array(controlShortForm).max(2_000),
  models: z.array(modelFacts).max(10_000),
  retirements: z.array(retirement).max(10_000),
  noticePolicies: z.array(noticePolicy).max(1_000),
});
export type ReferenceData = z.infer<typeof referenceData>;
