import { z } from 'zod';
import { dataFlow } from '../../inventory/data-flow.js';
import { instant } from '../../inventory/instant.js';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';
import { partyView } from './party-view.js';

const adequacyStatus = z.enum(['not-needed', 'adequate', 'partial', 'ended', 'none']);

const destination = z.strictObject({
  country: jurisdictionCode,
  why: text(120).describe('processing, storage, access or recipient'),
  inEea: z.boolean().optional(),
  adequacy: adequacyStatus.optional(),
  decision: text(400).optional(),
  expires: instant.optional(),
  covered: z.boolean().optional().describe('inside the EEA, or within the scope of an adequacy decision in force'),
  certifiedOnly: z.boolean().optional().describe('the decision covers certified entities only'),
  pendingCase: text(60).optional(),
});

const subProcessor = dataFlow.shape.subProcessors.unwrap().element.extend({
  inEea: z.boolean().optional(),
  covered: z.boolean().optional(),
});

const reach = z.strictObject({
  jurisdiction: jurisdictionCode,
  law: text(200),
  lawId: recordId,
  why: text(200).describe('location, operator, parent, support access, sub-processor or key holder, with the party'),
  through: z.enum(['location', 'operator', 'parent', 'personnel', 'sub-processor', 'key-holder']),
  compelsDisclosure: z.boolean(),
  foreign: z.boolean().describe('neither EEA nor a country whose law the Commission found adequate without limits'),
});

const localStorage = z.strictObject({
  country: jurisdictionCode,
  law: text(200),
  lawId: recordId,
  strength: z.enum(['hard', 'conditional', 'sectoral', 'negative-list', 'soft']),
  kept: z.boolean().optional().describe('storage satisfies the law; absent where that depends on facts the inventory does not hold'),
});

/** A data flow as rules see it: its recipient resolved, where it ends up, which laws reach it. */
export const flowView = dataFlow.omit({ scope: true }).extend({
  scope: z.enum(['site', 'region', 'geography', 'global']).optional().describe('absent where it is not known'),
  recipient: partyView.optional(),
  external: z.boolean().optional().describe('the recipient is not the organisation itself'),
  inference: z.boolean().optional().describe('prompts, completions and embeddings'),
  personal: z.boolean().optional().describe('holds personal data, as stated or from its categories'),
  healthData: z.boolean().optional().describe('a category of health or medical data is among its categories; absent where none are stated'),
  employeeData: z.boolean().optional(),
  underGdpr: z.boolean().optional().describe('GDPR Art. 3: exporter established in the EEA, or people in the EEA concerned'),
  leavesEea: z.boolean().optional(),
  processingInEea: z.boolean().optional().describe('every country of processing is in the EEA, wherever storage and access are'),
  destinations: z.array(destination).max(60).optional().describe('every country where data is processed, stored or reached, as far as stated'),
  destinationsKnown: z.boolean().optional().describe('true where processing and storage countries are stated and bounded, absent otherwise'),
  covered: z.boolean().optional().describe('every destination is inside the EEA or adequate for this recipient'),
  uncovered: text(600).optional().describe('the destinations that no adequacy decision covers, and why'),
  restsOnAdequacy: z.boolean().optional().describe('adequacy or the Data Privacy Framework is stated as the ground of the transfer'),
  restsOnSafeguards: z.boolean().optional().describe('standard contractual clauses or binding corporate rules are stated as the ground'),
  toUnitedStates: z.boolean().optional(),
  onwardTo: z.array(subProcessor).max(100).optional().describe('sub-processors, with adequacy of their countries'),
  onwardGap: text(600).optional().describe('sub-processors without a recorded contract or transfer tool'),
  reach: z.array(reach).max(60).optional().describe('laws of compelled access that reach the flow; absent where a country that matters is not known'),
  foreignReach: z.boolean().optional().describe('a law outside the EEA that compels disclosure reaches it'),
  foreignReachBy: text(600).optional(),
  keptDays: z.number().optional().describe('longest retention, of what the flow states and what the recipient keeps'),
  neededDays: z.number().optional().describe('what the purpose needs, or else the longest the organisation allows itself'),
  keysOutOfReach: z.boolean().optional().describe('only the deployer can decrypt'),
  readable: z.boolean().optional().describe('the recipient handles the data in clear'),
  localStorage: z.array(localStorage).max(60).optional().describe('laws that bind where data of the people concerned is kept'),
});
export type FlowView = z.infer<typeof flowView>;
