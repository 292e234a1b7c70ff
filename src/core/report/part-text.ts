import { type AuditedPart } from '../audit/audited-part.js';
import { type ReportContext } from './report-context.js';

const most = 6;

/** What a part was chosen by. */
export function partText(context: ReportContext, { only }: AuditedPart): string {
  const shown = only.slice(0, most).map((what) => context.show(what, 80)).join(context.say('list.comma'));
  return only.length > most ? shown + context.say('list.more', { count: only.length - most }) : shown;
}
