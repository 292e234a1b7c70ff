import { type ReportMeta, signOffRoles } from './report-meta.js';

/** How many of the three who must sign a report have not. */
export function missingSignatures({ signOffs = [] }: ReportMeta): number {
  return signOffRoles.filter((role) => !signOffs.some((signOff) => signOff.role === role)).length;
}
