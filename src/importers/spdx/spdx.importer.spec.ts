import { spdxImporter } from './spdx.importer.js';

const info = { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' };
const read = (graph: object[]) => {
  const { fragment, problems } = spdxImporter.import({ path: 's.json', bytes: new TextEncoder().encode(JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph }, null, 1)), sha256: '0'.repeat(64) }, {});
  return { of: (kind: string) => fragment.records.filter((record) => record.kind === kind).map(({ value }) => value), records: fragment.records, problems };
};
const ai = (id: string, rest: object = {}) => ({ type: 'ai_AIPackage', spdxId: id, name: id, ...rest });
const relation = (from: string, relationshipType: string, to: string) => ({ type: 'Relationship', spdxId: `${from}-${relationshipType}-${to}`, from, relationshipType, to: [to] });

describe('spdxImporter', () => {
  it('reads licence, data sets, digests and parents through the relationships of the graph', () => {
    const { of, records } = read([
      info,
      ai('m', { verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'a'.repeat(64) }] }),
      ai('base'),
      { type: 'dataset_DatasetPackage', spdxId: 'd', name: 'Tickets' },
      { type: 'simplelicensing_LicenseExpression', spdxId: 'l', simplelicensing_licenseExpression: 'Apache-2.0' },
      relation('m', 'hasConcludedLicense', 'l'),
      relation('m', 'trainedOn', 'd'),
      relation('m', 'descendantOf', 'base'),
    ]);
    expect(of('model')[0]).toEqual({ id: 'm', name: 'm', licence: { declaredAs: 'Apache-2.0', expression: 'Apache-2.0' }, datasets: ['Tickets'] });
    expect(records[0]?.origins['/licence/expression']).toMatchObject({ confidence: 'inferred' });
    expect(of('weightArtefact')).toEqual([{ id: `sha256:${'a'.repeat(64)}`, model: 'm', publisherSha256: 'a'.repeat(64) }]);
    expect(of('lineageEdge')).toEqual([expect.objectContaining({ child: 'm', parent: 'base' })]);
  });

  it('warns of an element that stands twice and reads the first, survives cycles, and refuses a document without a version', () => {
    expect(read([info, ai('m'), ai('m', { name: 'other' }), relation('m', 'descendantOf', 'm')]).problems).toEqual([expect.objectContaining({ code: 'duplicate-id', level: 'warning' })]);
    expect(read([ai('m')])).toMatchObject({ records: [], problems: [{ code: 'missing-key' }] });
    expect(read([info, { type: 'dataset_DatasetPackage', spdxId: 'd' }]).problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
  });
});
