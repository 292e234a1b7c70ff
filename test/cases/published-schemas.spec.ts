import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { opennessResult } from '../../src/core/decision/openness/openness-result.js';
import { sizeCase } from '../../src/core/decision/sizing/size-case.js';
import { sizeResult } from '../../src/core/decision/sizing/size-result.js';

/** JSON Schemas that are published beside the policies, and the zod schemas they come from. */
const published = {
  'size-case': z.toJSONSchema(sizeCase, { io: 'input' }),
  'size-result': z.toJSONSchema(sizeResult),
  'openness-result': z.toJSONSchema(z.array(opennessResult)),
};

it.each(Object.entries(published))('policies/schemas/%s.schema.json is what the program checks by', (name, schema) => {
  expect(JSON.parse(readFileSync(`policies/schemas/${name}.schema.json`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});
