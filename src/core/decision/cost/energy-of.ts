import { type Capacity } from './capacity-of.js';
import { type CostSheet } from './cost-sheet.js';
import { expression, type Expression } from './expression.js';
import { type SelfHostedOption } from './self-hosted-option.js';

/** Energy bill per month, split by whether it moves with demand: `n * (P_idle * H_idle + P_load * H_load) * PUE * tariff`. */
export interface EnergyBill {
  readonly idle: Expression;
  readonly serving: Expression;
  /** What one more million tokens adds. */
  readonly perMtok: Expression;
}

const { sum, product, difference } = expression;

export function energyOf(option: SelfHostedOption, path: string, sheet: CostSheet, capacity: Capacity, hours: Expression): EnergyBill | null {
  if (option.energy === undefined) return null;
  const { energy } = option;
  const gpus = sheet.quantity(`${path}/gpusPerInstance`, option.gpusPerInstance);
  const load = sheet.quantity(`${path}/energy/loadPower`, energy.loadPower);
  const idle = sheet.quantity(`${path}/energy/idlePower`, energy.idlePower);
  const pue = sheet.quantity(`${path}/energy/pue`, energy.pue);
  const tariff = sheet.money(`${path}/energy/tariff`, energy.tariff);
  const server = energy.serverPower === undefined ? [] : [sheet.quantity(`${path}/energy/serverPower`, energy.serverPower)];
  const atRest = sum(product(gpus, idle), ...server);
  const extra = product(gpus, difference(load, idle));
  return {
    idle: product(capacity.instances, hours, atRest, pue, tariff),
    serving: product(capacity.busyHours, extra, pue, tariff),
    perMtok: product(capacity.hoursPerMtok, extra, pue, tariff),
  };
}
