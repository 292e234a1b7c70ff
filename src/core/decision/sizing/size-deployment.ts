import { type Accelerator } from './accelerator.js';
import { acceleratorMemory } from './accelerator-memory.js';
import { interval, type Interval } from './interval.js';
import { keyValueCapacity } from './key-value-capacity.js';
import { bytesOf } from './memory-amount.js';
import { fitMemory, type MemoryFit } from './memory-fit.js';
import { modelOfCase, type CaseModel, type SizingProblem } from './model-of-case.js';
import { quantity, type Quantity } from './quantity.js';
import { sizeThroughput } from './size-throughput.js';
import { type SizeCase } from './size-case.js';
import { type SizeResult } from './size-result.js';
import { type SizingAssumptions } from './sizing-assumptions.js';
import { intervalOf, quantityOf, type StatedNumber } from './stated-number.js';
import { unknownQuantity } from './unknown-quantity.js';
import { type WeightFormats } from './weight-format.js';

export interface SizingInput {
  readonly sized: SizeCase;
  /** Parsed `config.json` of the model, undefined where the case names none. */
  readonly config: unknown;
  readonly accelerator: Accelerator;
  readonly formats: WeightFormats;
  readonly assumptions: SizingAssumptions;
}

/** Sizes one deployment: memory, bounds on throughput, capacity and instances. With any problem there is no result. */
export function sizeDeployment(input: SizingInput): { readonly result: SizeResult } | { readonly problems: readonly SizingProblem[] } {
  const { sized, accelerator, assumptions } = input;
  const model = modelOfCase(sized, input.config, input.formats);
  const memory = acceleratorMemory(accelerator);
  if ('problem' in memory || model.problems.length > 0) return { problems: [...model.problems, ...('problem' in memory ? [{ about: 'case' as const, at: ['hardware', 'accelerator'], message: memory.problem }] : [])] };
  const utilisation: StatedNumber = sized.hardware.memoryUtilisation ?? assumptions.memoryUtilisation;
  const needs = memoryNeeds(sized, model, assumptions);
  const available = interval.scaled(memory.bytes, sized.hardware.count);
  const fit = model.weights === null ? null : fitMemory({ weights: model.weights.resident, ...needs }, available, intervalOf(utilisation));
  const throughput = sizeThroughput(sized, model, accelerator, assumptions);
  const result: SizeResult = {
    schema: 'domicile/size-result/1',
    name: sized.name,
    inputs: inputsOf(input, memory.bytes, utilisation, needs.overhead),
    model: { family: model.family, parameters: model.parameters, activeParameters: model.activeParameters, weightFormat: model.format?.id ?? null, cacheFormula: model.cacheBytes === null ? "needs the engine's log" : 'holds' },
    weights: {
      resident: inBytes(model.weights?.resident ?? null, model.weightSource, model.weightsUnknown),
      readPerStep: inBytes(model.weights?.read(sized.workload.concurrentRequests) ?? null, model.weightSource, model.weightsUnknown),
    },
    keyValueCache: cacheResult(sized, model, fit, needs.keyValueCache, assumptions),
    memory: memoryResult(fit, available, intervalOf(utilisation), model),
    ...throughput.result,
    warnings: [...model.warnings, ...(memory.doubt === undefined || fit?.verdict !== 'unknown' ? [] : [memory.doubt]), ...cautions(input, model), ...throughput.warnings],
  };
  return { result };
}

interface Needs {
  readonly keyValueCache: Interval | null;
  readonly activation: Interval;
  readonly overhead: Interval;
}

/** Overhead not stated is the larger of an amount per accelerator and a share of the weights; it covers activations. */
function memoryNeeds(sized: SizeCase, model: CaseModel, assumptions: SizingAssumptions): Needs {
  const { contextTokens, concurrentRequests } = sized.workload;
  const perAccelerator = bytesOf({ value: assumptions.overheadPerAccelerator.value, unit: 'GiB' }) * sized.hardware.count;
  const share = assumptions.overheadShareOfWeights.value;
  const assumed = interval.map(model.weights?.resident ?? interval.exactly(0), (weights) => Math.max(perAccelerator, share * weights));
  return {
    keyValueCache: model.cacheBytes === null ? null : interval.scaled(model.cacheBytes(contextTokens), concurrentRequests),
    activation: interval.exactly(sized.memory?.activation === undefined ? 0 : bytesOf(sized.memory.activation)),
    overhead: sized.memory?.overhead === undefined ? assumed : interval.exactly(bytesOf(sized.memory.overhead)),
  };
}

