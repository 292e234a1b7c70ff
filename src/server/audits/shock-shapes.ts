import { z } from 'zod';
import { shockForm } from '../../core/shock/shock-form.js';
import { shockResultSchema } from '../../core/shock/shock-result-schema.js';

const example = { kind: 'adequacy-falls' as const, jurisdiction: 'US' };
const digest = 'sha256:54aee20ebc2afc4ac4861dece38d7f305c7da3287e52fb693329464fe9e6dff6';

/** Body of `POST /shocks`: a scenario as `domicile shock` reads it from a file. */
export const shockRequest = shockForm.meta({ id: 'ShockRequest', title: 'Shock', description: 'one change of the world, which happens now', example });

export const shockAnswer = z.strictObject({ ...shockResultSchema.shape, shock: shockForm }).meta({
  id: 'ShockAnswer',
  example: {
    schema: 'domicile/shock-result/1',
    engine: 'domicile/0.1.0',
    asOf: '2026-11-23T12:00:00.000Z',
    shock: { ...example, title: 'the adequacy decision for US falls' },
    digests: { snapshot: digest, facts: digest, factsAfter: digest, packs: { 'transfers@1.0.0': digest } },
    counts: { breaks: 0, undecided: 0, unchanged: 1 },
    blastRadius: [{ criticality: 'critical', breaks: 0, undecided: 0, unchanged: 1, usersPerMonth: { value: 0, unit: 'users/month', kind: 'declared', notStatedFor: 0 } }],
    deployments: [
      {
        id: 'helpdesk',
        name: 'Helpdesk',
        criticality: 'critical',
        usersPerMonth: 200,
        impact: 'unchanged',
        stops: 'no',
        why: 'no prompt of it goes to the US',
        loses: [],
        breaks: [],
        stands: 2,
        mends: [],
        fallback: { state: 'not-recorded', why: 'no fallback is recorded', deployment: null, model: null, testedAt: null, daysWithout: null },
      },
    ],
    elsewhere: [],
    problems: [],
  },
});
