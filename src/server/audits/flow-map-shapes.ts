import { z } from 'zod';

const tone = z.enum(['home', 'away', 'open']).describe('home: inside the EEA; away: outside; open: nobody can tell');
const example = {
  revision: 12,
  asOf: '2026-11-23T12:00:00.000Z',
  flows: [{ id: 'chat-prompts', deployment: 'helpdesk', from: 'Helpdesk', to: 'azure', recipient: 'Microsoft Azure', stage: 'prompt', personalData: true, specialCategories: null, mechanism: 'dpf', places: [{ country: 'US', acts: ['processing' as const] }], parentCountry: null, tone: 'away' as const }],
  countries: [{ country: 'US', tone: 'away' as const }],
};

/** Answer of `GET /register/flow-map`. */
export const flowMapView = z
  .object({
    revision: z.int(),
    asOf: z.iso.datetime(),
    flows: z.array(
      z.object({
        id: z.string(),
        deployment: z.string().nullable(),
        from: z.string(),
        to: z.string().nullable(),
        recipient: z.string(),
        stage: z.string().nullable(),
        personalData: z.boolean().nullable(),
        specialCategories: z.boolean().nullable(),
        mechanism: z.string().nullable(),
        places: z.array(z.object({ country: z.string(), acts: z.array(z.enum(['processing', 'storage', 'access'])) })).describe('empty where nobody says'),
        parentCountry: z.string().nullable().describe('of the ultimate parent of the recipient, where it is none of the places'),
        tone,
      }),
    ),
    countries: z.array(z.object({ country: z.string(), tone })),
  })
  .meta({ id: 'FlowMap', example });

export type FlowMapView = z.output<typeof flowMapView>;