function inBytes(amount: Interval | null, source: string, reason: string): Quantity {
  return amount === null ? unknownQuantity('bytes', reason) : quantity(amount, 'bytes', source);
}

function cacheResult(sized: SizeCase, model: CaseModel, fit: MemoryFit | null, total: Interval | null, assumptions: SizingAssumptions): SizeResult['keyValueCache'] {
  const { contextTokens } = sized.workload;
  if (model.cacheBytes === null || total === null) {
    const unknown = (unit: string): Quantity => unknownQuantity(unit, model.cacheUnknown);
    return { perToken: unknown('bytes/token'), total: unknown('bytes'), tokensThatFit: unknown('tokens') };
  }
  const averaged = interval.scaled(model.cacheBytes(Math.max(contextTokens, 1)), 1 / Math.max(contextTokens, 1));
  const free = fit === null ? null : { low: fit.headroom.low + total.high, value: fit.headroom.value + total.value, high: fit.headroom.high + total.low };
  const holds = (bytes: number, perToken: number): number => Math.max(0, keyValueCapacity(bytes, perToken, assumptions.keyValueBlock.value));
  return {
    perToken: quantity(model.cacheBytes(1), 'bytes/token', model.cacheSource),
    total: quantity(total, 'bytes', `${contextTokens} tokens for each of ${sized.workload.concurrentRequests} requests; ${model.cacheSource}`),
    tokensThatFit:
      free === null
        ? unknownQuantity('tokens', model.weightsUnknown)
        : quantity({ low: holds(free.low, averaged.high), value: holds(free.value, averaged.value), high: holds(free.high, averaged.low) }, 'tokens', `memory left beside weights and overhead, in blocks of ${assumptions.keyValueBlock.value} tokens`),
  };
}

function memoryResult(fit: MemoryFit | null, memory: Interval, utilisation: Interval, model: CaseModel): SizeResult['memory'] {
  const available = quantity(interval.times(memory, utilisation), 'bytes', 'memory of all accelerators times the share the engine may use');
  if (fit === null) {
    const unknown = unknownQuantity('bytes', model.weightsUnknown);
    return { needed: unknown, available, headroom: unknown, verdict: 'unknown' };
  }
  const without = model.cacheBytes === null ? unknownQuantity('bytes', model.cacheUnknown) : undefined;
  const isShort = fit.verdict === 'does-not-fit';
  const parts = 'weights + cache + activations + overhead';
  return {
    needed: without ?? quantity(fit.needed, 'bytes', parts),
    available,
    headroom: without !== undefined && !isShort ? without : quantity(fit.headroom, 'bytes', `available less ${without === undefined ? parts : 'weights + activations + overhead, before any cache'}`),
    verdict: fit.verdict,
  };
}

function inputsOf({ sized, accelerator, assumptions }: SizingInput, memory: Interval, utilisation: StatedNumber, overhead: Interval): SizeResult['inputs'] {
  const { workload, hardware } = sized;
  return {
    contextTokens: quantityOf(workload.contextTokens, 'tokens'),
    concurrentRequests: quantityOf(workload.concurrentRequests, 'requests'),
    accelerators: quantityOf(hardware.count, 'count'),
    memoryPerAccelerator: quantity(memory, 'bytes', `${accelerator.id}: ${accelerator.source}`, accelerator.kind),
    bandwidthPerAccelerator: quantity(interval.exactly(accelerator.bandwidth.value), accelerator.bandwidth.unit, `${accelerator.id}: ${accelerator.source}`, accelerator.kind),
    memoryUtilisation: quantityOf(utilisation, 'ratio'),
    overhead: quantity(overhead, 'bytes', sized.memory?.overhead?.source ?? assumptions.overheadPerAccelerator.source, sized.memory?.overhead?.kind ?? 'assumed'),
    ...(sized.demand === undefined ? {} : { hoursPerMonth: quantityOf(sized.demand.hoursPerMonth, 'hours/month'), utilisation: quantityOf(sized.demand.utilisation, 'ratio') }),
  };
}

function cautions({ sized, accelerator }: SizingInput, model: CaseModel): readonly string[] {
  const found: string[] = [];
  if (model.format?.id === 'FP8' && accelerator.dense?.fp8 == null) found.push(`no FP8 arithmetic is known of '${accelerator.id}', so FP8 is storage only: it saves memory and bandwidth, and computing stays at 16 bits`);
  if (sized.hardware.split === 'layer' && sized.hardware.count > 1) found.push('with layers split in sequence, one sequence decodes at the bandwidth of one accelerator');
  return found;
}
