/** Renders once with the contender and the sections of the arguments; prints pages, bytes, CPU seconds of rendering and peak resident MiB of the whole process. A third argument keeps the file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportAssets } from '../../dist/src/files/read-report-assets.js';
import { content } from './content.mjs';

const [contender, sections, keepAs] = process.argv.slice(2);
const render = {
  kit: async () => (await import('./with-kit.mjs')).withKit,
  pdfkit: async () => (await import('./with-pdfkit.mjs')).withPdfkit,
  'pdfkit-shaped': async () => {
    const { withPdfkit } = await import('./with-pdfkit.mjs');
    const { openTypeCase } = await import('../../dist/src/exporters/pdf/kit/type-case.js');
    return (sections, given) => withPdfkit(sections, given, openTypeCase(given.fonts));
  },
  pdfmake: async () => (await import('./with-pdfmake.mjs')).withPdfmake,
};
const root = join(import.meta.dirname, '../..');
const assets = await readReportAssets({ from: join(root, 'package.json'), reports: join(root, 'reports') });
const made = content(Number(sections));
const contend = await render[contender]();
const before = process.cpuUsage();
const { pages, pdf } = await contend(made, assets);
const { user, system } = process.cpuUsage(before);
if (keepAs !== undefined) writeFileSync(keepAs, pdf);
console.log(JSON.stringify({ pages, bytes: pdf.length, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 }));
