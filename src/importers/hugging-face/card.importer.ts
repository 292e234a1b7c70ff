import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { decodeText } from '../decode-text.js';
import { headOf } from '../head-of.js';
import { type Importer, type ImportResult } from '../importer.js';
import { inputCaps } from '../input-caps.js';
import { parseYaml } from '../read-yaml.js';
import { subjectOfPath } from '../subject-of-path.js';
import { cardRecords } from './card-records.js';
import { frontMatter } from './front-matter.js';

const cardKey = /^(license|license_name|base_model|base_model_relation|library_name|pipeline_tag|model-index|model_creator|model_name|datasets|language|tags|inference|widget|extra_gated_prompt)\s*:/m;

/** Reads the front matter of a Hugging Face model card. */
export const cardImporter: Importer = {
  id: 'hugging-face-card',
  title: 'Hugging Face model card',
  recognises: (file) => /\.md$/i.test(file.path) && (/model_?card\.md$/i.test(file.path) || looksLikeCard(file)),
  import: (file, { subject }) => {
    const result = (records: readonly InventoryRecord[], problems: readonly Problem[]): ImportResult => ({ fragment: { source: { path: file.path, sha256: file.sha256, importer: 'hugging-face-card' }, records }, problems });
    const decoded = decodeText(file.path, file.bytes, inputCaps.bytes);
    if ('problem' in decoded) return result([], [decoded.problem]);
    const matter = frontMatter(decoded.text);
    if (matter === undefined) return result([], [problem(file, 1, 'no-front-matter', "the card has no front matter, so it states nothing a machine can read; begin it with '---', 'license: …' and '---'")]);
    if (!matter.closed) return result([], [problem(file, 1, 'front-matter-open', "the front matter never ends; close it with a line '---'")]);
    const { documents, problems } = parseYaml(file.path, matter.yaml, 1);
    const document = documents[0];
    if (document === undefined) return result([], problems.length > 0 ? problems : [problem(file, 1, 'empty', "the front matter is empty; write at least 'license: …'")]);
    if (typeof document.value !== 'object' || document.value === null || Array.isArray(document.value)) return result([], [problem(file, 2, 'wrong-type', "the front matter is not a mapping; write 'key: value' lines")]);
    const read = cardRecords(file.path, document, subject ?? subjectOfPath(file.path), subject !== undefined);
    return result(read.records, [...problems, ...read.problems]);
  },
};

function problem(file: SourceFile, line: number, code: string, message: string): Problem {
  return { file: file.path, line, column: 1, code, message };
}

function looksLikeCard(file: SourceFile): boolean {
  const head = headOf(file, 65_536);
  const matter = frontMatter(head);
  return matter !== undefined && cardKey.test(matter.yaml);
}
