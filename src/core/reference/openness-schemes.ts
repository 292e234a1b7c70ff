import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';

/** The schemes by which openness is judged, as data: elements, dimensions, labels. The components of the Model Openness Framework stand in `mof/`. */
export const opennessSchemes = z.strictObject({
  opennessSchemes: z.array(factRecord({ id: recordId, name: text(), version: text(80).optional() })).max(20),
  osaid: z.strictObject({
    freedoms: z.array(text(20)).length(4),
    elements: z.array(z.strictObject({ id: recordId, name: text(60), detail: text(600), terms: text(120) })).length(3),
    outcomes: z.array(z.enum(['no', 'undetermined', 'candidate'])).length(3),
    requiredMofComponents: z.array(z.number().int().positive()).min(1).max(20),
  }),
  europeanIndex: z.strictObject({
    values: z.array(z.strictObject({ value: z.enum(['open', 'partial', 'closed']), score: z.number().min(0).max(1) })).length(3),
    dimensions: z.array(z.strictObject({ group: text(40), ids: z.array(text(60)).min(1).max(20) })).min(1).max(10),
    gatedDownload: z.enum(['open', 'partial', 'closed']),
  }),
  aiActRelief: z.strictObject({ control: text(60), conditions: z.array(text(120)).min(1).max(20), staysDue: z.array(text(60)).max(10), systemicRiskFlop: z.number().positive() }),
  labels: z.array(z.strictObject({ id: recordId, label: text(80), openSource: z.boolean() })).min(1).max(20),
}).meta({ id: 'OpennessSchemes' });
export type OpennessSchemes = z.infer<typeof opennessSchemes>;
