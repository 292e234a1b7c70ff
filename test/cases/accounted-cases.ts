/**
 * How a published case is answered for. `exact`: to its printed digits. `tolerance`: within the tolerance its source needs. `within-bound`: a
 * measurement below the physical bound. `mismatch`: asserted not to follow from its own inputs. `ambiguous`: under each reading.
 * `given-samples`: within the tolerance where samples are given whose licence keeps them out of this repository, elsewhere by the definition.
 * `negative-control`: flagged, or shown to fail where the engine does not. `test-only`: by a method the product does not use.
 * `data`: no result is printed, the figures serve a test as input. `unused`: figures that no formula of the engine speaks of.
 */
export type Answer = 'exact' | 'tolerance' | 'given-samples' | 'within-bound' | 'mismatch' | 'ambiguous' | 'negative-control' | 'test-only' | 'data' | 'unused';

export interface AccountedCase {
  readonly id: string;
  /** Rows by the way each is answered for. */
  readonly rows: Readonly<Partial<Record<Answer, number>>>;
  /** Where: a file of this folder and words that stand in the title of a test in it. */
  readonly by: readonly (readonly [file: string, title: string])[];
}

const [cost, sizing, choice] = ['cost.spec.ts', 'sizing.spec.ts', 'choice.spec.ts'];

/** Total cost, size and speed: groups of rows, models and claims that cannot be. */
export const accountedCosts: readonly AccountedCase[] = [
  { id: 'pan-capacity', rows: { exact: 9 }, by: [[cost, 'capacity, outlay and electricity to the printed digits'], [sizing, 'million tokens a month']] },
  { id: 'pan-breakeven', rows: { exact: 23, tolerance: 1, mismatch: 6 }, by: [[cost, '$model against $api: $published'], [cost, 'which looks rounded up'], [cost, 'does not follow from the printed price']] },
  { id: 'pan-benchmarks', rows: { data: 14 }, by: [[choice, 'a benchmark nobody published is unknown, not 0']] },
  { id: 'olympio-breakeven', rows: { exact: 3 }, by: [[cost, 'billion tokens a month, beyond one instance'], [sizing, 'instances for a break-even volume that one cannot reach']] },
  { id: 'olympio-throughput', rows: { 'within-bound': 6 }, by: [[sizing, 'stay below the bound of one request']] },
  { id: 'lenovo-hours', rows: { exact: 5 }, by: [[cost, '$tier: $printed hours'], [cost, 'a year on demand']] },
  { id: 'ipapapa-turn', rows: { exact: 2, ambiguous: 1 }, by: [[cost, 'one retrieval turn (ipapapa)'], [cost, 'a month of 720 hours'], [cost, 'holds without the rerank fee only']] },
  { id: 'alphaone-power', rows: { exact: 1 }, by: [[cost, 'power of eight 700 W GPUs and a 2 kW server']] },
  { id: 'finance-core', rows: { exact: 8 }, by: [[cost, 'npv'], [cost, 'pmt $published'], [cost, 'pv'], [cost, 'nper at rate 0'], [cost, 'nper without a payment is never']] },
  { id: 'gguf-bpw', rows: { exact: 16 }, by: [[sizing, '$format takes $publishedGiB GiB']] },
  { id: 'file-sizes', rows: { exact: 4, tolerance: 1 }, by: [[sizing, '$model in $format: $published $unit']] },
  { id: 'kv-cache', rows: { exact: 4, mismatch: 1 }, by: [[sizing, '$model ($expect)']] },
  { id: 'decode-bound-llamacpp', rows: { 'within-bound': 17 }, by: [[sizing, '$model $format on $count x $on']] },
  { id: 'decode-bound-other', rows: { exact: 1, 'within-bound': 7 }, by: [[sizing, '$model on $on']] },
  { id: 'pan-feasibility-derived', rows: { exact: 9 }, by: [[sizing, '$model on $count x $memoryGiB GiB']] },
  { id: 'pan-demand-derived', rows: { exact: 6 }, by: [[cost, '$model against $api at $demand Mtok/month']] },
  ...['alphaone-h100-70b', 'alphaone-h200-70b', 'alphaone-a100-70b'].map((id): AccountedCase => ({ id, rows: { 'negative-control': 1 }, by: [[sizing, 'rejects: $claim']] })),
  ...['alphaone-power-year', 'alphaone-16h-month', 'alphaone-crossover', 'pan-gemini'].map((id): AccountedCase => ({ id, rows: { 'negative-control': 1 }, by: [[cost, '$id is flagged']] })),
  ...['Llama-2-7B', 'Llama-2-13B', 'Llama-2-70B', 'Llama-3-8B', 'Llama-3-70B', 'Mistral-7B-v0.1', 'Mixtral-8x7B', 'Gemma-7B', 'BLOOM-176B'].map(
    (id): AccountedCase => ({ id, rows: { exact: 1 }, by: [[sizing, '%s: parameters, cache and FP16 weights to the digit']] }),
  ),
  { id: 'gpu_bandwidth_GBps', rows: { data: 22 }, by: [[sizing, '$model $format on $count x $on']] },
  // Latency beside the rates of the same runs: the engine prices and bounds throughput and predicts no latency.
  { id: 'olympio-throughput/ttft_p99_ms', rows: { unused: 8 }, by: [] },
  { id: 'olympio-throughput/ttft_p50_ms', rows: { unused: 3 }, by: [] },
];

