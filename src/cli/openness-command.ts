import { assessOpenness } from '../core/decision/openness/assess-openness.js';
import { type OpennessAssessment } from '../core/decision/openness/openness-assessment.js';
import { opennessRecord } from '../core/decision/openness/openness-record.js';
import { toOpennessResult } from '../core/decision/openness/openness-result.js';
import { opennessRules, type OpennessRules } from '../core/decision/openness/openness-rules.js';
import { type Problem } from '../core/inventory/problem.js';
import { refusal, type CommandOutput, type ReadBytes } from './command-output.js';
import { printable } from './printable.js';
import { readDocument } from './read-document.js';

export interface OpennessOptions {
  /** Records of the Model Openness Tool, one model each. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** ISO 8601 instant that the age of each record is counted to. */
  readonly asOf: string;
  /** Folder of the reference facts, the one that holds `mof/`. */
  readonly referenceFolder: string;
}

export const opennessHelp = `
Example:
  $ domicile openness models/OLMo-7B.yml
  OLMo-7B
    tool rule       MOF class I (Open Science); class III 100 %, class II 100 %, class I 100 %
    strict reading  unclassified

A record lists the parts of a release and their licences:
  release:
    name: OLMo-7B
    date: '2025-05-22'
    license: { distribution: { name: Apache-2.0 } }
    components:
      - { name: Model architecture }
      - { name: Model parameters (Final), license: Apache-2.0 }
`;

/** `domicile openness`: exit code 0 when every record was judged, 2 when one could not be read. */
export async function opennessCommand(options: OpennessOptions, read: ReadBytes): Promise<CommandOutput> {
  const rules = await readRules(options.referenceFolder, read);
  if ('problems' in rules) return refusal(rules.problems);
  const judged: { readonly file: string; readonly assessment: OpennessAssessment }[] = [];
  const problems: Problem[] = [];
  for (const file of options.paths) {
    const record = await readDocument(file, read, opennessRecord);
    if ('problems' in record) problems.push(...record.problems);
    else judged.push({ file, assessment: assessOpenness(record.value, rules.value, options.asOf) });
  }
  if (options.paths.length === 0) problems.push({ file: 'domicile openness', code: 'usage', message: 'no record was named; give the path of at least one' });
  if (problems.length > 0) return refusal(problems);
  if (options.format === 'json') return { stdout: `${JSON.stringify(judged.map(({ file, assessment }) => toOpennessResult(file, assessment)), null, 2)}\n`, stderr: '', exitCode: 0 };
  return { stdout: printable(judged.map(({ assessment }) => toText(assessment)).join('\n')), stderr: '', exitCode: 0 };
}

async function readRules(folder: string, read: ReadBytes): Promise<{ readonly value: OpennessRules } | { readonly problems: readonly Problem[] }> {
  const components = await readDocument(`${folder}/mof/components.yaml`, read, opennessRules.shape.components);
  if ('problems' in components) return components;
  const licences = await readDocument(`${folder}/mof/licences.yaml`, read, opennessRules.shape.licences);
  if ('problems' in licences) return licences;
  const rules = opennessRules.safeParse({ components: components.value, licences: licences.value });
  if (rules.success) return { value: rules.data };
  return { problems: rules.error.issues.map(({ message }) => ({ file: `${folder}/mof/components.yaml`, code: 'invalid-value', message })) };
}

const classNames = { 0: 'unclassified', 1: 'MOF class I (Open Science)', 2: 'MOF class II (Open Tooling)', 3: 'MOF class III (Open Model)' } as const;

function toText({ name, tool, strict, osaid, components, recordDate, ageInDays, warnings }: OpennessAssessment): string {
  const progress = ([3, 2, 1] as const).map((level) => `class ${'I'.repeat(level)} ${tool.progress[level].toFixed(0)} %`).join(', ');
  const blocking = components.filter(({ component, state }) => component.required && state !== 'open');
  return [
    `${name}`,
    `  tool rule       ${classNames[tool.class]}; ${progress}`,
    `  strict reading  ${classNames[strict.class]}`,
    `  OSAID 1.0       ${osaid.verdict === 'yes' ? 'yes, a candidate' : osaid.verdict}: ${osaid.reasons.join('; ')}`,
    `  record          ${recordDate === null ? 'undated, age unknown' : `of ${recordDate}, ${ageInDays ?? 'unknown'} days old`}`,
    ...blocking.map(({ component, state, licence }) => `  blocks          ${component.name} (class ${'I'.repeat(component.class)}): ${state === 'not-open' ? `'${licence}' is not an open licence` : state}`),
    ...warnings.map((warning) => `  warning         ${warning}`),
    '',
  ].join('\n');
}
