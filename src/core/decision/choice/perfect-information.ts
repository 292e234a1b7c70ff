/**
 * Expected value of perfect information: what the best option of each state is worth on average, less what the best option on average is
 * worth. One row of `payoffs` per option, one column per state; without `probabilities` the states are equally likely. Never below zero.
 */
export function perfectInformation(payoffs: readonly ArrayLike<number>[], probabilities?: ArrayLike<number>): number {
  const states = payoffs[0]?.length ?? 0;
  const chance = (state: number): number => probabilities?.[state] ?? 1 / states;
  let foreknown = 0;
  const expected = payoffs.map(() => 0);
  for (let state = 0; state < states; state += 1) {
    let best = -Infinity;
    payoffs.forEach((row, option) => {
      const payoff = row[state] ?? NaN;
      if (payoff > best) best = payoff;
      expected[option] = (expected[option] ?? 0) + payoff * chance(state);
    });
    foreknown += best * chance(state);
  }
  return states === 0 ? 0 : Math.max(0, foreknown - Math.max(...expected));
}
