import { type DecisionRecord } from '../core/decision/record/decision-record.js';
import { type AuditInput } from '../core/audit/audit.js';
import { type EarlierAudit } from '../core/report/earlier-audit.js';
import { runShock } from '../core/shock/run-shock.js';
import { type ShockResult } from '../core/shock/shock-result.js';
import { type Shock } from '../core/shock/shock.js';
import { reportLanguages, type ReportLanguage } from '../core/report/report-language.js';
import { type ReportMeta } from '../core/report/report-meta.js';
import { jsonExporter } from '../exporters/json/json.exporter.js';
import { oscalExporter } from '../exporters/oscal/oscal.exporter.js';
import { type OnPage } from '../exporters/pdf/export-pdf.js';
import { renderReport as render, type RenderedReport } from '../exporters/pdf/render-report.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readReportAssets } from '../files/read-report-assets.js';
import { readReportText } from '../files/read-report-text.js';
import { type Audited } from './audit-inputs.js';
import { levelsOf } from './levels-of.js';
import { UsageError } from './usage-error.js';

export interface RenderOptions {
  readonly template: string;
  readonly language: string;
  /** The one deployment to report on; absent: all. */
  readonly deployment?: string;
  readonly decisions?: readonly DecisionRecord[];
  readonly shocks?: readonly Shock[];
  /** Show the levels of the EU Cloud Sovereignty Framework. */
  readonly seal?: boolean;
  readonly history?: readonly EarlierAudit[];
  /** What is said of the report, over what is said of every report. */
  readonly about?: Partial<ReportMeta>;
  readonly onPage?: OnPage;
}

/** The PDF of an audit. Reports of the command line bear no sign-off, so they are drafts. */
export async function renderReport({ input, result, snapshot, reference }: Audited, { template, language, deployment, decisions = [], shocks = [], seal = false, history = [], about = {}, onPage }: RenderOptions): Promise<RenderedReport> {
  const spoken = reportLanguages.find((known): known is ReportLanguage => known === language);
  if (spoken === undefined) throw new UsageError(`there is no language '${language}'; write one of: ${reportLanguages.join(', ')}`);
  if (deployment !== undefined && !snapshot.deployments.some(({ id }) => id === deployment)) throw new UsageError(`the inventory has no deployment '${deployment}'; write one of: ${snapshot.deployments.map(({ id }) => id).slice(0, 40).join(', ')}`);
  const reports = bundledFolder('reports');
  const text = await readReportText(reports, template, language).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  const resultBytes = new TextEncoder().encode(jsonExporter.export(result));
  const oscalBytes = new TextEncoder().encode(oscalExporter.export(result));
  const id = `DOM-${result.digests.snapshot.slice(7, 15).toUpperCase()}`;
  return render({ result, resultBytes, oscalBytes, snapshot, reference, ...text, language: spoken, decisions, shocks: shocks.map((shock) => shockOf(input, shock)), history, ...(seal ? { sovereignty: await levelsOf(input) } : {}), meta: { id, version: '1.0', ...about, ...(deployment === undefined ? {} : { deployment }) } }, await readReportAssets({ from: `${reports}/brand`, reports }), onPage);
}

function shockOf(input: AuditInput, shock: Shock): ShockResult {
  const result = runShock(input, shock);
  if ('problem' in result) throw new UsageError(`--shock: ${result.problem}`);
  return result;
}
