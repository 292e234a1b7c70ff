import { type AuditRunsOptions } from './audit-runs-options.js';

/** Deployments below which a range is not worth its transaction. */
const leastShare = 100;

/** Ranges of nearly the same length, none longer than what is judged at once. What is affected is waited for, so that every lane gets its share of it. */
export function cutRanges(deployments: readonly string[], affected: boolean, { deploymentsAtOnce, rangesAtOnce }: AuditRunsOptions): readonly (readonly string[])[] {
  const most = affected ? Math.min(deploymentsAtOnce, Math.max(leastShare, Math.ceil(deployments.length / rangesAtOnce))) : deploymentsAtOnce;
  const count = Math.ceil(deployments.length / most);
  return Array.from({ length: count }, (_, index) => deployments.slice(Math.floor((index * deployments.length) / count), Math.floor(((index + 1) * deployments.length) / count)));
}
