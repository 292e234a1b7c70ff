import { type z } from 'zod';
import { type decideCase } from './decide-case.js';
import { fillIn } from './fill-in.js';
import { type OptionTemplateId } from './option-template.js';

type Costs = NonNullable<z.input<typeof decideCase>['costs']>;
type Option = Costs['options'][number];
type Shock = NonNullable<Costs['shocks']>[number];

/** Estimates as of one day: without a value, or with a placeholder where a cost needs one. */
const asking = (asOf: string) => ({
  for: <Unit extends string>(unit: Unit, what: string) => ({ value: null, unit, kind: 'assumed' as const, source: fillIn(what), asOf }),
  with: <Unit extends string>(value: number, unit: Unit, what: string) => ({ value, unit, kind: 'assumed' as const, source: fillIn(what), asOf }),
});

type Asking = ReturnType<typeof asking>;

const basics = (id: OptionTemplateId, ask: Asking) => ({
  id,
  title: fillIn('model, provider and machine that are costed'),
  staff: { fte: ask.for('FTE', 'staff to run or supervise it'), costPerFte: ask.for('EUR/FTE-month', 'wage with overheads') },
  exit: {
    migration: ask.for('EUR', 'moving away from it, once'),
    reEvaluation: ask.for('EUR', 'evaluating what follows it'),
    parallelRun: ask.for('EUR', 'running both side by side'),
    residualValue: ask.for('EUR', 'what must be written off'),
  },
});

const api = (id: OptionTemplateId, ask: Asking): Option => ({
  ...basics(id, ask),
  kind: 'api',
  prices: { input: ask.for('USD/Mtok', 'price of a million input tokens, from the price list of the day'), output: ask.for('USD/Mtok', 'price of a million output tokens, from the price list of the day') },
});

const machine = (ask: Asking) => ({
  gpusPerInstance: ask.with(1, 'GPU', "accelerators in one machine, from 'domicile size'"),
  throughput: ask.for('tokens/s', "tokens in and out that one machine serves, measured or from 'domicile size'"),
  throughputCounts: 'all tokens' as const,
  utilisation: ask.for('ratio', 'share of the throughput that can be planned with'),
  spareInstance: true,
});

const rented = (id: OptionTemplateId, ask: Asking): Option => ({
  ...basics(id, ask),
  kind: 'self-hosted',
  acquisition: { kind: 'rent', pricePerGpuHour: ask.for('EUR/GPU-hour', 'rent of one accelerator for an hour'), paidHours: ask.for('hours/month', 'hours paid in a month, busy or not') },
  ...machine(ask),
});

const bought = (id: OptionTemplateId, ask: Asking): Option => ({
  ...basics(id, ask),
  kind: 'self-hosted',
  acquisition: {
    kind: 'purchase',
    pricePerGpu: ask.for('USD/GPU', 'price of one accelerator'),
    server: ask.for('EUR/instance', 'chassis, processors, memory and disks of one machine'),
    network: ask.for('EUR', 'switches and cabling'),
    installation: ask.for('EUR', 'installation'),
    life: ask.with(36, 'months', 'months after which the hardware is bought again'),
  },
  ...machine(ask),
  energy: {
    loadPower: ask.for('kW/GPU', 'power of one accelerator under load'),
    idlePower: ask.for('kW/GPU', 'power of one accelerator that waits'),
    pue: ask.for('ratio', 'power of the whole site over that of its machines'),
    tariff: ask.for('EUR/kWh', 'price of electricity'),
  },
});

const isApi = (id: OptionTemplateId): boolean => id === 'closed-api' || id === 'closed-api-in-region';

const plain = (id: OptionTemplateId, ask: Asking): Option => {
  if (id === 'open-weights-cloud-vm') return rented(id, ask);
  return id === 'open-weights-on-premises' || id === 'edge' ? bought(id, ask) : api(id, ask);
};

function hybrid(plainIds: readonly OptionTemplateId[], ask: Asking): Option {
  const own = plainIds.find((id) => !isApi(id) && id !== 'status-quo') ?? plainIds.find((id) => !isApi(id)) ?? plainIds[0];
  const others = plainIds.filter((id) => id !== own);
  const parts = [own, others.find(isApi) ?? others[0]].flatMap((id) => id ?? []);
  return { ...basics('hybrid', ask), kind: 'hybrid', parts: parts.map((option) => ({ option, share: ask.for('ratio', 'share of the demand that goes there') })) };
}

function shocksOn(plainIds: readonly OptionTemplateId[]): readonly Shock[] {
  const retired = plainIds.find(isApi);
  const replacement = plainIds.find((id) => id !== retired);
  return [
    { id: 'api-dearer', title: 'API prices rise by half', kind: 'api-price', factor: 1.5 },
    { id: 'api-cheaper', title: 'API prices fall by half', kind: 'api-price', factor: 0.5 },
    ...(retired === undefined || replacement === undefined ? [] : [{ id: 'retired', title: `${retired} is retired after a year`, kind: 'retirement' as const, option: retired, afterMonths: 12, replacement }]),
    { id: 'dollar', title: 'The dollar rises by a fifth against the euro', kind: 'exchange-rate', from: 'USD', to: 'EUR', factor: 1.2 },
    { id: 'demand-doubled', title: 'Demand doubles', kind: 'demand', factor: 2 },
    { id: 'demand-halved', title: 'Demand halves', kind: 'demand', factor: 0.5 },
    { id: 'idle', title: 'Utilisation falls by a third', kind: 'utilisation', factor: 0.67 },
    { id: 'gpus-dearer', title: 'GPUs and their rent cost a third more', kind: 'gpu-price', factor: 1.33 },
  ];
}

/** Costs of the templates with every figure asked for. A hybrid takes one own and one bought option as its parts. */
export function draftCosts(templates: readonly OptionTemplateId[], asOf: string, seed: number): Costs {
  const ask = asking(asOf);
  const plainIds = templates.filter((id) => id !== 'hybrid');
  return {
    currency: 'EUR',
    seed,
    draws: 2000,
    horizon: ask.with(36, 'months', 'months that are planned for'),
    hoursPerMonth: ask.for('hours/month', 'hours of service in a month; 176, 720, 730 and 740 are in use'),
    discountRate: ask.with(0, '1/year', 'cost of capital in a year, such as 0.04'),
    exchangeRates: [{ from: 'USD', to: 'EUR', rate: ask.for('ratio', 'euros for a dollar, from the reference rate of the day') }],
    demand: {
      input: ask.for('Mtok/month', 'million tokens sent in a month'),
      output: ask.for('Mtok/month', 'million tokens answered in a month'),
      peakToMean: ask.for('ratio', 'demand of the busiest hour over the mean'),
    },
    budget: ask.for('EUR', 'most that may be spent over the horizon'),
    options: templates.map((id) => (id === 'hybrid' ? hybrid(plainIds, ask) : plain(id, ask))),
    shocks: [...shocksOn(plainIds)],
  };
}
