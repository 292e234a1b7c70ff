import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { laterDocuments } from '../later-documents.js';
import { membersOf } from '../members-of.js';
import { namedModel } from '../named-model.js';
import { readYaml } from '../read-yaml.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

/** Reads MLflow `MLmodel` files: identity, task, base model, and whether loading the model unpickles it. */
export const mlmodelImporter: Importer = {
  id: 'mlflow',
  title: 'MLflow MLmodel',
  recognises: (file) => /(^|[/.])MLmodel(\.ya?ml)?$/.test(file.path) && /^\s*["{]?flavors["]?\s*:|:/m.test(headOf(file)),
  import: (file, { subject }) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems = [...found, ...laterDocuments(file.path, documents)];
    const document = documents[0];
    if (document === undefined) return importResult(file, 'mlflow', [], problems.length > 0 ? problems : [{ file: file.path, line: 1, column: 1, code: 'empty', message: "the file is empty; write at least 'flavors'" }]);
    const value = membersOf(document.value);
    const flavors = membersOf(value['flavors']);
    if (Object.keys(flavors).length === 0) return importResult(file, 'mlflow', [], [...problems, { file: file.path, ...document.placeOf(['flavors']), code: 'missing-key', message: "'flavors' is missing, so nothing says how the model is loaded; write the flavors of the model" }]);
    const id = subject ?? recordIdOf(shortText(value['name'] ?? value['model_uuid'] ?? value['model_id']) ?? '') ?? folderOf(file.path);
    const transformers = membersOf(flavors['transformers']);
    const flavor = Object.keys(flavors).find((name) => name !== 'python_function') ?? 'python_function';
    const source = shortText(transformers['source_model_name'] ?? transformers['model_name']);
    const model = recordBuilder(document, 'model', id, [], subject === undefined ? 'inferred' : 'declared')
      .state('/name', shortText(value['name'] ?? value['artifact_path']), [value['name'] === undefined ? 'artifact_path' : 'name'])
      .state('/version', shortText(value['model_uuid']), ['model_uuid'])
      .state('/architecture/type', flavor.slice(0, 100), ['flavors', flavor], 'inferred', 'flavor of MLflow')
      .state('/tasks', shortText(transformers['task'], 100) === undefined ? undefined : [shortText(transformers['task'], 100)], ['flavors', 'transformers', 'task']);
    const pickled = Object.entries(flavors).find(([, settings]) => /pickle/.test(String(membersOf(settings)['serialization_format'] as string)) || membersOf(settings)['pickled_model'] !== undefined);
    const path = shortText(membersOf(pickled?.[1])['pickled_model'] ?? membersOf(flavors['python_function'])['model_path'] ?? membersOf(flavors[flavor])['model'], 1_000);
    const at = ['flavors', pickled?.[0] ?? flavor];
    const bytes = value['model_size_bytes'];
    const weights = path === undefined ? [] : [recordBuilder(document, 'weightArtefact', recordIdOf(`${id}/${path}`) ?? id, at).state('/model', id, at).state('/file', path, at).state('/format', pickled === undefined ? undefined : 'pickle', at).state('/bytes', Number.isSafeInteger(bytes) && (bytes as number) >= 0 ? bytes : undefined, ['model_size_bytes']).state('/unsafeSerialisation', pickled === undefined ? undefined : true, at, 'inferred', 'loading a pickle can run code').build()];
    const parent = source === undefined ? undefined : namedModel(source);
    const place = ['flavors', 'transformers', 'source_model_name'];
    const lineage = parent === undefined || parent.id === id ? [] : [recordBuilder(document, 'lineageEdge', `${id} unknown ${parent.id}`.slice(0, 600), place).state('/child', id, place).state('/parent', parent.id, place).state('/relation', 'unknown', place, 'inferred', 'the source model is named, and not how it was changed').build()];
    return importResult(file, 'mlflow', [model.build(), ...weights, ...lineage], problems);
  },
};

function folderOf(path: string): string {
  const steps = path.split('/');
  return recordIdOf(steps.at(-2) ?? (steps.at(-1) ?? '').replace(/\.?MLmodel.*$/, '')) ?? 'mlflow-model';
}
