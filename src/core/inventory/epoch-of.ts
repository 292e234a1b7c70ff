/** Milliseconds since 1970-01-01T00:00:00Z of a day (its first instant in UTC) or an ISO 8601 instant; NaN for anything else. */
export function epochOf(instant: string): number {
  return Date.parse(instant.length === 10 ? `${instant}T00:00:00Z` : instant);
}
