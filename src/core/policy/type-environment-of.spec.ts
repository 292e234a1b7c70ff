import { z } from 'zod';
import { typeEnvironmentOf } from './type-environment-of.js';

describe('typeEnvironmentOf', () => {
  it('reads the types that rules know', () => {
    const schema = z.strictObject({
      id: z.string().max(10),
      kind: z.enum(['a', 'b']),
      level: z.union([z.literal('x'), z.literal('y')]).nullable(),
      count: z.number().int().optional(),
      flag: z.boolean().default(false),
      on: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
      secret: z.string().max(5).optional().meta({ sensitive: true }),
      tags: z.array(z.string().max(5)).max(3).optional(),
      inner: z.strictObject({ name: z.string().length(4) }).readonly(),
      key: z.uuid(),
    });
    const environment = typeEnvironmentOf({ thing: schema });
    expect(JSON.parse(JSON.stringify(environment))).toEqual(environment);
    const plain = { optional: false, sensitive: false };
    expect(environment['thing']).toEqual({
      kind: 'object',
      fields: {
        id: { ...plain, type: { kind: 'string' } },
        kind: { ...plain, type: { kind: 'string', values: ['a', 'b'] } },
        level: { ...plain, optional: true, type: { kind: 'string', values: ['x', 'y'] } },
        count: { ...plain, optional: true, type: { kind: 'number' } },
        flag: { ...plain, type: { kind: 'boolean' } },
        on: { ...plain, optional: true, type: { kind: 'timestamp' } },
        secret: { optional: true, sensitive: true, type: { kind: 'string' } },
        tags: { ...plain, optional: true, type: { kind: 'list', of: { kind: 'string' }, maxItems: 3 } },
        inner: { ...plain, type: { kind: 'object', fields: { name: { ...plain, type: { kind: 'string' } } } } },
        key: { ...plain, type: { kind: 'string' } },
      },
    });
  });

  it.each([
    ['a string without end', z.string(), /thing.it: a string needs a maximum length; write .max\(n\)/],
    ['an address without end', z.url(), /maximum length/],
    ['a list without end', z.array(z.number()), /thing.it: a list needs a maximum; write .max\(n\)/],
    ['a list of lists', z.array(z.array(z.number()).max(2)).max(2), /list of lists/],
    ['a record', z.record(z.string().max(3), z.number()), /cannot read a schema of type record/],
    ['a union of types', z.union([z.number(), z.boolean()]), /union of number and boolean; give the field one type/],
  ])('refuses %s', (_, it, message) => {
    expect(() => typeEnvironmentOf({ thing: z.strictObject({ it }) })).toThrow(message);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('refuses a field named %s', (name) => {
    expect(() => typeEnvironmentOf({ thing: z.strictObject({ [name]: z.number() }) })).toThrow(/rename it/);
  });
});
