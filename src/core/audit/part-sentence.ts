import { type AuditedPart } from './audited-part.js';

/** Says that an audit is of a part, and of which. */
export function partSentence({ only, subjects, of }: AuditedPart): string {
  return `only a part was audited, ${only.slice(0, 10).join(', ')}${only.length > 10 ? ` and ${only.length - 10} more` : ''}: ${subjects.length} of ${of} subjects; nothing is said of the rest`;
}
