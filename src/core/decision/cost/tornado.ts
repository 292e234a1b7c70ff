import { type CostModel } from './cost-model.js';
import { type TornadoBar } from './cost-result.js';
import { Exact } from './exact.js';
import { type Expression } from './expression.js';
import { figure } from './figure.js';
import { inputsOf } from './inputs-of.js';

/** One bar per uncertain input of the formula, widest first; equal bars in order of their path. */
export function tornado(formula: Expression, model: CostModel, unit: string): readonly TornadoBar[] {
  const bars: { readonly bar: TornadoBar; readonly width: Exact }[] = [];
  for (const path of inputsOf(formula)) {
    const known = model.inputs.get(path)?.estimate;
    if (known === undefined || (known.low === undefined && known.high === undefined)) continue;
    const moved = (to: string | number | null | undefined): Exact | null => model.exactlyAt(formula, path, new Exact(to ?? known.value ?? 0));
    const [low, high] = [moved(known.low), moved(known.high)];
    if (low === null || high === null) continue;
    const width = high.minus(low).abs();
    const source = `every other input at its stated value, ${path} moved alone`;
    bars.push({ width, bar: { input: path, atLow: figure(low, unit, source), atHigh: figure(high, unit, source), swing: figure(width, unit, source) } });
  }
  return bars.sort((left, right) => right.width.comparedTo(left.width) || (left.bar.input < right.bar.input ? -1 : 1)).map(({ bar }) => bar);
}
