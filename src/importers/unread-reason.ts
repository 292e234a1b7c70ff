import { type SourceFile } from '../core/inventory/source-file.js';
import { headOf } from './head-of.js';
import { engineWords } from './serving/engine-words.js';
import { wideEncodingOf } from './wide-encoding-of.js';

export interface UnreadReason {
  readonly code: string;
  /** What the file is and what to do about it. */
  readonly message: string;
  /** It looks like something that belongs into an inventory, wherever it lies. */
  readonly telling: boolean;
}

interface Magic {
  /** Bytes that files of the kind begin with, as Latin-1; or that stand at an offset. */
  readonly starts: readonly string[];
  readonly at?: number;
  readonly code: string;
  readonly message: string;
}

const unpacked = 'is an archive, which is not looked into; unpack it and give the files in it';
const magics: readonly Magic[] = [
  { starts: ['PK\x03\x04'], code: 'archive', message: `${unpacked} (of a binary Terraform plan, the output of 'terraform show -json')` },
  { starts: ['\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', '7z\xbc\xaf'], code: 'archive', message: unpacked },
  { starts: ['ustar'], at: 257, code: 'archive', message: unpacked },
  { starts: ['GGUF', '\x89HDF\r\n', '\x93NUMPY', '\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'], code: 'weights', message: "holds weights, whose bytes are not read here; run 'domicile weights verify' on them" },
  { starts: ['-----BEGIN '], code: 'key', message: "is a key or a certificate and states nothing of an inventory; give it to 'domicile weights verify' with --key or --ca" },
];

/** What looks like a format that is read, in a file that none of the importers takes: by its content alone, so that a wrong name or a broken beginning is told. */
const lookalikes: readonly (readonly [RegExp, string, RegExp?])[] = [
  [/<(\w{1,20}:)?bom\b[^>]{0,500}cyclonedx\.org\/schema\/bom/, 'is CycloneDX in XML, which is not read; convert it to JSON'],
  [/"bomFormat"\s*:\s*"CycloneDX"/, 'holds CycloneDX, and is not read as that; save it as JSON in a file that ends in .cdx.json'],
  [/"spdxVersion"\s*:\s*"SPDX-2|^SPDXVersion\s*:\s*SPDX-2/m, 'is SPDX 2, which knows no models and is not read; give SPDX 3.0.1 or CycloneDX'],
  [/"https:\/\/spdx\.(org\/rdf|github\.io\/spdx-spec)\/v?3\./, 'holds SPDX 3, and is not read as that; save it as JSON-LD with its @context in a file that ends in .spdx3.json'],
  [/in-toto\.io\/Statement\/|application\/vnd\.in-toto\+json/, 'holds an in-toto statement, and is not read as that; save it as JSON in a file that ends in .intoto.json'],
  [/application\/vnd\.dev\.sigstore\.bundle/, "is a signature bundle; give it to 'domicile weights verify' with --bundle"],
  [/"terraform_version"\s*:/, "comes from Terraform, and is no plan; give the output of 'terraform show -json'"],
  [/openlineage\.io\/spec\//, 'speaks of OpenLineage, and is not read as an event; save one event as JSON, or one on each line of a file that ends in .jsonl'],
  [/application\/vnd\.ollama\.image\./, 'holds layers of Ollama, and is not read as a manifest; save the manifest as JSON'],
  [/application\/vnd\.(cncf|cnai)\.model\./, 'holds a packed model (ModelPack), and is not read as that; save its configuration or manifest as JSON'],
  [/^[ \t"'{-]*(litellm_params|litellm_settings|model_list)["']?\s*:/m, 'holds a LiteLLM configuration, and is not read as that; save it as YAML, with model_list at the beginning of a line'],
  [/^[ \t"'{-]*fides_key["']?\s*:/m, 'holds a fideslang manifest, and is not read as that; save it as YAML, with dataset or system at the beginning of a line'],
  [/^[ \t]*(python_function|mlflow_version)\s*:/m, 'looks like an MLmodel of MLflow; name it MLmodel'],
  [/^[ \t]*["']?domicile["']?\s*:\s*["']?\d/m, "looks like a manifest of domicile; save it as YAML that begins with 'domicile: 1'"],
  [/borderlint\.ai-dataflow-sbom|"scraperName"\s*:/, 'holds what a scanner of AI calls found, and is not read as that; save it as JSON'],
  [/"peft_type"\s*:|"base_model_name_or_path"\s*:/, 'describes an adapter; name its base model under base_model of its card, or under baseModels in domicile.yaml'],
  [/"architectures"\s*:\s*\[/, 'looks like the config.json of a model; name it config.json', /"model_type"\s*:/],
  [/serving\.kserve\.io\/|^[ \t-]*["']?image["']?\s*:\s*["']?[^\s"']{0,200}(vllm-openai|text-generation-inference|text-embeddings-inference|\bollama\/ollama|llama\.cpp|lmsysorg\/sglang|\/tritonserver)(?![\w-])/im, 'names an image or a resource that serves models, and is not read as a manifest; give Kubernetes or compose YAML, rendered charts, or values with an image'],
];

/** Why a file that no importer recognises was not read, where something can be said. */
export function unreadReason(file: SourceFile): UnreadReason | undefined {
  const { bytes } = file;
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) return { code: 'empty', message: 'is empty; write it, or leave it out', telling: false };
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return { code: 'not-utf-8', message: `is ${wide}, so that nothing in it is recognised; save it as UTF-8`, telling: true };
  const beginning = String.fromCharCode(...bytes.subarray(0, 512));
  const magic = magics.find(({ starts, at }) => starts.some((start) => beginning.startsWith(start, at ?? 0)));
  if (magic !== undefined) return { code: magic.code, message: magic.message, telling: magic.code !== 'key' };
  const head = headOf(file);
  if (/values[^/]*\.ya?ml$/i.test(file.path) && engineWords.test(head.replace(/(^|\s)#.*$/gm, ''))) return { code: 'unread', message: "holds values of a chart that speak of an inference engine, in a form that is not read; give the output of 'helm template'", telling: true };
  const lookalike = lookalikes.find(([pattern, , also]) => pattern.test(head) && also?.test(head) !== false);
  if (lookalike !== undefined) return { code: 'unread', message: lookalike[1], telling: true };
  return bytes.subarray(0, 8_192).includes(0) ? { code: 'binary', message: 'is not text, and nothing in it is recognised; give text, or leave it out', telling: false } : undefined;
}
