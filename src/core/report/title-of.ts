import { type ReportContext } from './report-context.js';

/** What the report is called: as asked for, else the deployment or the organisation it is about. */
export function titleOf(context: ReportContext): string {
  const { result, meta } = context.input;
  if (meta.title !== undefined) return context.show(meta.title, 120);
  if (meta.deployment !== undefined) return context.nameOfDeployment(meta.deployment);
  return result.organisation === null ? context.say('cover.nobody') : context.show(result.organisation.name, 120);
}
