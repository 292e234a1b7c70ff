import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { auditResultSchema, type SchemaCoversResult } from '../src/core/audit/audit-result-schema.js';
import { audit } from '../src/core/audit/audit.js';
import { defaultGate } from '../src/core/audit/gate.js';
import { waiver } from '../src/core/finding/waiver.js';
import { assembleSnapshot } from '../src/core/inventory/assemble-snapshot.js';
import { reportAbout } from '../src/core/report/report-about.js';
import { reportRequest } from '../src/core/report/report-request.js';
import { shockResultSchema } from '../src/core/shock/shock-result-schema.js';
import { shock } from '../src/core/shock/shock.js';
import { sovereigntyResultSchema } from '../src/core/sovereignty/sovereignty-result-schema.js';
import { manifestSchema } from '../src/importers/domicile-yaml/manifest-schema.js';
import { auditStatementSchema } from '../src/cli/audit-statement-schema.js';
import { inventorySchema } from '../src/cli/inventory-schema.js';
import { reportVerification } from '../src/signing/report-verification.js';
import { weightsJson } from '../src/weights/weights-json.js';
import { exampleFragments } from './factories/example-fragments.js';
import { rulebook } from './factories/rulebook.js';

const published = {
  domicile: z.toJSONSchema(manifestSchema, { io: 'input', reused: 'ref' }),
  waiver: z.toJSONSchema(waiver, { io: 'input' }),
  'audit-statement': z.toJSONSchema(auditStatementSchema, { reused: 'ref' }),
  'audit-result': z.toJSONSchema(auditResultSchema, { reused: 'ref' }),
  inventory: z.toJSONSchema(inventorySchema, { reused: 'ref' }),
  shock: z.toJSONSchema(shock, { io: 'input' }),
  'shock-result': z.toJSONSchema(shockResultSchema, { reused: 'ref' }),
  'sovereignty-result': z.toJSONSchema(sovereigntyResultSchema, { reused: 'ref' }),
  'report-about': z.toJSONSchema(reportAbout, { io: 'input' }),
  'report-request': z.toJSONSchema(reportRequest, { io: 'input', reused: 'ref' }),
  'report-verification': z.toJSONSchema(reportVerification),
  'weights-report': z.toJSONSchema(weightsJson, { reused: 'ref' }),
};

const validatorOf = (name: keyof typeof published) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(`policies/schemas/${name}.schema.json`, 'utf8')) as object);
};

/** `DOMICILE_ACCEPT=1` writes the files anew; the difference is reviewed like code. */
it.each(Object.entries(published))('policies/schemas/%s.schema.json is what the program goes by', (name, schema) => {
  const path = `policies/schemas/${name}.schema.json`;
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['DOMICILE_ACCEPT'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('domicile.schema.json accepts the example and points at a slip of the keyboard', () => {
  const validate = validatorOf('domicile');
  const text = readFileSync('examples/nordlicht/domicile.yaml', 'utf8');
  validate(parse(text));
  expect(validate.errors).toBeNull();
  expect(validate(parse(text.replace('criticality:', 'critcality:')))).toBe(false);
});

it('report-about.schema.json accepts what the example says of its report', () => {
  const validate = validatorOf('report-about');
  const text = readFileSync('examples/nordlicht/report/about.yaml', 'utf8');
  validate(parse(text));
  expect(validate.errors).toBeNull();
  expect(validate(parse(text.replace('#0B5C8A', 'blue')))).toBe(false);
});

it('audit-result.schema.json accepts the audit of the example, by the same packs as the command line', async () => {
  const covers: SchemaCoversResult = true;
  expect(covers).toBe(true);
  const validate = validatorOf('audit-result');
  const rules = await rulebook();
  const result = audit({ ...rules, snapshot: assembleSnapshot(await exampleFragments(), '2026-11-23T00:00:00.000Z'), waivers: [], gate: defaultGate, problems: [] });
  validate(JSON.parse(JSON.stringify(result)));
  expect(validate.errors).toBeNull();
  expect(validate({ ...result, conclusion: 'certified' })).toBe(false);
});
