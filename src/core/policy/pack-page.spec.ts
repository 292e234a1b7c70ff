import { subjectSchemas } from '../exposure/view/subject-schemas.js';
import { type Control } from '../reference/control.js';
import { compilePack } from './compile-pack.js';
import { packPage } from './pack-page.js';
import { typeEnvironmentOf } from './type-environment-of.js';

const document = {
  apiVersion: 'domicile/v1',
  kind: 'PolicyPack',
  metadata: { id: 'ours', title: 'Our <b>rules</b>', version: '1.0.0', owner: 'us', inventorySchema: 'domicile/inventory/1' },
  fixtures: { live: { deployment: { id: 'd', environment: 'production' } } },
  rules: [
    {
      id: 'OUR-01',
      title: 'It is | in production',
      severity: [{ is: 'low' }, { from: '2027-01-01', is: 'high' }],
      subject: 'deployment',
      controls: ['GDPR-5'],
      rationale: 'Because.',
      check: "deployment.environment == 'production'",
      onMissing: 'fail',
      message: 'no',
      remediation: 'Do it.',
      tests: [{ name: 'there', fixture: 'live', expect: 'pass' }, { name: 'not there', fixture: 'live', patch: { deployment: { environment: 'test' } }, expect: 'fail' }],
    },
  ],
};

const control = { id: 'GDPR-5', framework: 'GDPR', requirement: 'Lawful.', appliesTo: ['all'], application: [{ scope: 'all', appliesFrom: '2018-05-25', knownFrom: '2016-05-24' }], status: 'in-force', sources: [{ title: 'GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }], asOf: '2026-11-23', confidence: 'known-but-unverified' } as Control;

it('the page of a pack shows each rule with severity, control, source, silence and tests, and takes nothing for markup', () => {
  const compiled = compilePack(document, { environment: typeEnvironmentOf(subjectSchemas), controls: new Set(['GDPR-5']), positions: () => ({ file: 'pack.yaml', line: 1, column: 1 }), overlays: [] });
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems));
  const page = packPage(compiled.pack, compiled.tests, new Map([['GDPR-5', control]]));
  expect(page).toContain('# Our \\<b\\>rules\\</b\\>');
  expect(page).toContain('| [OUR-01](#our-01) | low, high from 2027-01-01 | deployment | It is \\| in production |');
  expect(page).toContain('- **GDPR-5** (GDPR, from 2018-05-25) Lawful. (text not verified) [GDPR](https://eur-lex.europa.eu/eli/reg/2016/679/oj) (known-but-unverified, as of 2026-11-23)');
  expect(page).toContain('What is not recorded counts as a fail.');
  expect(page).toContain('| pass | there | live |  |\n| fail | not there | live | `{"deployment":{"environment":"test"}}` |\n');
  expect(page).toContain('Facts it needs:\n\n- `deployment.environment`: one of production, staging, development, test\n');
  expect(page).toContain('No rule of this pack can be waived.');
});
