import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { decodeText } from '../decode-text.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { inputCaps } from '../input-caps.js';
import { namedModel } from '../named-model.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { subjectOfPath } from '../subject-of-path.js';

/** Reads an Ollama Modelfile: what the model is made from, its adapters, whether it carries a licence text. */
export const modelfileImporter: Importer = {
  id: 'ollama-modelfile',
  title: 'Ollama Modelfile',
  recognises: (file) => /(^|[./_-])modelfile([._-][^/]*)?$/i.test(file.path) && !/\.(md|ya?ml|json)$/i.test(file.path) && /^[ \t]*(from|adapter|parameter|system|template|license)\b/im.test(headOf(file)),
  import: (file, { subject }) => {
    const decoded = decodeText(file.path, file.bytes, inputCaps.bytes);
    if ('problem' in decoded) return importResult(file, 'ollama-modelfile', [], [decoded.problem]);
    const instructions = instructionsOf(decoded.text);
    const document: ParsedDocument = { value: undefined, placeOf: ([line]) => ({ line: Number(line ?? 1), column: 1 }), placeOfKey: ([line]) => ({ line: Number(line ?? 1), column: 1 }) };
    const problems: Problem[] = [];
    const from = instructions.find(({ name }) => name === 'from');
    const base = from === undefined ? undefined : namedModel(from.value, /^(\.|\/|hf:|https?:)|\.(gguf|safetensors|bin)$/i.test(from.value) ? undefined : 'ollama');
    if (base === undefined) {
      problems.push({ file: file.path, line: from?.line ?? 1, column: 1, code: 'no-model', message: "the Modelfile has no FROM that names a model; begin it with 'FROM model'" });
      return importResult(file, 'ollama-modelfile', [], problems);
    }
    const at = [from?.line ?? 1];
    const id = subject ?? modelNameOf(file.path);
    const relation = instructions.some(({ name }) => name === 'adapter') ? 'adapter' : 'unknown';
    const records: InventoryRecord[] = [recordBuilder(document, 'model', base.id, at).state('/source/hub', base.hub, at, 'inferred', 'where Ollama looks a name up').state('/source/repository', base.repository, at).state('/source/revision', base.revision, at).build()];
    if (id !== base.id) {
      const licence = instructions.find(({ name }) => name === 'license');
      records.push(
        recordBuilder(document, 'model', id, at, subject === undefined ? 'inferred' : 'declared').state('/licence/declaredAs', licence?.value.split('\n')[0]?.trim().slice(0, 500), [licence?.line ?? 1]).build(),
        recordBuilder(document, 'lineageEdge', `${id} ${relation} ${base.id}`.slice(0, 600), at).state('/child', id, at).state('/parent', base.id, at).state('/relation', relation, at, relation === 'adapter' ? 'declared' : 'inferred', relation === 'adapter' ? undefined : 'a Modelfile sets prompt and parameters, and says nothing of training').build(),
      );
    }
    for (const { name, value, line } of instructions) {
      const adapter = name === 'adapter' ? namedModel(value) : undefined;
      if (adapter === undefined) continue;
      records.push(recordBuilder(document, 'model', adapter.id, [line]).build(), recordBuilder(document, 'lineageEdge', `${id} adapter ${adapter.id}`.slice(0, 600), [line]).state('/child', id, [line]).state('/parent', adapter.id, [line]).state('/relation', 'adapter', [line]).build());
    }
    return importResult(file, 'ollama-modelfile', records, problems);
  },
};

interface Instruction {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** Instructions with their values; a value in triple quotes runs over lines. */
function instructionsOf(text: string): Instruction[] {
  const found: Instruction[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const match = /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(lines[index] ?? '');
    if (match === null || (lines[index] ?? '').trimStart().startsWith('#')) continue;
    const line = index + 1;
    let value = match[2] ?? '';
    if (value.startsWith('"""')) {
      const closed = (): boolean => value.length > 3 && value.indexOf('"""', 3) !== -1;
      while (!closed() && index + 1 < lines.length) value += `\n${lines[++index] ?? ''}`;
      value = value.slice(3, closed() ? value.indexOf('"""', 3) : undefined);
    }
    found.push({ name: (match[1] ?? '').toLowerCase(), value: value.replace(/^"(.*)"$/, '$1'), line });
  }
  return found;
}

/** A Modelfile has no name inside: it is called after its ending, its beginning or its folder. */
function modelNameOf(path: string): string {
  const file = path.split('/').at(-1) ?? '';
  const beside = /^(.+)\.modelfile$/i.exec(file)?.[1] ?? /^modelfile[._-](.+)$/i.exec(file)?.[1];
  return subjectOfPath(beside ?? path.split('/').at(-2) ?? 'modelfile');
}
