import { cacheCopies } from './cache-copies.js';
import { countParameters, type ParameterCount } from './count-parameters.js';
import { findWeightFormat } from './find-weight-format.js';
import { interval, type Interval } from './interval.js';
import { keyValueBytes } from './key-value-cache.js';
import { bytesOf } from './memory-amount.js';
import { quantity, type Quantity } from './quantity.js';
import { readModelConfig, type ModelReading } from './read-model-config.js';
import { type SizeCase } from './size-case.js';
import { intervalOf, quantityOf } from './stated-number.js';
import { statedWeightBytes } from './stated-weight-bytes.js';
import { tensorParallelProblem } from './tensor-parallel-problem.js';
import { unknownQuantity } from './unknown-quantity.js';
import { weightBytes, type WeightBytes } from './weight-bytes.js';
import { type WeightFormat, type WeightFormats } from './weight-format.js';

/** Something wrong with the input: in the case, or in the configuration that it names. */
export interface SizingProblem {
  readonly about: 'case' | 'configuration';
  /** Keys that lead to what is wrong. */
  readonly at: readonly string[];
  readonly message: string;
}

/** Of a case, what concerns the model alone: its parameters, its weights and its cache. */
export interface CaseModel {
  readonly family: string;
  readonly parameters: Quantity;
  readonly activeParameters: Quantity;
  readonly format: WeightFormat | null;
  readonly weights: WeightBytes | null;
  readonly weightSource: string;
  readonly weightsUnknown: string;
  readonly isMixture: boolean;
  /** Parameters that a token is multiplied with; null where they are not counted. */
  readonly computedParameters: number | null;
  /** Bytes of the cache of one sequence of so many tokens, over all accelerators; null where the formula does not hold. */
  readonly cacheBytes: ((contextTokens: number) => Interval) | null;
  readonly cacheSource: string;
  readonly cacheUnknown: string;
  readonly problems: readonly SizingProblem[];
  readonly warnings: readonly string[];
}

/** Reads the model of a case; `config` is its parsed `config.json`, undefined where the case names none. */
export function modelOfCase(sized: SizeCase, config: unknown, formats: WeightFormats): CaseModel {
  const reading = config === undefined ? undefined : readModelConfig(config);
  const count = reading?.shape && reading.uncounted === null ? countParameters(reading.shape) : null;
  const problems = contradictions(sized, reading, count);
  const { format, problem } = chooseFormat(sized, reading, formats);
  if (problem !== undefined) problems.push({ at: sized.weights?.format === undefined ? ['weights'] : ['weights', 'format'], message: problem });
  const warnings: string[] = [];
  const weights = problems.length > 0 || (reading?.problems ?? []).length > 0 ? null : readWeights(sized, count, format, warnings, problems);
  return {
    family: reading?.family ?? 'not stated',
    ...parameterQuantities(sized, reading, count),
    format,
    weights,
    weightSource: sized.weights?.file !== undefined ? sized.weights.file.source : format === null ? 'none' : `parameters at ${Number(format.bitsPerWeight.toPrecision(6))} bits (${format.id}); ${format.source}`,
    weightsUnknown: format === null ? "the format of the weights is not known; write weights.format, or weights.file with the size of the files" : (reading?.uncounted ?? 'the parameters are not known; write model.parameters'),
    computedParameters: count === null ? null : count.active - (count.head === 0 ? 0 : count.embedding),
    isMixture: count !== null ? count.mixture !== null : sized.model.activeParameters !== undefined || (reading?.shape?.mixture ?? null) !== null,
    ...readCache(sized, reading),
    problems: [...(reading?.problems ?? []).map((message) => ({ about: 'configuration' as const, at: fieldNamedIn(message), message })), ...problems.map((problem) => ({ about: 'case' as const, ...problem }))],
    warnings,
  };
}

type CaseProblem = Omit<SizingProblem, 'about'>;

/** Sentences about a configuration begin with the path of the field. */
const fieldNamedIn = (message: string): readonly string[] => /^'([^']+)'/.exec(message)?.[1]?.split('.') ?? [];

/** Fewer than this is a count of millions or billions, and no language model. */
const fewestParameters = 100_000;

function contradictions(sized: SizeCase, reading: ModelReading | undefined, count: ParameterCount | null): CaseProblem[] {
  const { model, hardware } = sized;
  const found: CaseProblem[] = [];
  if (reading?.shape && reading.uncounted === null && count === null) found.push({ at: ['model', 'config'], message: 'the configuration describes more than 10^15 parameters, which no model has; correct it' });
  const stated = model.parameters === undefined ? undefined : intervalOf(model.parameters).value;
  if (stated !== undefined && stated < fewestParameters) found.push({ at: ['model', 'parameters'], message: `model.parameters is ${stated}, which counts no model's parameters one by one; write all of them, such as 7000000000` });
  else if (stated !== undefined && count !== null && Math.abs(stated / count.total - 1) > 0.02) found.push({ at: ['model', 'parameters'], message: `model.parameters is ${stated}, but the configuration gives ${count.total}; correct it or leave it out` });
  if (model.activeParameters !== undefined && stated !== undefined && intervalOf(model.activeParameters).value > stated) found.push({ at: ['model', 'activeParameters'], message: 'model.activeParameters is more than model.parameters; correct one' });
  if (hardware.split !== 'tensor-parallel') return found;
  const heads = reading?.shape ?? (model.attentionHeads === undefined ? undefined : { heads: model.attentionHeads, keyValueHeads: model.attentionHeads });
  if (heads === undefined && (reading?.problems ?? []).length > 0) return found;
  const problem = heads === undefined ? 'nothing says how many attention heads are to be divided; write model.attentionHeads, or split by layer' : tensorParallelProblem(heads, hardware.count);
  if (problem !== undefined) found.push({ at: ['hardware', 'count'], message: `hardware.count: ${problem}` });
  return found;
}

