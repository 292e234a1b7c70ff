import { z } from 'zod';
import { reportLanguages } from '../../core/report/report-language.js';

/** Templates of a whole audit; the dossier of one deployment is not among them. */
export const reportTemplates = ['full-audit', 'board-brief'] as const;

/** Query of `GET /audits/{id}/report.pdf`. */
export const reportForm = z.strictObject({
  template: z.enum(reportTemplates, { error: `is no template; write one of ${reportTemplates.join(', ')}` }).default('full-audit'),
  language: z.enum(reportLanguages, { error: `is no language of reports; write one of ${reportLanguages.join(', ')}` }).default('en'),
});
