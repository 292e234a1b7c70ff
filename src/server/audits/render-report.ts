import { type AuditResult } from '../../core/audit/audit-result.js';
import { type DecisionRecord } from '../../core/decision/record/decision-record.js';
import { type ReportMeta } from '../../core/report/report-meta.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { oscalExporter } from '../../exporters/oscal/oscal.exporter.js';
import { renderReport as render } from '../../exporters/pdf/render-report.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readReportAssets } from '../../files/read-report-assets.js';
import { readReportText } from '../../files/read-report-text.js';
import { type AuditAssets } from './audit-assets.js';
import { type ReportForm, type StoredAudit } from './check-task.js';
import { gatherInventory } from './gather-inventory.js';
import { layFactsOver } from './lay-facts-over.js';

/** The PDF of a stored audit: its verdicts as they were answered, over the inventory that was sent. Without sign-offs it is a draft. */
export async function renderReport({ input, result: json }: StoredAudit, { template, language }: ReportForm, assets: AuditAssets, about: Partial<ReportMeta> = {}, decisions: readonly DecisionRecord[] = []): Promise<Uint8Array> {
  const { fragments, settings } = gatherInventory(input);
  const result = JSON.parse(json) as AuditResult;
  const reports = bundledFolder('reports');
  const { pdf } = await render(
    {
      result,
      resultBytes: new TextEncoder().encode(json),
      oscalBytes: new TextEncoder().encode(oscalExporter.export(result)),
      snapshot: assembleSnapshot(fragments, input.asOf),
      reference: layFactsOver(assets.reference, input, settings.facts),
      ...(await readReportText(reports, template, language)),
      language,
      decisions,
      meta: { id: `DOM-${result.digests.snapshot.slice(7, 15).toUpperCase()}`, version: '1.0', ...about },
    },
    await readReportAssets({ from: `${reports}/brand`, reports }),
  );
  return pdf;
}
