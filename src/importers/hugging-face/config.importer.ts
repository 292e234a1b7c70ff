import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { type Importer, type ImportResult } from '../importer.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { subjectOfPath } from '../subject-of-path.js';
import { architectureFields } from './architecture-fields.js';

/** Reads the `config.json` of a transformers model: its shape, its data type, whether it brings code of its own. */
export const configImporter: Importer = {
  id: 'hugging-face-config',
  title: 'Hugging Face config.json',
  recognises: (file) => /(^|[./_-])config\.json$/i.test(file.path) && /"(model_type|architectures)"\s*:/.test(headOf(file)),
  import: (file, { subject }) => {
    const result = (records: readonly InventoryRecord[], problems: readonly Problem[]): ImportResult => ({ fragment: { source: { path: file.path, sha256: file.sha256, importer: 'hugging-face-config' }, records }, problems });
    const { document, problems } = readJson(file.path, file.bytes);
    if (document === undefined) return result([], problems);
    const config = document.value as Readonly<Record<string, unknown>>;
    if (typeof config !== 'object' || config === null || Array.isArray(config)) return result([], [{ file: file.path, line: 1, column: 1, code: 'wrong-type', message: 'config.json is not an object; give the file as the hub serves it' }]);
    const model = recordBuilder(document, 'model', subject ?? subjectOfPath(file.path), [], subject === undefined ? 'inferred' : 'declared');
    const found: Problem[] = [];
    for (const { pointer, keys, accepts, expected, group, switch: onOff } of architectureFields) {
      const path = group === undefined ? undefined : group.find((name) => typeof config[name] === 'object' && config[name] !== null);
      const holder = path === undefined ? config : (config[path] as Readonly<Record<string, unknown>>);
      const key = keys.find((name) => Object.hasOwn(holder, name) && holder[name] !== null);
      if (key === undefined || (onOff !== undefined && holder[onOff] === false)) continue;
      const at = path === undefined ? [key] : [path, key];
      if (accepts(holder[key])) model.state(pointer, holder[key], at);
      else found.push({ file: file.path, ...document.placeOf(at), code: 'invalid-value', message: `'${at.join('.')}' is ${JSON.stringify(holder[key])?.slice(0, 60) ?? 'absent'}; write ${expected}` });
    }
    if (typeof config['auto_map'] === 'object' && config['auto_map'] !== null) model.state('/remoteCode', true, ['auto_map'], 'inferred', 'auto_map names code of the repository');
    else if (typeof config['model_type'] === 'string') model.state('/remoteCode', false, ['model_type'], 'inferred', 'no auto_map: the configuration names no code of its own');
    if (!model.hasFacts() && found.length === 0) found.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'config.json states no shape that is known; give the config.json of a transformers model' });
    return result(model.hasFacts() ? [model.build()] : [], found);
  },
};
