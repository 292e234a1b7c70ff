import { type SizeResult } from '../core/decision/sizing/size-result.js';

type Shown = SizeResult['memory']['needed'];

/** A sizing result for people: bytes in GiB, every number with its range and what it rests on. */
export function sizeText({ name, model, weights, keyValueCache, memory, throughput, capacity, measurements, warnings }: SizeResult): string {
  const verdicts = { fits: 'fits', 'does-not-fit': 'does not fit', unknown: 'cannot be told' } as const;
  const lines: readonly (readonly [string, Shown])[] = [
    ['parameters', model.parameters],
    ['active per token', model.activeParameters],
    ['weights', weights.resident],
    ['cache per token', keyValueCache.perToken],
    ['cache', keyValueCache.total],
    ['memory needed', memory.needed],
    ['memory available', memory.available],
    ['headroom', memory.headroom],
    ['bound, one request', throughput.boundOfOne],
    ['bound, all requests', throughput.boundOfAll],
    ['estimate', throughput.estimate],
    ...(capacity === null ? [] : ([['capacity', capacity.perInstance], ['instances', capacity.instances]] as const)),
  ];
  return [
    `${name}: ${verdicts[memory.verdict]}`,
    `  ${'model'.padEnd(20)}${model.family}, weights in ${model.weightFormat ?? 'an unknown format'}, cache formula ${model.cacheFormula}`,
    ...lines.map(([label, shown]) => `  ${label.padEnd(20)}${inWords(shown)}`),
    ...measurements.map(({ tokensPerSecond, bound, verdict }) => `  ${'measured'.padEnd(20)}${tokensPerSecond.value} tokens/s against a bound of ${inWords(bound)}: ${verdict}`),
    ...warnings.map((warning) => `  ${'warning'.padEnd(20)}${warning}`),
    '',
  ].join('\n');
}

function inWords({ value, low, high, unit, kind, unknown }: Shown): string {
  if (value === null) return `unknown: ${unknown ?? 'not finite'}`;
  const range = low === high || low === null || high === null ? '' : ` (${rounded(low, unit)} to ${rounded(high, unit)})`;
  return `${rounded(value, unit)}${range} ${unit === 'bytes' ? 'GiB' : unit}, ${kind}`;
}

function rounded(value: number, unit: string): string {
  if (unit === 'bytes') return (value / 2 ** 30).toFixed(2);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}
