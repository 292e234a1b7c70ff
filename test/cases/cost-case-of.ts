import { type Costs, type CostOption } from '../../src/core/decision/cost/cost-case.js';
import { Exact } from '../../src/core/decision/cost/exact.js';
import { type Estimate } from '../../src/core/decision/cost/estimate.js';

/** An estimate with a source that says it belongs to a test. */
export const known = (value: number | string | null, unit: string, low?: number | string, high?: number | string): Estimate => ({
  value,
  unit,
  kind: 'assumed',
  source: 'test',
  asOf: '2026-11-23',
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

export const nobody = { fte: known(0, 'FTE'), costPerFte: known(0, 'USD/FTE-month') };

type Own = Extract<CostOption, { kind: 'self-hosted' }>;
type Bought = Extract<CostOption, { kind: 'api' }>;

export const bought = (priceIn: number | null, priceOut: number | null, rest: Partial<Bought> = {}): Bought => ({
  id: 'api',
  title: 'API',
  kind: 'api',
  staff: nobody,
  monthly: [],
  prices: { input: known(priceIn, 'USD/Mtok'), output: known(priceOut, 'USD/Mtok') },
  ...rest,
});

export interface Machine {
  readonly gpus: number;
  readonly pricePerGpu: number;
  readonly tokensPerSecond: number;
  readonly loadPower: number;
}

export const owned = ({ gpus, pricePerGpu, tokensPerSecond, loadPower }: Machine, rest: Partial<Own> = {}): Own => ({
  id: 'own',
  title: 'Own machines',
  kind: 'self-hosted',
  staff: nobody,
  monthly: [],
  acquisition: { kind: 'purchase', pricePerGpu: known(pricePerGpu, 'USD/GPU'), server: known(0, 'USD/instance'), network: known(0, 'USD'), installation: known(0, 'USD'), life: known(240, 'months') },
  gpusPerInstance: known(gpus, 'GPU'),
  throughput: known(tokensPerSecond, 'tokens/s'),
  throughputCounts: 'all tokens',
  utilisation: known(1, 'ratio'),
  spareInstance: false,
  energy: { loadPower: known(loadPower, 'kW/GPU'), idlePower: known(0, 'kW/GPU'), pue: known(1, 'ratio'), tariff: known(0.15, 'USD/kWh') },
  ...rest,
});

/** A month of 176 hours, no discounting, input to output 1 to 2. */
export const costsOf = (demand: number | string, options: readonly CostOption[], rest: Partial<Costs> = {}): Costs => ({
  asOf: '2026-11-23',
  currency: 'USD',
  seed: 1,
  draws: 200,
  horizon: known(36, 'months'),
  hoursPerMonth: known(176, 'hours/month'),
  discountRate: known(0, '1/year'),
  exchangeRates: [],
  demand: { input: known(new Exact(demand).div(3).toFixed(), 'Mtok/month'), output: known(new Exact(demand).times(2).div(3).toFixed(), 'Mtok/month'), peakToMean: known(1, 'ratio') },
  options: [...options],
  shocks: [],
  ...rest,
});
