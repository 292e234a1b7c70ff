import { fideslangImporter } from './fideslang.importer.js';

const read = (text: string) => {
  const { fragment, problems } = fideslangImporter.import({ path: 'f.yml', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) }, {});
  return { values: fragment.records.map(({ value }) => value), records: fragment.records, problems };
};

describe('fideslangImporter', () => {
  it('makes a flow of each declaration and recipient, with categories and subjects', () => {
    const { values } = read('system:\n  - fides_key: crm\n    egress: [{ fides_key: llm, type: system }]\n    privacy_declarations:\n      - { name: Support, data_categories: [user.contact], data_subjects: [customer] }\n');
    expect(values).toEqual([{ id: 'crm/Support-llm', deployment: 'crm', from: 'crm', to: 'llm', via: 'Support', subjects: ['customer'], categories: ['user.contact'] }]);
  });

  it('takes the categories of the data sets a declaration refers to, as an inference', () => {
    const { records } = read('dataset:\n  - fides_key: d\n    collections: [{ name: c, fields: [{ name: f, fields: [{ data_categories: [user.name] }] }] }]\nsystem:\n  - fides_key: s\n    privacy_declarations: [{ name: P, dataset_references: [d] }]\n');
    expect(records[1]?.value).toMatchObject({ id: 's/P', categories: ['user.name'] });
    expect(records[1]?.origins['/categories']).toMatchObject({ confidence: 'inferred' });
  });

  it('reports entries without a key, systems without declarations and manifests without flows', () => {
    expect(read('system:\n  - name: x\n').problems).toEqual([expect.objectContaining({ code: 'missing-key', line: 2 })]);
    expect(read('system:\n  - fides_key: x\n').problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
    expect(read('policy:\n  - fides_key: x\n').problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
  });
});
