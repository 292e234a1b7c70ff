import { type ApiOption } from './api-option.js';
import { capacityOf } from './capacity-of.js';
import { type CostLine } from './cost-line.js';
import { type CostOption, type Costs } from './cost-case.js';
import { type CostSheet } from './cost-sheet.js';
import { demandOf, type Demand } from './demand-of.js';
import { energyOf } from './energy-of.js';
import { exitAmounts } from './exit-amounts.js';
import { expression, type Expression } from './expression.js';
import { type SelfHostedOption } from './self-hosted-option.js';

/** Months of service, both included and counted from 1. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const { constant, sum, product, greatest } = expression;
const monthly = (label: string, nature: CostLine['nature'], { from, to }: Span, amount: Expression): CostLine => ({ label, nature, timing: { kind: 'monthly', from, to }, amount });
const once = (label: string, nature: CostLine['nature'], month: number, amount: Expression): CostLine => ({ label, nature, timing: { kind: 'once', month }, amount });

function sharedLines(option: CostOption, path: string, sheet: CostSheet, span: Span): readonly CostLine[] {
  const staff = product(sheet.quantity(`${path}/staff/fte`, option.staff.fte), sheet.money(`${path}/staff/costPerFte`, option.staff.costPerFte));
  const fees = option.monthly.map(({ label, amount }, index) => monthly(label, 'fixed', span, sheet.money(`${path}/monthly/${index}/amount`, amount)));
  return [monthly('staff', 'fixed', span, staff), ...fees];
}

function apiLines(option: ApiOption, path: string, sheet: CostSheet, demand: Demand, span: Span): readonly CostLine[] {
  const { prices } = option;
  const optional = (name: 'cachedInput' | 'request', quantity: Expression | null): readonly Expression[] => {
    if (quantity === null) return [];
    const price = prices[name];
    if (price !== undefined) return [product(quantity, sheet.money(`${path}/prices/${name}`, price))];
    if (name === 'request') return [];
    return [sheet.lacking(`${path}/prices/${name}`, `${path}/prices/${name} is missing while cached input is demanded; give the price with its date and source`)];
  };
  const usage = sum(
    product(demand.input, sheet.money(`${path}/prices/input`, prices.input)),
    ...optional('cachedInput', demand.cachedInput),
    product(demand.output, sheet.money(`${path}/prices/output`, prices.output)),
    ...optional('request', demand.requests),
  );
  const paid = option.commitment === undefined ? usage : greatest(usage, sheet.money(`${path}/commitment`, option.commitment));
  return [monthly('tokens', 'usage', span, paid)];
}

function acquisitionLines(option: SelfHostedOption, path: string, sheet: CostSheet, instances: Expression, span: Span): readonly CostLine[] {
  const { acquisition } = option;
  const at = `${path}/acquisition`;
  const gpusEach = sheet.quantity(`${path}/gpusPerInstance`, option.gpusPerInstance);
  switch (acquisition.kind) {
    case 'rent':
      return [monthly('rented machines', 'fixed', span, product(instances, gpusEach, sheet.money(`${at}/pricePerGpuHour`, acquisition.pricePerGpuHour), sheet.quantity(`${at}/paidHours`, acquisition.paidHours)))];
    case 'lease':
      return [monthly('leased machines', 'fixed', span, product(instances, sheet.money(`${at}/pricePerInstance`, acquisition.pricePerInstance)))];
    case 'purchase': {
      const each = sum(product(gpusEach, sheet.money(`${at}/pricePerGpu`, acquisition.pricePerGpu)), sheet.money(`${at}/server`, acquisition.server));
      const owned = acquisition.ownedInstances === undefined ? null : sheet.quantity(`${at}/ownedInstances`, acquisition.ownedInstances);
      const bought = owned === null ? instances : greatest(constant(0), expression.difference(instances, owned));
      const start = span.from - 1;
      const life = Number(acquisition.life.value);
      const again = Array.from({ length: Math.max(0, Math.ceil((span.to - start) / life) - 1) }, (_, index) => start + life * (index + 1));
      return [
        once('hardware', 'outlay', start, product(bought, each)),
        once('network', 'outlay', start, sheet.money(`${at}/network`, acquisition.network)),
        once('installation', 'outlay', start, sheet.money(`${at}/installation`, acquisition.installation)),
        ...again.map((month) => once('hardware replaced', 'outlay', month, product(instances, each))),
        ...(acquisition.resale === undefined ? [] : [once('hardware resold', 'resale', span.to, product(constant(-1), sheet.money(`${at}/resale`, acquisition.resale)))]),
      ];
    }
  }
}

function selfHostedLines(option: SelfHostedOption, path: string, sheet: CostSheet, demand: Demand, hours: Expression, span: Span): readonly CostLine[] {
  const capacity = capacityOf(option, path, sheet, demand, hours);
  const energy = energyOf(option, path, sheet, capacity, hours);
  const power = energy === null ? [] : [monthly('energy, idle', 'fixed', span, energy.idle), monthly('energy, serving', 'usage', span, energy.serving)];
  return [...acquisitionLines(option, path, sheet, capacity.instances, span), ...power];
}

function linesWithin(option: CostOption, costs: Costs, sheet: CostSheet, share: Expression, span: Span): readonly CostLine[] {
  if (span.to < span.from) return [];
  const path = `options/${option.id}`;
  const shared = sharedLines(option, path, sheet, span);
  if (option.kind === 'api') return [...apiLines(option, path, sheet, demandOf(costs, sheet, share), span), ...shared];
  if (option.kind === 'self-hosted') {
    const hours = sheet.quantity('hoursPerMonth', costs.hoursPerMonth);
    return [...selfHostedLines(option, path, sheet, demandOf(costs, sheet, share), hours, span), ...shared];
  }
  const parts = option.parts.flatMap((part, index) => {
    const carried = costs.options.find(({ id }) => id === part.option);
    return carried === undefined ? [] : linesThrough(carried, costs, sheet, sheet.quantity(`${path}/parts/${index}/share`, part.share), span).map((line) => ({ ...line, label: `${carried.id}: ${line.label}` }));
  });
  return [...parts, ...shared];
}

function linesThrough(option: CostOption, costs: Costs, sheet: CostSheet, share: Expression, span: Span): readonly CostLine[] {
  const { retirement } = option;
  if (retirement === undefined || retirement.afterMonths >= span.to) return linesWithin(option, costs, sheet, share, span);
  const last = Math.max(span.from - 1, retirement.afterMonths);
  const after = { from: last + 1, to: span.to };
  const leaving = [...exitAmounts(option, sheet)].map(([label, amount]) => once(`exit: ${label}`, 'exit', last, amount));
  const successor = costs.options.find(({ id }) => id === retirement.replacement);
  const path = `options/${option.id}/retirement/replacement`;
  const following =
    successor === undefined
      ? [monthly('what follows the retired option', 'fixed', after, sheet.lacking(path, `${path} is missing, so the months after retirement have no cost; name the option that takes over`))]
      : linesWithin(successor, costs, sheet, share, after).map((line) => ({ ...line, label: `${successor.id}: ${line.label}` }));
  return [...linesWithin(option, costs, sheet, share, { from: span.from, to: last }), ...leaving, ...following];
}

/** Every line of an option's bill from today to the horizon. */
export function optionLines(option: CostOption, costs: Costs, sheet: CostSheet): readonly CostLine[] {
  return linesThrough(option, costs, sheet, expression.one, { from: 1, to: Number(costs.horizon.value) });
}
