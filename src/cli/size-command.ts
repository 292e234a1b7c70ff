import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { type Accelerator } from '../core/decision/sizing/accelerator.js';
import { acceleratorsOf } from '../core/decision/sizing/accelerators-of.js';
import { sizeCase, type SizeCase } from '../core/decision/sizing/size-case.js';
import { sizeDeployment } from '../core/decision/sizing/size-deployment.js';
import { type SizeResult } from '../core/decision/sizing/size-result.js';
import { sizingAssumptions } from '../core/decision/sizing/sizing-assumptions.js';
import { resolveWeightFormats } from '../core/decision/sizing/resolve-weight-formats.js';
import { weightFormatsFile } from '../core/decision/sizing/weight-format.js';
import { nearestName } from '../core/inventory/nearest-name.js';
import { type Problem } from '../core/inventory/problem.js';
import { hardwareFacts } from '../core/reference/hardware-facts.js';
import { refusal, type CommandOutput, type ReadBytes } from './command-output.js';
import { printable } from './printable.js';
import { type DocumentRead } from '../importers/read-one-document.js';
import { readDocument } from './read-document.js';
import { sizeText } from './size-text.js';

export interface SizeOptions {
  readonly path: string;
  readonly format: 'text' | 'json';
  /** Folder of the reference facts, the one that holds `hardware.yaml` and `sizing/`. */
  readonly referenceFolder: string;
}

type Sized = Exclude<DocumentRead<SizeCase>, { readonly problems: readonly Problem[] }>;

export const sizeHelp = `
Example:
  $ domicile size case.yaml

  schema: domicile/size-case/1
  name: claims triage
  model: { config: config.json }
  weights: { format: Q4_K_M }
  hardware:
    accelerator:
      id: a100-80
      memory: { value: 80, unit: GB, mib: 81920 }
      bandwidth: { value: 2039, unit: GB/s }
      source: data sheet
    count: 1
    split: single
    memoryUtilisation: { value: 0.9, kind: quoted, source: vLLM default }
  workload: { contextTokens: 8192, concurrentRequests: 16 }
  demand: { tokensPerMonth: 100000000, hoursPerMonth: 730, utilisation: 0.7, spareInstance: true }
  measurements:
    - { tokensPerSecond: 75, concurrentRequests: 1, source: own load test }
`;

/** `domicile size`: exit code 0 with a result, even where numbers in it are unknown; 2 where the input is wrong. */
export async function sizeCommand({ path, format, referenceFolder }: SizeOptions, read: ReadBytes): Promise<CommandOutput> {
  const sized = await readDocument(path, read, sizeCase);
  if ('problems' in sized) return refusal(sized.problems);
  const hardware = await readDocument(`${referenceFolder}/hardware.yaml`, read, hardwareFacts);
  if ('problems' in hardware) return refusal(hardware.problems);
  const formats = await readDocument(`${referenceFolder}/sizing/weight-formats.yaml`, read, weightFormatsFile);
  if ('problems' in formats) return refusal(formats.problems);
  const assumptions = await readDocument(`${referenceFolder}/sizing/assumptions.yaml`, read, sizingAssumptions);
  if ('problems' in assumptions) return refusal(assumptions.problems);
  const config = await readConfig(path, sized.value, read);
  if ('problems' in config) return refusal(config.problems);
  const accelerator = chooseAccelerator(path, sized, acceleratorsOf(hardware.value));
  if ('problems' in accelerator) return refusal(accelerator.problems);
  const outcome = sizeDeployment({ sized: sized.value, config: config.value, accelerator: accelerator.value, formats: resolveWeightFormats(formats.value, hardware.value), assumptions: assumptions.value });
  if ('problems' in outcome) return refusal(outcome.problems.map(({ about, at, message }) => ({ ...(about === 'case' ? { file: path, ...sized.placeOf(at) } : { file: configPath(path, sized.value), ...config.placeOf(at) }), code: 'invalid-value', message })));
  return { stdout: printed(outcome.result, format), stderr: '', exitCode: 0 };
}

async function readConfig(path: string, sized: SizeCase, read: ReadBytes): Promise<DocumentRead<unknown>> {
  return sized.model.config === undefined ? { value: undefined, placeOf: () => ({ line: 1, column: 1 }) } : readDocument(configPath(path, sized), read, z.unknown());
}

function configPath(path: string, { model: { config = '' } }: SizeCase): string {
  return isAbsolute(config) ? config : join(dirname(path), config);
}

function chooseAccelerator(path: string, { value: { hardware }, placeOf }: Sized, known: readonly Accelerator[]): { readonly value: Accelerator } | { readonly problems: readonly Problem[] } {
  const named = hardware.accelerator;
  if (typeof named !== 'string') return { value: named };
  const found = known.find(({ id }) => id === named);
  if (found !== undefined) return { value: found };
  const near = nearestName(named, known.map(({ id }) => id));
  const remedy = near === undefined ? 'write its id, memory, bandwidth and source in its place' : `did you mean '${near}'?`;
  return { problems: [{ file: path, ...placeOf(['hardware', 'accelerator']), code: 'unknown-accelerator', message: `hardware.accelerator '${named}' is not among the reference facts; ${remedy}` }] };
}

function printed(result: SizeResult, format: 'text' | 'json'): string {
  return format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : printable(sizeText(result));
}
