import { type DatedSeverity } from './compiled-pack.js';

/** A severity in a few words: `medium, critical from 2027-12-02`. */
export function severityText(severity: readonly DatedSeverity[]): string {
  return severity.map(({ from, is }) => (from === undefined ? is : `${is} from ${from}`)).join(', ');
}
