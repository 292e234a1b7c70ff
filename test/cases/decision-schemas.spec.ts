import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { costCase } from '../../src/core/decision/cost/cost-case.js';
import { decideCase } from '../../src/core/decision/record/decide-case.js';

const published = { 'cost-case': z.toJSONSchema(costCase, { io: 'input', reused: 'ref' }), 'decide-case': z.toJSONSchema(decideCase, { io: 'input', reused: 'ref' }) };

/** `DOMICILE_ACCEPT=1` writes the files anew; the difference is reviewed like code. */
it.each(Object.entries(published))('policies/schemas/%s.schema.json is what the program checks by', (name, schema) => {
  const path = `policies/schemas/${name}.schema.json`;
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['DOMICILE_ACCEPT'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});
