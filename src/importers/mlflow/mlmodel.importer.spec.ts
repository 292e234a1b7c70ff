import { mlmodelImporter } from './mlmodel.importer.js';

const read = (text: string) => mlmodelImporter.import({ path: 'claims/MLmodel', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) }, {});

describe('mlmodelImporter', () => {
  it('reads that loading the model unpickles it', () => {
    const { fragment } = read('artifact_path: model\nflavors:\n  python_function: { model_path: model.pkl }\n  sklearn: { pickled_model: model.pkl, serialization_format: cloudpickle }\nmodel_size_bytes: 878\n');
    expect(fragment.records.map(({ value }) => value)).toEqual([
      { id: 'claims', name: 'model', architecture: { type: 'sklearn' } },
      { id: 'claims/model.pkl', model: 'claims', file: 'model.pkl', format: 'pickle', bytes: 878, unsafeSerialisation: true },
    ]);
  });

  it('names the source of a transformers model as its parent', () => {
    expect(read('flavors:\n  transformers: { source_model_name: org/base, task: text-generation }\n').fragment.records[1]?.value).toMatchObject({ child: 'claims', parent: 'org/base', relation: 'unknown' });
  });

  it('refuses a file without flavors', () => {
    expect(read('run_id: x\n').problems).toEqual([expect.objectContaining({ code: 'missing-key', line: 1 })]);
  });
});
