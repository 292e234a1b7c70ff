import { z } from 'zod';

/** Sections a report can have, by the name their composer has. */
export const sectionNames = [
  'contents', 'summary', 'scope', 'inventory', 'flows', 'findings', 'controls', 'waivers', 'lineage', 'licences', 'options', 'decision', 'shocks', 'sovereignty', 'limits', 'sign-off', 'evidence', 'crosswalk',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Which sections a report has, in order. Lettered ones are appendices. */
export const reportTemplate = z.strictObject({
  id: z.string().max(60).regex(/^[a-z][a-z0-9-]*$/, 'a template id holds lower-case letters, digits and -'),
  /** Key of the wording that names the kind of report. */
  title: z.string().max(120),
  sections: z.array(z.enum(sectionNames)).min(1).max(30),
  appendices: z.array(z.enum(sectionNames)).max(20).default([]),
  /** Finding cards are left out; the table of findings stays. */
  brief: z.boolean().default(false),
});
export type ReportTemplate = z.infer<typeof reportTemplate>;