function chooseFormat(sized: SizeCase, reading: ModelReading | undefined, formats: WeightFormats): { readonly format: WeightFormat | null; readonly problem?: string } {
  const chosen = sized.weights?.format === undefined ? reading?.weights : { format: sized.weights.format, bits: sized.weights.bits, groupSize: sized.weights.groupSize };
  if (chosen == null) return { format: null };
  const format = findWeightFormat(chosen, formats);
  if (format !== undefined) return { format };
  if (sized.weights?.file !== undefined) return { format: null };
  return { format: null, problem: `the weight format '${chosen.format.slice(0, 40)}' is not known; write one of ${formats.formats.flatMap(({ ids }) => Object.keys(ids)).join(', ')}, or weights.file with the size of the files` };
}

function readWeights(sized: SizeCase, count: ParameterCount | null, format: WeightFormat | null, warnings: string[], problems: CaseProblem[]): WeightBytes | null {
  const { file } = sized.weights ?? {};
  const { parameters, activeParameters } = sized.model;
  const counted = count !== null && format !== null ? weightBytes(count, format) : null;
  if (file !== undefined) {
    const expected = counted?.resident.value ?? (format?.kind !== 'whole-file' || parameters === undefined ? undefined : (intervalOf(parameters).value * format.bitsPerWeight) / 8);
    const mistaken = expected === undefined ? undefined : unitMistake(bytesOf(file) / expected, file.unit);
    if (mistaken !== undefined) problems.push({ at: ['weights', 'file'], message: `weights.file is ${file.value} ${file.unit}, but the parameters in ${format?.id} take as many ${mistaken}; correct the unit` });
    const share = parameters === undefined || activeParameters === undefined ? 1 : intervalOf(activeParameters).value / intervalOf(parameters).value;
    return statedWeightBytes(interval.exactly(bytesOf(file)), count, share);
  }
  if (counted !== null) return counted;
  if (parameters === undefined || format === null) return null;
  if (format.kind === 'linear-layers') warnings.push(`without a configuration, all parameters are taken to be in ${format.id}; embeddings usually are not, so the weights take somewhat more`);
  const spread = format.kind === 'whole-file' ? format.spread : 0;
  const perParameter = interval.scaled({ low: 1 - spread, value: 1, high: 1 + spread }, format.bitsPerWeight / 8);
  const read = interval.times(intervalOf(activeParameters ?? parameters), perParameter);
  return { resident: interval.times(intervalOf(parameters), perParameter), read: () => read };
}

/** Sizes that differ by the ratio of GiB to GB carry the wrong unit. */
function unitMistake(ratio: number, unit: string): string | undefined {
  const near = (factor: number): boolean => Math.abs(ratio / factor - 1) < 0.01;
  const [GB, GiB] = [1e9, 1_073_741_824];
  if (unit === 'GB' && near(GB / GiB)) return 'GiB';
  return unit === 'GiB' && near(GiB / GB) ? 'GB' : undefined;
}

function parameterQuantities({ model }: SizeCase, reading: ModelReading | undefined, count: ParameterCount | null): Pick<CaseModel, 'parameters' | 'activeParameters'> {
  const counted = (value: number): Quantity => quantity(interval.exactly(value), 'parameters', 'counted from the configuration');
  const parameters = count !== null ? counted(count.total) : model.parameters !== undefined ? quantityOf(model.parameters, 'parameters') : unknownQuantity('parameters', `${reading?.uncounted ?? 'no configuration'}; write model.parameters`);
  const activeParameters = count !== null ? counted(count.active) : model.activeParameters !== undefined ? quantityOf(model.activeParameters, 'parameters') : parameters;
  return { parameters, activeParameters };
}

function readCache(sized: SizeCase, reading: ModelReading | undefined): Pick<CaseModel, 'cacheBytes' | 'cacheSource' | 'cacheUnknown'> {
  const { keyValueCache: cache, hardware } = sized;
  const logged = cache?.bytesPerToken;
  if (logged !== undefined) return { cacheBytes: (contextTokens) => interval.scaled(intervalOf(logged), contextTokens), cacheSource: quantityOf(logged, '').source, cacheUnknown: '' };
  const shape = reading?.shape;
  const remedy = "needs the engine's log; write keyValueCache.bytesPerToken from it";
  if (!shape || reading.uncached !== null) return { cacheBytes: null, cacheSource: 'none', cacheUnknown: `${reading?.uncached ?? 'the case names no configuration'}; ${remedy}` };
  const bits = cache?.bits ?? 16;
  const copies = cacheCopies(shape.keyValueHeads, hardware.count, hardware.split);
  return {
    cacheBytes: (contextTokens) => interval.exactly(copies * keyValueBytes(shape, contextTokens, bits)),
    cacheSource: `2 * layers * heads * dimension * ${bits} bits (Kwon et al. 2023, arXiv:2309.06180)`,
    cacheUnknown: '',
  };
}
