import { z } from 'zod';
import { factConfidence } from '../../reference/fact-confidence.js';
import { factSource } from '../../reference/fact-source.js';
import { text } from '../../inventory/text.js';

const licenceIds = z.array(text(100)).max(2_000);
const provenance = { sources: z.array(factSource).min(1).max(10), confidence: factConfidence };
const componentId = z.number().int().positive().max(1_000);

/** A part of a model release, as the Model Openness Framework lists it. Class 3 is the widest, 1 the most open. */
export const frameworkComponent = z.strictObject({
  id: componentId,
  name: text(),
  type: z.enum(['code', 'data', 'document']),
  class: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  required: z.boolean(),
});
export type FrameworkComponent = z.infer<typeof frameworkComponent>;

const osaidElements = z.strictObject({
  version: text(20),
  parameters: componentId,
  trainingCode: componentId,
  otherCode: z.array(componentId).max(20),
  datasets: componentId,
  dataDocuments: z.array(componentId).max(20),
  sources: z.array(factSource).min(1).max(10),
});
export type OsaidElements = z.infer<typeof osaidElements>;

const components = z.strictObject({
  framework: text(),
  version: text(20),
  ...provenance,
  components: z.array(frameworkComponent).min(1).max(100),
  standIns: z.array(z.strictObject({ component: componentId, by: componentId })).max(10),
  osaid: osaidElements,
});

const licences = z.strictObject({
  ...provenance,
  open: z.strictObject({ osiApproved: licenceIds, fsfLibre: licenceIds, openData: licenceIds, openModel: licenceIds }),
  suits: z.strictObject({ code: licenceIds, data: licenceIds, document: licenceIds }),
});

/** The framework's component table and licence lists, as the reference files `mof/components.yaml` and `mof/licences.yaml` hold them. */
export const opennessRules = z.strictObject({ components, licences }).refine(({ components: table }) => namesOnlyListed(table), 'a stand-in or an element of the OSAID names a component that is not listed; list it or drop the name');
export type OpennessRules = z.infer<typeof opennessRules>;

function namesOnlyListed({ components: listed, standIns, osaid }: z.infer<typeof components>): boolean {
  const ids = new Set(listed.map(({ id }) => id));
  const named = [...standIns.flatMap(({ component, by }) => [component, by]), osaid.parameters, osaid.trainingCode, ...osaid.otherCode, osaid.datasets, ...osaid.dataDocuments];
  return named.every((id) => ids.has(id));
}
