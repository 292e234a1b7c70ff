import { type Container, type Placed } from './container.js';

/** What flags and variables tell an engine; absent: nothing is said. */
export interface EngineSettings {
  readonly model?: Placed;
  readonly revision?: Placed;
  readonly quantisation?: Placed;
  readonly remoteCode?: Placed;
  /** Adapters as `name=address`, as vLLM and TGI write them. */
  readonly adapters: readonly Placed[];
  readonly noUsageStatistics?: Placed;
  readonly offline?: Placed;
}

const modelFlags = ['--model', '--model-id', '--model_id', '--model-path', '--model_path', '--hf-repo', '-hf', '-hfr', '-m'];
const modelVariables = ['MODEL_ID', 'HF_MODEL_ID', 'LLM_MODEL_ID', 'LLM_MODEL', 'VLLM_MODEL', 'OLLAMA_MODEL', 'LLAMA_ARG_HF_REPO', 'LLAMA_ARG_MODEL', 'MODEL_PATH', 'MODEL_NAME', 'MODEL'];
const silencing: readonly { readonly name: string; readonly value: RegExp }[] = [
  { name: 'VLLM_NO_USAGE_STATS', value: /^(1|true)$/i },
  { name: 'DO_NOT_TRACK', value: /^(1|true)$/i },
  { name: 'DISABLE_USAGE_STATS', value: /^(1|true)$/i },
  { name: 'USAGE_STATS', value: /^(off|no-stack)$/i },
];

/** Reads the command line and the variables of a container that runs an engine. */
export function engineSettings(container: Container): EngineSettings {
  const words = wordsOf(container);
  const flag = (names: readonly string[]): Placed | undefined => flagValue(words, names);
  const variable = (name: string): Placed | undefined => variableOf(container, name);
  const model = container.model ?? flag(modelFlags) ?? afterServe(words) ?? firstOf(modelVariables.map(variable));
  const silent = firstOf(silencing.map(({ name, value }) => matching(variable(name), value))) ?? switchOn(words, '--disable-usage-stats') ?? matching(flag(['--usage-stats']), /^off$/i);
  const trusted = switchOn(words, '--trust-remote-code') ?? matching(variable('TRUST_REMOTE_CODE'), /^(1|true)$/i);
  return {
    adapters: [...listAfter(words, '--lora-modules'), ...listIn(variable('LORA_ADAPTERS')), ...listIn(flag(['--lora-adapters']))],
    ...optional('model', model),
    ...optional('revision', flag(['--revision'])),
    ...optional('quantisation', flag(['--quantization', '--quantize', '-q']) ?? variable('QUANTIZE')),
    ...optional('remoteCode', trusted),
    ...optional('noUsageStatistics', silent),
    ...optional('offline', variable('HF_HUB_OFFLINE') ?? variable('TRANSFORMERS_OFFLINE')),
  };
}

function optional<Key extends keyof EngineSettings>(key: Key, value: EngineSettings[Key] | undefined): Partial<EngineSettings> {
  return value === undefined ? {} : { [key]: value };
}

const firstOf = <T>(candidates: readonly (T | undefined)[]): T | undefined => candidates.find((candidate) => candidate !== undefined);
const matching = (found: Placed | undefined, value: RegExp): Placed | undefined => (found !== undefined && value.test(found.text) ? found : undefined);

/** Words of the command line; scripts handed to a shell are taken apart, without their comments, and variables are filled in. */
function wordsOf(container: Container): Placed[] {
  return container.words.flatMap(({ text, at }) => {
    const words = /\s/.test(text.trim()) ? text.replace(/^[ \t]*#.*$/gm, '').replaceAll('\\\n', ' ').split(/\s+/) : [text];
    return words.filter((word) => word !== '').slice(0, 5_000).map((word) => ({ text: filledIn(unquoted(word), container), at }));
  });
}

const unquoted = (word: string): string => word.replace(/^(["'])(.*)\1$/, '$2');

function filledIn(word: string, container: Container): string {
  return word.replace(/\$[({]?([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?[)}]?/g, (whole, name: string, fallback: string | undefined) => variableOf(container, name)?.text ?? fallback ?? whole);
}

function variableOf({ environment }: Container, name: string): Placed | undefined {
  const entry = environment.find((each) => each.name === name);
  return entry?.value === undefined || entry.value.trim() === '' ? undefined : { text: entry.value.trim(), at: entry.at };
}

function flagValue(words: readonly Placed[], names: readonly string[]): Placed | undefined {
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const equals = word.text.indexOf('=');
    if (equals > 0 && names.includes(word.text.slice(0, equals))) return { text: unquoted(word.text.slice(equals + 1)), at: word.at };
    const next = words[index + 1];
    const module = word.text === '-m' && /(^|\/)python[\d.]*$/.test(words[index - 1]?.text ?? '');
    if (names.includes(word.text) && next !== undefined && !next.text.startsWith('--') && !module) return next;
  }
  return undefined;
}

const switchOn = (words: readonly Placed[], name: string): Placed | undefined => words.find(({ text }) => text === name || text === `${name}=true`);

/** `vllm serve MODEL`, `ollama run MODEL`, `ollama pull MODEL`. */
function afterServe(words: readonly Placed[]): Placed | undefined {
  const at = words.findIndex(({ text }, index) => (text === 'serve' && /(^|\/)vllm$/.test(words[index - 1]?.text ?? '')) || (/^(run|pull)$/.test(text) && /(^|\/)ollama$/.test(words[index - 1]?.text ?? '')));
  const next = at === -1 ? undefined : words[at + 1];
  return next === undefined || next.text.startsWith('-') ? undefined : next;
}

function listAfter(words: readonly Placed[], name: string): Placed[] {
  const at = words.findIndex(({ text }) => text === name);
  if (at === -1) return [];
  const rest = words.slice(at + 1);
  const end = rest.findIndex(({ text }) => text.startsWith('-'));
  return rest.slice(0, end === -1 ? undefined : end).slice(0, 50);
}

const listIn = (found: Placed | undefined): Placed[] => (found === undefined ? [] : found.text.split(',').filter((item) => item.trim() !== '').slice(0, 50).map((text) => ({ text: text.trim(), at: found.at })));
