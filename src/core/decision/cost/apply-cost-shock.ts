import { Exact } from './exact.js';
import { type Costs, type CostOption } from './cost-case.js';
import { type CostShock } from './cost-shock.js';
import { type Estimate } from './estimate.js';

type Scaled = <Known extends Estimate>(estimate: Known) => Known;

const by = (factor: Exact | number, most?: number): Scaled => {
  const scale = (value: string | number): string => {
    const moved = new Exact(value).times(factor);
    return (most !== undefined && moved.gt(most) ? new Exact(most) : moved).toFixed();
  };
  return (estimate) => ({
    ...estimate,
    value: estimate.value === null ? null : scale(estimate.value),
    ...(estimate.low === undefined ? {} : { low: scale(estimate.low) }),
    ...(estimate.high === undefined ? {} : { high: scale(estimate.high) }),
  });
};

const dearerApi = (option: CostOption, scaled: Scaled): CostOption => {
  if (option.kind !== 'api') return option;
  const { input, output, cachedInput, request } = option.prices;
  return {
    ...option,
    prices: { input: scaled(input), output: scaled(output), ...(cachedInput === undefined ? {} : { cachedInput: scaled(cachedInput) }), ...(request === undefined ? {} : { request: scaled(request) }) },
  };
};

const dearerGpus = (option: CostOption, scaled: Scaled): CostOption => {
  if (option.kind !== 'self-hosted') return option;
  const { acquisition } = option;
  switch (acquisition.kind) {
    case 'purchase':
      return { ...option, acquisition: { ...acquisition, pricePerGpu: scaled(acquisition.pricePerGpu) } };
    case 'rent':
      return { ...option, acquisition: { ...acquisition, pricePerGpuHour: scaled(acquisition.pricePerGpuHour) } };
    case 'lease':
      return { ...option, acquisition: { ...acquisition, pricePerInstance: scaled(acquisition.pricePerInstance) } };
  }
};

/** The same case under a changed circumstance; nothing else moves. Utilisation never rises above 1. */
export function applyCostShock<Case extends Costs>(costs: Case, shock: CostShock): Case {
  const options = (change: (option: CostOption) => CostOption, only?: readonly string[]): Case => ({
    ...costs,
    options: costs.options.map((option) => (only === undefined || only.includes(option.id) ? change(option) : option)),
  });
  switch (shock.kind) {
    case 'api-price':
      return options((option) => dearerApi(option, by(shock.factor)), shock.options);
    case 'gpu-price':
      return options((option) => dearerGpus(option, by(shock.factor)), shock.options);
    case 'utilisation':
      return options((option) => (option.kind === 'self-hosted' ? { ...option, utilisation: by(shock.factor, 1)(option.utilisation) } : option), shock.options);
    case 'demand': {
      const scaled = by(shock.factor);
      const { input, output, cachedInput, requests, peakToMean } = costs.demand;
      const demand = { input: scaled(input), output: scaled(output), peakToMean, ...(cachedInput === undefined ? {} : { cachedInput: scaled(cachedInput) }), ...(requests === undefined ? {} : { requests: scaled(requests) }) };
      return { ...costs, demand };
    }
    case 'exchange-rate':
      return {
        ...costs,
        exchangeRates: costs.exchangeRates.map((known) => {
          if (known.from === shock.from && known.to === shock.to) return { ...known, rate: by(shock.factor)(known.rate) };
          return known.from === shock.to && known.to === shock.from ? { ...known, rate: by(new Exact(1).div(shock.factor))(known.rate) } : known;
        }),
      };
    case 'retirement':
      return options((option) => ({ ...option, retirement: { afterMonths: shock.afterMonths, ...(shock.replacement === undefined ? {} : { replacement: shock.replacement }) } }), [shock.option]);
  }
}
