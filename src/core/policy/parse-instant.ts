const dayMilliseconds = 86_400_000;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Milliseconds since 1970 of a day (`2026-11-23`, its first instant in UTC) or of an ISO 8601 instant with seconds and an offset;
 * undefined where the text is neither or names a day that no calendar has. Fractions below a millisecond are cut.
 */
export function parseInstant(text: string): number | undefined {
  const day = parseDay(text);
  if (day === undefined || text.length === 10) return day;
  const time = parseTime(text);
  return time === undefined ? undefined : day + time;
}

function parseDay(text: string): number | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  if (day > daysIn(year, month)) return undefined;
  return daysSince1970(year, month, day) * dayMilliseconds;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : monthDays[month - 1]!;
}

/** Days of the proleptic Gregorian calendar, counted from March so that the leap day comes last (Hinnant, "chrono-compatible low-level date algorithms"). */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year + 399 : year + 400;
  const era = (shifted / 400) | 0;
  const yearOfEra = shifted - era * 400;
  const dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  return (era - 1) * 146_097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + day - 719_469;
}

/** Milliseconds after midnight UTC of the part that follows the day: `THH:MM:SS`, a fraction, `Z` or `±HH:MM`. */
function parseTime(text: string): number | undefined {
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const marked = (text.charCodeAt(10) | 32) === 116 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
  if (!marked || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
  let at = 19;
  let fraction = 0;
  if (text.charCodeAt(at) === 46) {
    const start = ++at;
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (at === start) return undefined;
    fraction = Math.floor(Number(`0.${text.slice(start, at)}`) * 1_000);
  }
  const offset = parseOffset(text, at);
  return offset === undefined ? undefined : ((hour * 60 + minute - offset) * 60 + second) * 1_000 + fraction;
}

/** Minutes east of UTC. */
function parseOffset(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if ((sign | 32) === 122) return text.length === at + 1 ? 0 : undefined;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if ((sign !== 43 && sign !== 45) || text.charCodeAt(at + 3) !== 58 || text.length !== at + 6) return undefined;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes);
}

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
