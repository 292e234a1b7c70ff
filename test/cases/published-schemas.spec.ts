import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { opennessResult } from '../../src/core/decision/openness/openness-result.js';
import { opennessRules } from '../../src/core/decision/openness/openness-rules.js';
import { sizeCase } from '../../src/core/decision/sizing/size-case.js';
import { sizeResult } from '../../src/core/decision/sizing/size-result.js';
import { sizingAssumptions } from '../../src/core/decision/sizing/sizing-assumptions.js';
import { weightFormatsFile } from '../../src/core/decision/sizing/weight-format.js';

/** JSON Schemas that are published below `policies/`, and the zod schemas they come from. */
const published = {
  'schemas/size-case': z.toJSONSchema(sizeCase, { io: 'input' }),
  'schemas/size-result': z.toJSONSchema(sizeResult),
  'schemas/openness-result': z.toJSONSchema(z.array(opennessResult)),
  'reference/mof/components': z.toJSONSchema(opennessRules.shape.components, { io: 'input' }),
  'reference/mof/licences': z.toJSONSchema(opennessRules.shape.licences, { io: 'input' }),
  'reference/sizing/weight-formats': z.toJSONSchema(weightFormatsFile, { io: 'input' }),
  'reference/sizing/assumptions': z.toJSONSchema(sizingAssumptions, { io: 'input' }),
};

it.each(Object.entries(published))('policies/%s.schema.json is what the program checks by', (name, schema) => {
  expect(JSON.parse(readFileSync(`policies/${name}.schema.json`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

it.each(Object.keys(published).filter((name) => name.startsWith('reference/')))('policies/%s.yaml names its schema', (name) => {
  expect(readFileSync(`policies/${name}.yaml`, 'utf8')).toContain(`# yaml-language-server: $schema=./${name.split('/').at(-1)}.schema.json\n`);
});
