import { join } from 'node:path';
import { type ReportInput } from '../../src/core/report/report-input.js';
import { renderReport, type RenderedReport } from '../../src/exporters/pdf/render-report.js';
import { type ReportAssets } from '../../src/exporters/pdf/report-assets.js';
import { readReportAssets } from '../../src/files/read-report-assets.js';
import { readReportText } from '../../src/files/read-report-text.js';
import { sampleReportInput } from './sample-report-input.js';

const reports = join(process.cwd(), 'reports');
let assets: Promise<ReportAssets> | undefined;

/** Fonts, profile and map, read once for all tests of a file. */
export function sampleAssets(): Promise<ReportAssets> {
  assets ??= readReportAssets({ from: join(reports, 'brand'), reports });
  return assets;
}

/** The sample audit as a report; `change` replaces parts of what it is composed from. */
export async function sampleReport(change: Partial<ReportInput> = {}, template = 'full-audit', language: 'en' | 'de' | 'fr' = 'en'): Promise<RenderedReport> {
  const text = await readReportText(reports, template, language);
  return renderReport({ ...sampleReportInput(), ...text, language, ...change }, await sampleAssets());
}
