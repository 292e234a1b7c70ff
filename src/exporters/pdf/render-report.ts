import { composeReport } from '../../core/report/compose-report.js';
import { type ReportInput } from '../../core/report/report-input.js';
import { type ReportModel } from '../../core/report/report-model.js';
import { exportPdf, type OnPage } from './export-pdf.js';
import { openTypeCase } from './kit/type-case.js';
import { type ReportAssets } from './report-assets.js';

export interface RenderedReport {
  readonly pdf: Uint8Array;
  readonly model: ReportModel;
}

/** Composes a report for the fonts it is printed with, and prints it. */
export async function renderReport(input: Omit<ReportInput, 'covers'>, assets: ReportAssets, onPage?: OnPage): Promise<RenderedReport> {
  const typeCase = openTypeCase(assets.fonts);
  const model = composeReport({ ...input, covers: (codePoint) => typeCase.covers(codePoint) });
  return { pdf: await exportPdf(model, assets, typeCase, onPage), model };
}
