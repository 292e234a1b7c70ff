import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factInterval } from './fact-interval.js';
import { factRecord } from './fact-record.js';

const detail = text(2_000).optional();

const membership = factInterval({ of: z.enum(['EU', 'EEA']), detail });

const adequacy = factInterval({
  framework: z.enum(['safe-harbour', 'privacy-shield', 'data-privacy-framework', 'treaty-bridge', 'decision']),
  decision: text(200).optional().describe('number of the Commission decision'),
  scope: z.enum(['general', 'commercial-organisations', 'certified-entities', 'private-sector', 'listed-law', 'organisation-itself']),
  scopeDetail: detail,
  expires: z.iso.date().optional().describe('sunset written into the decision itself'),
  endedBy: text(300).optional(),
  nextReview: text(200).optional(),
  litigation: text(600).optional().describe('pending or decided challenges'),
  pendingCase: text(60).optional(),
});

const accessLaw = factInterval({
  id: recordId,
  name: text(200),
  reach: z.enum(['domestic', 'extraterritorial', 'domestic-and-nationals', 'bilateral', 'blocking', 'supply']),
  compelsDisclosure: z.boolean().describe('false for laws that forbid disclosure abroad or stop supply'),
  triggers: z.array(z.enum(['location', 'operator', 'parent', 'personnel'])).max(4).describe('what brings data in reach: where it lies, who operates, who owns the operator, who can be ordered in person'),
  status: z.enum(['in-force', 'lapsed-but-applied', 'repealed']),
  detail,
});

const localisation = factInterval({
  id: recordId,
  name: text(200),
  strength: z.enum(['hard', 'conditional', 'sectoral', 'negative-list', 'soft']),
  effect: z.enum(['store-locally', 'transfer-conditions', 'qualified-provider']),
  dataCategories: z.array(z.enum(['personal', 'sensitive', 'health', 'payment', 'government', 'critical-infrastructure', 'large-scale'])).min(1).max(7),
  allowedStorage: z.enum(['domestic', 'domestic-eea-adequate', 'conditions', 'not-named-countries']),
  detail,
});

const scheme = z.strictObject({ name: text(200), status: text(200), mandatory: z.boolean().describe('true only where a law in force asks for it'), detail });

/** A jurisdiction: memberships, adequacy, laws of compelled access and of localisation, each dated. Absence of a law is no evidence that none exists. */
export const jurisdictionFacts = factRecord({
  id: text(3).describe('ISO 3166-1 alpha-2, EU, or EPO'),
  name: text(),
  kind: z.enum(['country', 'union', 'organisation']),
  memberships: z.array(membership).max(6).optional(),
  adequacy: z.array(adequacy).max(10).optional(),
  accessLaws: z.array(accessLaw).max(20).optional(),
  localisation: z.array(localisation).max(20).optional(),
  schemes: z.array(scheme).max(10).optional(),
}).meta({ id: 'JurisdictionFacts' });
export type JurisdictionFacts = z.infer<typeof jurisdictionFacts>;
export type AdequacyInterval = z.infer<typeof adequacy>;
export type AccessLaw = z.infer<typeof accessLaw>;
export type LocalisationLaw = z.infer<typeof localisation>;
