import { readFile } from 'node:fs/promises';
import { type AuditResult } from '../core/audit/audit-result.js';
import { type Baseline } from '../core/audit/compare-baseline.js';
import { UsageError } from './usage-error.js';

/** An earlier result of `check --format json`. */
export async function readBaseline(path: string): Promise<Baseline> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`the baseline '${path}' cannot be read; give a file written by check --format json`);
  });
  const result = parse(path, text) as Partial<AuditResult> | null;
  if (result?.schema !== 'domicile/audit-result/1' || !Array.isArray(result.findings) || !result.findings.every(isFinding)) throw new UsageError(`'${path}' is no audit result; give a file written by check --format json`);
  return { findings: result.findings, egress: result.egress ?? [], licences: result.licences ?? [] };
}

const shown = ['fingerprint', 'ruleId', 'severity', 'verdict', 'subject', 'title'] as const;

const isFinding = (finding: Partial<Record<(typeof shown)[number], unknown>> | null): boolean => typeof finding === 'object' && finding !== null && shown.every((name) => typeof finding[name] === 'string');

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`'${path}' is no JSON (${error instanceof Error ? error.message : String(error)}); give a file written by check --format json`);
  }
}
