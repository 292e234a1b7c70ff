import { z } from 'zod';
import { deployment } from '../../inventory/deployment.js';
import { instant } from '../../inventory/instant.js';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';
import { useTag } from '../../reference/use-tag.js';
import { callView } from './call-view.js';
import { bindingLicenceView } from './binding-licence-view.js';
import { modelView } from './model-view.js';
import { partyView } from './party-view.js';

const { shape } = deployment;

const place = shape.place.unwrap().extend({ provider: partyView.optional() });

const engine = shape.engine.unwrap().extend({
  name: text(200).optional(),
  sendsTelemetry: z.boolean().optional().describe('from what the deployment states and else the default of the engine'),
  telemetryTo: text(300).optional(),
  telemetryOptOut: text(500).optional(),
  lifecycle: z.enum(['active', 'maintenance', 'archived']).optional().describe('at the instant'),
  successors: text(300).optional(),
});

const licensee = z.strictObject({
  id: recordId,
  name: text().optional(),
  seat: jurisdictionCode.optional(),
  usersPerMonth: z.number().optional(),
  annualRevenueEur: z.number().optional(),
});

const serviceEnd = z.strictObject({
  effect: z.enum(['shutdown', 'rerouted', 'deprecated', 'none-yet']),
  past: z.boolean(),
  date: instant.optional(),
  days: z.number().optional().describe('days from the instant to the end, negative once it is past'),
  replacement: text(300).optional(),
});

const clearance = z.strictObject({
  weightsDiffer: z.boolean().optional().describe('the weight files that run are others than those cleared; absent where a digest is not known'),
  weightsDifference: text(500).optional(),
  imageDiffers: z.boolean().optional().describe('the image that runs is another than the one cleared; absent where a digest is not known'),
});

/** A deployment as rules see it: references resolved, and what follows from licences, providers and engines. */
export const deploymentView = deployment.omit({ alternatives: true }).extend({
  model: modelView.optional(),
  provider: partyView.optional(),
  place: place.optional(),
  engine: engine.optional(),
  licensee: licensee.optional().describe('the legal entity that holds the licences, or else the organisation'),
  uses: z.array(useTag).max(40).optional().describe('kinds of use, in the vocabulary of the licence facts'),
  usesComplete: z.boolean().optional().describe('true where every stated use is of that vocabulary, absent otherwise'),
  unrecognisedUses: z.array(text(60)).max(40).optional(),
  offered: z.boolean().optional().describe('people outside the organisation use it or its outputs'),
  trainsModels: z.boolean().optional().describe('outputs train models'),
  selfHosted: z.boolean().optional(),
  closed: z.boolean().optional().describe('only an API of the maker or of a cloud serves the model'),
  licences: z.array(bindingLicenceView).max(20).optional().describe('licences and contract terms that bind it, through the lineage; absent where the model is not known'),
  foreignControl: jurisdictionCode.optional().describe('a country outside the EEA from which operator or infrastructure is controlled'),
  serviceEnd: serviceEnd.optional().describe('what the provider has announced of the end of this API model'),
  fallbackReady: z.boolean().optional().describe('a fallback with another parent than the provider is named'),
  suppliers: z.array(partyView).max(4).optional().describe('parties outside the organisation that run the model or its infrastructure; absent where none is named'),
  dpiaTriggered: z.boolean().optional().describe('what it does asks for a data protection impact assessment, GDPR Art. 35(3)'),
  dpiaTrigger: text(300).optional(),
  promptsRecorded: z.boolean().optional().describe('true where a flow of inference is recorded, absent otherwise: then nothing is known of where its data goes'),
  calls: z.array(callView).max(200).optional().describe('what production code of the deployment calls; absent where no code was looked through'),
  clearance: clearance.optional().describe('what was cleared against what runs; absent where nothing was cleared'),
  handlesPersonalData: z.boolean().optional().describe('any of its flows does'),
});
export type DeploymentView = z.infer<typeof deploymentView>;
