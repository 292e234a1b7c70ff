import { type DatedSeverity } from '../policy/compiled-pack.js';
import { parseInstant } from '../policy/parse-instant.js';
import { type Severity } from '../policy/severity.js';

/** The severity that holds at an instant, in milliseconds since 1970; before the first dated one, the first. */
export function severityAsOf(severities: readonly DatedSeverity[], instant: number): Severity {
  let current = severities[0]?.is ?? 'high';
  for (const { from, is } of severities) if (from === undefined || (parseInstant(from) ?? Infinity) <= instant) current = is;
  return current;
}
