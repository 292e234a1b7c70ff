import { z } from 'zod';
import { instant } from '../../inventory/instant.js';
import { model } from '../../inventory/model.js';
import { text } from '../../inventory/text.js';
import { weightArtefact } from '../../inventory/weight-artefact.js';

const artefact = weightArtefact.omit({ model: true }).extend({
  digestMatches: z.boolean().optional().describe('the bytes in use are those the publisher names'),
  verified: z.boolean().optional().describe('a signature or a digest of the publisher was checked against the bytes; false where it does not match or nobody checked'),
  unsafe: z.boolean().optional().describe('loading the file can run code, from the file or its format'),
});

const ancestor = z.strictObject({
  model: text(600),
  relation: z.enum(['finetune', 'adapter', 'merge', 'quantized', 'distilled', 'synthetic-data', 'unknown']),
  recorded: z.boolean().describe('the inventory or the catalogue knows it'),
  through: text(1_500),
  licence: text(500).optional(),
  childLicence: text(500).optional(),
  freer: z.boolean().optional().describe('the licence declared for the child leaves more free than that of this parent'),
});

const generator = z.strictObject({
  name: text(400),
  carriedBy: text(600).describe('the model of the lineage that was trained on its outputs'),
  through: text(1_500),
  terms: text(256).optional(),
  clause: text(120).optional(),
  mayTrain: z.boolean().optional().describe('the terms of the generator let its outputs train this model; absent where no source was read'),
});

/** A model as rules see it: its record, the catalogue, its lineage and its weight files. */
export const modelView = model.extend({
  licenceDeclared: z.boolean().optional().describe('the inventory names its licence; absent where sources contradict each other'),
  licenceTextKept: z.boolean().optional().describe('the digest of the licence text is kept with it'),
  licenceId: text(256).optional().describe('id of the licence in the facts that the declared expression, tag or name stands for'),
  licenceSource: z.enum(['declared', 'catalogue']).optional(),
  licenceAgrees: z.boolean().optional().describe('the licence declared is the one the catalogue names for this checkpoint'),
  catalogueLicence: text(256).optional(),
  termsReadAt: instant.optional(),
  termsChange: z.boolean().optional().describe('the licensor may change the terms or the policy they refer to'),
  held: z.boolean().optional().describe('the organisation has the weights: false where only an API serves it'),
  openSource: z.boolean().optional().describe('the label open source stands up: open licences through the whole lineage and disclosed training data'),
  openSourceObstacle: text(500).optional(),
  artefacts: z.array(artefact).max(200).optional().describe('its weight files; absent where none is listed'),
  unverifiedFiles: text(500).optional(),
  unsafeFiles: text(500).optional(),
  runsForeignCode: z.boolean().optional(),
  pinned: z.boolean().optional().describe('fetched at a commit, not at a branch or tag that can move'),
  lineage: z.array(ancestor).max(60).optional().describe('everything it was made from; absent where it cannot be told'),
  lineageComplete: z.boolean().optional(),
  lineageGap: text(500).optional(),
  generators: z.array(generator).max(40).optional().describe('models whose outputs trained it or one of its parents'),
  converted: z.boolean().optional().describe('quantised, converted or adapted after its publisher let go of it'),
  ownMade: z.boolean().optional().describe('the organisation or one of its entities developed it; absent where its developer is not known'),
});
export type ModelView = z.infer<typeof modelView>;
