import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packJsonSchema } from './pack-json-schema.js';

const rule = { id: 'R-1', title: 'T', severity: 'high', subject: 'deployment', controls: ['C'], rationale: 'r', check: 'deployment.live', message: 'm', remediation: 'm' };
const pack = { apiVersion: 'domicile/v1', kind: 'PolicyPack', metadata: { id: 'base', title: 'T', version: '1.0.0', owner: 'o', inventorySchema: 'domicile/inventory/1' }, rules: [rule] };

describe('packJsonSchema', () => {
  it.each(['pack', 'overlay'] as const)('is published as policies/%s.schema.json; npm run build renews it', (kind) => {
    expect(JSON.parse(readFileSync(`policies/${kind}.schema.json`, 'utf8'))).toEqual(packJsonSchema(kind));
  });

  it('takes a pack and refuses a misspelt key', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(packJsonSchema('pack'));
    expect(validate(pack)).toBe(true);
    expect(validate({ ...pack, rules: [{ ...rule, filters: [] }] })).toBe(false);
  });
});
