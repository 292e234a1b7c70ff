/** The day in UTC on which an instant lies; the instant is a day or ISO 8601 with an offset. Throws a RangeError on anything else. */
export function dayOf(instant: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(instant) ? instant : new Date(instant).toISOString().slice(0, 10);
}
