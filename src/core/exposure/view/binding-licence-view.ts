import { z } from 'zod';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { text } from '../../inventory/text.js';
import { licenceClass } from '../../reference/licence-class.js';
import { useTag } from '../../reference/use-tag.js';

const clause = text(120).optional();

const cap = z.strictObject({
  metric: z.enum(['monthly-active-users', 'company-revenue']),
  threshold: z.number().optional(),
  counts: z.enum(['licensee-and-affiliates', 'product-or-service', 'company', 'unknown']),
  measured: z.enum(['once-at-release', 'ongoing', 'preceding-month', 'unknown']),
  clause,
  actual: z.number().optional().describe('the number of the licensee that the clause counts; absent where it is not tracked'),
});

const notice = z.strictObject({
  wording: text(400),
  clause,
  shown: z.boolean().optional().describe('the product shows it; absent where its notices are not listed'),
});

/** The terms of one licence that bind a deployment, with the way through the lineage by which they came. Whatever the facts do not know is absent. */
export const bindingLicenceView = z.strictObject({
  id: text(520).describe('the licence, or the model whose licence is not known'),
  name: text(200).optional(),
  known: z.boolean().describe('the facts hold its terms'),
  carriedBy: text(600).describe('the model or provider it comes with'),
  through: text(1_500).describe('the way through the lineage, in words'),
  class: licenceClass.optional(),
  commercialUse: z.enum(['yes', 'no', 'conditional']).optional(),
  commercialClause: clause,
  capped: z.boolean().optional(),
  cap: cap.optional(),
  excludedCountries: z.array(jurisdictionCode).max(60).optional().describe('empty where the licence is world-wide'),
  territoryClause: text(240).optional(),
  places: z.array(jurisdictionCode).max(60).optional().describe('the countries the territory clause looks at: the seat of the licensee, or where the model is used'),
  restrictedUses: z.array(z.strictObject({ tag: useTag, clause })).max(60).optional(),
  mayTrainOthers: z.boolean().optional().describe('outputs may train the models the deployment says they train'),
  outputClause: clause,
  notices: z.array(notice).max(12).optional().describe('wordings a product must show'),
  namePrefix: text(60).optional(),
  nameKept: z.boolean().optional().describe('the name of a derivative begins as the licence asks'),
  governingLaw: jurisdictionCode.optional(),
  remoteRestriction: z.boolean().optional(),
  changeable: z.boolean().optional().describe('the licensor may change the terms or the policy they refer to'),
});
export type BindingLicenceView = z.infer<typeof bindingLicenceView>;
