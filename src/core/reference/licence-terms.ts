import { z } from 'zod';
import { jurisdictionCode } from '../inventory/jurisdiction-code.js';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { licenceClass } from './licence-class.js';
import { partialDate } from './partial-date.js';
import { useTag } from './use-tag.js';

const clause = text(120).optional().describe('where in the licence, such as s.1.b.v');
const detail = text(2_000).optional();

const commercialUse = z.strictObject({ value: z.enum(['yes', 'no', 'conditional', 'unknown']), condition: text(1_000).optional(), clause });

const userCap = z.strictObject({
  metric: z.enum(['monthly-active-users', 'company-revenue']),
  threshold: z.number().positive().optional().describe('users per month, or the amount of revenue; absent: a cap exists and its height is not known'),
  counts: z.enum(['licensee-and-affiliates', 'product-or-service', 'company', 'unknown']),
  measured: z.enum(['once-at-release', 'ongoing', 'preceding-month', 'unknown']),
  measuredOn: partialDate.optional().describe('the release date on which the cap is tested once'),
  effect: text(300),
  clause,
  detail,
});

const territory = z.strictObject({
  excludedJurisdictions: z.array(jurisdictionCode).min(1).max(60),
  decidedBy: z.enum(['licensee-seat', 'place-of-use']),
  appliesTo: z.enum(['all', 'multimodal-models']),
  exception: z.enum(['end-users-of-embedding-product', 'none']),
  writtenIn: text(100).optional().describe('the document that holds the clause, where it is not the licence text'),
  clause,
  detail,
});

const outputUse = z.strictObject({
  value: z.enum(['unrestricted', 'conditional', 'prohibited', 'depends-on-model', 'unknown']),
  trainOtherModels: z
    .enum(['allowed', 'allowed-with-naming', 'inherits-terms', 'same-family-only', 'not-competing', 'non-commercial-only', 'forbidden', 'depends-on-model', 'unknown'])
    .describe('whether outputs may train another model; inherits-terms: the trained model falls under this licence'),
  sameFamily: text(80).optional().describe('family whose models may be improved, where trainOtherModels is same-family-only'),
  namingCondition: text(300).optional(),
  clause,
  detail,
});

const requiredNotice = z.strictObject({
  kind: z.enum(['display', 'notice-file', 'licence-copy', 'change-notice', 'machine-generated-statement', 'attribution', 'pass-on-restrictions']),
  wording: text(400).optional().describe('words the licence asks for, word for word'),
  alternatives: z.array(text(200)).max(5).optional().describe('other wordings that satisfy it as well'),
  when: z.enum(['distribution', 'product', 'derivative-distribution', 'any-use']),
  clause,
  detail,
});

/** The terms of one licence text or contract at one version, in own words. */
export const licenceTerms = factRecord({
  id: recordId,
  name: text(),
  spdxId: text(80).optional(),
  tags: z.array(text(80)).max(30).optional().describe('licence tags of model hubs that mean this text, compared without case; an ambiguous tag is listed nowhere'),
  names: z.array(text(200)).max(20).optional().describe('other names under which the text is cited'),
  class: licenceClass,
  version: text(120).optional(),
  validFrom: partialDate.optional().describe('first day of this version'),
  validTo: partialDate.optional(),
  osiApproved: z.enum(['yes', 'no', 'unknown']),
  osaidCompatible: z.enum(['yes', 'no', 'unknown', 'not-applicable']).describe('the licence alone; the definition judges the whole system'),
  commercialUse,
  userCap: userCap.optional(),
  territory: territory.optional(),
  fieldOfUse: z.array(z.strictObject({ tag: useTag, detail, clause })).max(60).optional().describe('uses that are restricted; absent: none known'),
  fieldOfUseDetail: detail,
  usePolicy: z.strictObject({ name: text(200), file: text(100).optional(), changeable: z.boolean().optional(), version: text(60).optional() }).optional(),
  outputUse,
  requiredNotices: z.array(requiredNotice).max(12).optional(),
  namingPrefix: z.strictObject({ prefix: text(60), appliesTo: z.enum(['derivatives', 'derivatives-and-trained-on-outputs']), clause, detail }).optional(),
  hostingIsDistribution: z.boolean().optional(),
  remoteRestriction: z.boolean().optional().describe('the licensor keeps a right to restrict use remotely or otherwise'),
  latestVersionDuty: z.boolean().optional(),
  relicensing: z.strictObject({ value: z.enum(['allowed', 'restrictions-travel', 'forbidden', 'not-applicable', 'unknown']), clause, detail }),
  governingLaw: z.strictObject({ country: jurisdictionCode.optional(), courts: text(200).optional(), detail }).optional().describe('country absent: none stated, or it follows the customer'),
  terminationDetail: detail,
  redistributionDetail: detail,
  attributionDetail: detail,
}).meta({ id: 'LicenceTerms' });
export type LicenceTerms = z.infer<typeof licenceTerms>;
