import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { costCase } from '../../src/core/decision/cost/cost-case.js';
import { costReport } from '../../src/core/decision/cost/cost-report.js';
import { decideCase } from '../../src/core/decision/record/decide-case.js';
import { decisionInputs } from '../../src/core/decision/record/decision-inputs.js';
import { decisionRecord } from '../../src/core/decision/record/decision-record.js';

const published = {
  'cost-case': z.toJSONSchema(costCase, { io: 'input', reused: 'ref' }),
  'decide-case': z.toJSONSchema(decideCase, { io: 'input', reused: 'ref' }),
  'cost-result': z.toJSONSchema(costReport, { reused: 'ref' }),
  'decision-inputs': z.toJSONSchema(decisionInputs, { reused: 'ref' }),
  'decision-record': z.toJSONSchema(decisionRecord, { reused: 'ref' }),
};

/** `DOMICILE_ACCEPT=1` writes the files anew; the difference is reviewed like code. */
it.each(Object.entries(published))('policies/schemas/%s.schema.json is what the program checks by', (name, schema) => {
  const path = `policies/schemas/${name}.schema.json`;
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['DOMICILE_ACCEPT'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it.each([
  ['cost-case', 'cost-assistant'],
  ['decide-case', 'open-wins'],
  ['decide-case', 'closed-wins'],
  ['decide-case', 'contested'],
  ['decide-case', 'none-admissible'],
])('%s.schema.json accepts %s and refuses it without its unit', (name, example) => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(readFileSync(`policies/schemas/${name}.schema.json`, 'utf8')) as object);
  const text = readFileSync(`examples/decisions/${example}.yaml`, 'utf8');
  validate(parse(text));
  expect(validate.errors).toBeNull();
  expect(validate(parse(text.replace(/unit: [^,]+, /, '')))).toBe(false);
});
