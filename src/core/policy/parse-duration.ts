const unitMilliseconds: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Milliseconds of a CEL duration such as `36h` or `1h30m`; undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const body = sign < 0 ? text.slice(1) : text;
  if (body.length > 40 || !/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(body)) return undefined;
  let total = 0;
  for (const [, count, , unit] of body.matchAll(/(\d+(\.\d+)?)(ms|h|m|s)/g)) total += Number(count) * unitMilliseconds[unit!]!;
  return sign * total;
}
