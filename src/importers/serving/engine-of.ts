import { type Container, type Placed } from './container.js';

interface Engine {
  readonly id: string;
  readonly image: RegExp;
  readonly command: RegExp;
}

/** How inference engines are told by their images and their commands; the ids are those of the reference facts. */
const engines: readonly Engine[] = [
  { id: 'vllm', image: /(^|[/-])vllm|vllm-openai/i, command: /\bvllm\s+serve\b|\bvllm\.entrypoints\b/ },
  { id: 'tgi', image: /text-generation-inference|(^|\/)tgi(-[a-z]+)?([:@]|$)/i, command: /\btext-generation-launcher\b/ },
  { id: 'tei', image: /text-embeddings-inference/i, command: /\btext-embeddings-router\b/ },
  { id: 'ollama', image: /(^|\/)ollama([:@]|$)/i, command: /\bollama\s+(serve|run|pull)\b/ },
  { id: 'llama-cpp', image: /llama[._-]?cpp|llama-server/i, command: /\bllama-server\b|\bllama_cpp\.server\b/ },
  { id: 'sglang', image: /(^|[/-])sglang/i, command: /\bsglang\.launch_server\b/ },
  { id: 'tensorrt-llm', image: /tensorrt-?llm|(^|\/)nvcr\.io\/nim\//i, command: /\btrtllm-serve\b/ },
];

export interface FoundEngine {
  readonly id: string;
  readonly at: Placed['at'];
  readonly note: string;
}

/** The inference engine a container runs, told by its own field, its image or its command. */
export function engineOf({ engine, image, words }: Container): FoundEngine | undefined {
  if (engine !== undefined) {
    const known = engines.find(({ id, image: pattern }) => engine.text.toLowerCase() === id || pattern.test(engine.text));
    return { id: known?.id ?? engine.text.slice(0, 60), at: engine.at, note: 'the manifest names its runtime' };
  }
  const byImage = image === undefined ? undefined : engines.find(({ image: pattern }) => pattern.test(image.text));
  if (image !== undefined && byImage !== undefined) return { id: byImage.id, at: image.at, note: 'told by its image' };
  const command = words.map(({ text }) => text).join(' ').slice(0, 20_000);
  const byCommand = engines.find(({ command: pattern }) => pattern.test(command));
  return byCommand === undefined ? undefined : { id: byCommand.id, at: words[0]?.at ?? [], note: 'told by its command' };
}
