import { Exact } from './exact.js';
import { breakEven } from './break-even.js';
import { type CostClaim } from './cost-claim.js';
import { type CheckedClaim } from './cost-result.js';
import { figure } from './figure.js';
import { type Figure } from './figure-schema.js';

const exact = (value: number): Exact => new Exact(value);

function recompute(claim: CostClaim): { readonly value: Exact | null; readonly unit: string; readonly formula: string } {
  switch (claim.formula) {
    case 'energy':
      return { value: exact(claim.gpus).times(claim.kilowattsPerGpu).times(claim.pue).times(claim.hours).times(claim.tariff), unit: 'money', formula: 'gpus * kilowattsPerGpu * pue * hours * tariff' };
    case 'rent':
      return { value: exact(claim.gpus).times(claim.pricePerGpuHour).times(claim.hours), unit: 'money', formula: 'gpus * pricePerGpuHour * hours' };
    case 'break-even-months':
      return { value: breakEven.months(exact(claim.outlay), exact(claim.rentedPerMonth), exact(claim.runningPerMonth), null).months, unit: 'months', formula: 'outlay / (rentedPerMonth - runningPerMonth)' };
    case 'break-even-hours': {
      const hours = breakEven.months(exact(claim.outlay), exact(claim.rentedPerHour), exact(claim.runningPerHour), null).months;
      return { value: hours?.div(claim.hoursPerMonth) ?? null, unit: 'months', formula: 'outlay / (rentedPerHour - runningPerHour) / hoursPerMonth' };
    }
    case 'capacity':
      return { value: exact(claim.tokensPerSecond).times('0.0036').times(claim.hours).times(claim.utilisation), unit: 'Mtok/month', formula: 'tokensPerSecond * 3600 * hours * utilisation / 1e6' };
  }
}

/** Holds a published figure against the formula its own inputs belong to. */
export function checkClaim(claim: CostClaim): CheckedClaim {
  const { value, unit, formula } = recompute(claim);
  const claimed: Figure = { ...figure(claim.claimed, unit, claim.source), kind: 'quoted' };
  const apart = value === null || value.isZero() ? null : exact(claim.claimed).div(value);
  const consistent = value !== null && (value.isZero() ? claim.claimed === 0 : exact(claim.claimed).minus(value).abs().lte(value.abs().times(claim.tolerance)));
  const computed = figure(value, unit, formula, value === null ? { answer: 'never' } : {});
  const message = consistent
    ? `${claim.id}: ${claim.claimed} ${unit} follows from its own inputs`
    : `${claim.id}: ${claim.claimed} ${unit} does not follow from its own inputs, which give ${computed.value ?? 'never'}; ask the source (${claim.source}) or do not use the figure`;
  return { id: claim.id, says: claim.says, claimed, computed, ratio: apart === null ? null : Number(apart.toSignificantDigits(6).toString()), verdict: consistent ? 'consistent' : 'inconsistent', message };
}
