import { typeEnvironmentOf } from '../../policy/type-environment-of.js';
import { subjectSchemas } from './subject-schemas.js';

it('gives every variable a bounded type that rules can be checked against', () => {
  const environment = typeEnvironmentOf(subjectSchemas);
  expect(Object.keys(environment)).toEqual(['organisation', 'deployment', 'model', 'flow']);
  expect(environment['flow']).toMatchObject({ kind: 'object', fields: { leavesEea: { type: { kind: 'boolean' }, optional: true }, recipient: { type: { fields: { recorded: { optional: false } } } } } });
  expect(environment['deployment']).toMatchObject({ fields: { model: { type: { fields: { artefacts: { type: { kind: 'list', maxItems: 200 } } } } }, dpia: { type: { fields: { date: { type: { kind: 'timestamp' } } } } } } });
});