const multiCriteria = (answer: Answer, id: string, ...titles: readonly string[]): AccountedCase => ({ id, rows: { [answer]: 1 }, by: titles.map((title) => [choice, title] as const) });

/** Multi-criteria methods. */
export const accountedChoices: readonly AccountedCase[] = [
  multiCriteria('tolerance', 'norm-minmax', 'min-max values are value functions'),
  multiCriteria('tolerance', 'spotis-dezert2020', 'SPOTIS with fixed bounds'),
  multiCriteria('exact', 'dominance-filter', 'Pareto dominance, weak and strict'),
  multiCriteria('tolerance', 'ahp-saaty-drinks', 'AHP weights and consistency ratios'),
  multiCriteria('tolerance', 'rank-reversal-fixed-anchors', 'fixed anchors keep the order'),
  multiCriteria('given-samples', 'smaa-thrombo-nopref', '%s', 'SMAA counts what its definition says', 'the published thrombolysis numbers agree with themselves', 'entropy of the published thrombolysis ranking'),
  multiCriteria('given-samples', 'smaa-thrombo-fixed', 'smaaThromboFixed', 'SMAA counts what its definition says'),
  multiCriteria('given-samples', 'smaa-hansen-ordinal', '%s', 'SMAA counts what its definition says'),
  multiCriteria('exact', 'smaa-dominated-na', 'an option that is never first has no central weights'),
  multiCriteria('tolerance', 'smaa-analytic-2x2', 'SMAA of two options with a closed form'),
  multiCriteria('exact', 'swing-weights', 'swing points'),
  multiCriteria('exact', 'evpi-2x2', 'expected value of perfect information'),
  // The engine refuses values outside its anchors, so only the test clips.
  multiCriteria('test-only', 'pvf-clip', 'outside the anchors the engine refuses and only the test clips'),
  multiCriteria('test-only', 'spotis-dezert2020-esp', 'SPOTIS around an expected solution point'),
  multiCriteria('test-only', 'topsis-tzeng2011', 'TOPSIS: %s'),
  multiCriteria('test-only', 'topsis-2x3-raw', 'TOPSIS: %s'),
  multiCriteria('test-only', 'vikor-4x3', 'VIKOR'),
  multiCriteria('test-only', 'promethee2-zhao2013', 'PROMETHEE II'),
  multiCriteria('test-only', 'wsm-kracka2010', 'a weighted sum over reciprocals'),
  multiCriteria('test-only', 'waspas-chakraborty2015', 'WASPAS'),
  multiCriteria('test-only', 'electre1-cebrian2009', 'ELECTRE I'),
  multiCriteria('test-only', 'entropy-weights', 'entropy weights'),
  multiCriteria('test-only', 'critic-diakoulaki1995', 'CRITIC weights'),
  multiCriteria('negative-control', 'rank-reversal-belton-gear', 'sum-normalised AHP reverses ranks'),
  multiCriteria('negative-control', 'rank-reversal-topsis', 'TOPSIS lets a dominated option change the winner'),
];
