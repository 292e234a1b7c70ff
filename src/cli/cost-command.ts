import { canonicalJson } from '../core/inventory/canonical-json.js';
import { sha256Of } from '../core/inventory/sha256-of.js';
import { checkClaim } from '../core/decision/cost/check-claim.js';
import { costCase } from '../core/decision/cost/cost-case.js';
import { costModel } from '../core/decision/cost/cost-model.js';
import { type CostReport } from '../core/decision/cost/cost-report.js';
import { estimateCosts } from '../core/decision/cost/estimate-costs.js';
import { evaluatedFormulas } from '../core/decision/cost/evaluated-formulas.js';
import { shockCosts } from '../core/decision/cost/shock-costs.js';
import { refusal, type CommandOutput, type ReadBytes } from './command-output.js';
import { costText } from './cost-text.js';
import { readDocument } from './read-document.js';

export interface CostOptions {
  readonly path: string;
  readonly format: 'text' | 'json';
  /** Name and version printed into the result. */
  readonly engine: string;
}

export const costHelp = `
Example:
  $ domicile cost examples/decisions/cost-assistant.yaml
  Every price, machine, wage, month length and exchange rate stands in the case with its unit, date and source;
  what has no source is null and makes the option unknown.
`;

/** `domicile cost`: total cost, break-even and shocks of a case. Exit code 0 when it was computed, 2 when it could not be read. */
export async function costCommand({ path, format, engine }: CostOptions, read: ReadBytes): Promise<CommandOutput> {
  const document = await readDocument(path, read, costCase);
  if ('problems' in document) return refusal(document.problems);
  const costs = document.value;
  const known = evaluatedFormulas();
  const result = estimateCosts(costs, costModel(costs, known));
  const shocks = shockCosts(costs, result, known);
  const claims = costs.claims.map(checkClaim);
  if (format === 'text') return { stdout: costText(costs.title, result, shocks, claims), stderr: '', exitCode: 0 };
  const whole: CostReport = { schema: 'domicile/cost-result/1', engine, title: costs.title, asOf: costs.asOf, inputHash: `sha256:${sha256Of(canonicalJson(costs))}`, seed: costs.seed, draws: costs.draws, ...result, shocks, claims, inputs: costs };
  return { stdout: `${JSON.stringify(whole, null, 2)}\n`, stderr: '', exitCode: 0 };
}
