import { readFile } from 'node:fs/promises';
import { auditResultSchema } from '../core/audit/audit-result-schema.js';
import { type AuditResult } from '../core/audit/audit-result.js';
import { epochOf } from '../core/inventory/epoch-of.js';
import { type EarlierAudit, earlierAuditOf } from '../core/report/earlier-audit.js';
import { UsageError } from './usage-error.js';

/** What a trend shows of earlier results. @throws UsageError where a file is no result, or of no earlier audit */
export async function readHistory(paths: readonly string[], asOf: string): Promise<readonly EarlierAudit[]> {
  const audits = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const result = parsed(bytes);
      if (result === undefined) throw new UsageError(`${path}: is no result of an audit; write one with 'domicile check --format json --output ${path}'`);
      if (epochOf(result.asOf) >= epochOf(asOf)) throw new UsageError(`${path}: is of ${result.asOf}, not before ${asOf}; a trend shows earlier audits`);
      return earlierAuditOf(result, bytes);
    }),
  );
  const twice = audits.findIndex(({ digest }, index) => audits.findIndex((other) => other.digest === digest) !== index);
  if (twice >= 0) throw new UsageError(`${paths[twice] ?? ''}: is given twice as --history; give it once`);
  return audits;
}

function parsed(bytes: Uint8Array): AuditResult | undefined {
  try {
    return auditResultSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data as AuditResult | undefined;
  } catch {
    return undefined;
  }
}
