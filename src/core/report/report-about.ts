import { z } from 'zod';
import { text } from '../inventory/text.js';
import { contrastOf } from './contrast-of.js';

const day = z.iso.date();
const leastContrast = 4.5;

const colour = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/, { error: "is no colour; write '#' and six hexadecimal digits" })
  .refine((value) => contrastOf(value, '#FFFFFF') >= leastContrast, { error: `is too light to be read on white (contrast below ${leastContrast}); choose a darker colour` });

/** What an organisation says of its report in a file. Sign-offs are not among it: whoever signs does so on the server. */
export const reportAbout = z.strictObject({
  title: text(160).optional(),
  version: text(20).optional(),
  classification: text(80).optional(),
  author: text(120).optional(),
  supersedes: text(80).optional(),
  /** First and last day of what was audited, both included. */
  period: z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, { error: 'ends before it begins; exchange from and to' }).optional(),
  changes: z.array(z.strictObject({ version: text(20), date: day, what: text(400) })).max(50).optional(),
  divergingOpinions: z.array(text(900)).max(50).optional(),
  brand: z
    .strictObject({
      name: text(120),
      accent: colour.optional(),
      /** Path of an SVG file below the folder of this file. */
      logo: text(400).optional(),
    })
    .optional(),
});
export type ReportAbout = z.infer<typeof reportAbout>;
