import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { digestReference } from '../core/reference/digest-reference.js';
import { type ReferenceData } from '../core/reference/reference-data.js';
import { referenceDefects } from '../core/reference/reference-defects.js';
import { referenceFiles, type ReferenceFileName } from '../core/reference/reference-files.js';
import { InvalidReferenceError } from './invalid-reference-error.js';
import { parseReference, type SchemaResult } from './parse-reference.js';

type FileValue<Name extends ReferenceFileName> = ReturnType<(typeof referenceFiles)[Name]['parse']>;

/** Files beside the core facts: read only by the commands that need them. */
export type ReferenceSideFile = 'model-evaluations' | 'prices' | 'hardware' | 'code-markers' | 'openness' | 'seal';

/** A compiled file: its content, and the SHA-256 of the content's canonical JSON. */
export interface CompiledFile<Data> {
  readonly schema: string;
  readonly digest: string;
  readonly data: Data;
}

export type CompiledReference = { readonly facts: CompiledFile<ReferenceData> } & { readonly [Name in ReferenceSideFile]: CompiledFile<FileValue<Name>> };

/** Reads, checks and joins the YAML files of `policies/reference/`. Throws InvalidReferenceError with every fault found. */
export function compileReference(folder: string): CompiledReference {
  const problems: Problem[] = [];
  const read = <Name extends ReferenceFileName>(name: Name): FileValue<Name> | undefined => {
    const file = join(folder, `${name}.yaml`);
    const parsed = parseReference<FileValue<Name>>(file, readFileSync(file, 'utf8'), (value) => referenceFiles[name].safeParse(value) as SchemaResult<FileValue<Name>>);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const core = { ...read('review'), ...read('licences'), ...read('jurisdictions'), ...read('providers'), ...read('engines'), ...read('controls'), ...read('models'), ...read('retirements') };
  const [evaluations, prices, hardware, markers, openness, seal] = [read('model-evaluations'), read('prices'), read('hardware'), read('code-markers'), read('openness'), read('seal')];
  if (problems.length > 0 || evaluations === undefined || prices === undefined || hardware === undefined || markers === undefined || openness === undefined || seal === undefined) throw new InvalidReferenceError(problems);
  const facts = core as ReferenceData;
  const defects = referenceDefects({ facts, prices, hardware, evaluations, markers });
  if (defects.length > 0) throw new InvalidReferenceError(defects.map(({ fact, message }) => ({ file: folder, code: 'dangling-reference', message: `${fact} ${message}` })));
  return {
    facts: compiled('facts', facts),
    'model-evaluations': compiled('model-evaluations', evaluations),
    prices: compiled('prices', prices),
    hardware: compiled('hardware', hardware),
    'code-markers': compiled('code-markers', markers),
    openness: compiled('openness', openness),
    seal: compiled('seal', seal),
  };
}

function compiled<Data>(name: string, data: Data): CompiledFile<Data> {
  return { schema: `domicile/reference-${name}/1`, digest: digestReference(data), data };
}
