import { z } from 'zod';
import { bomParts } from './bom-parts.js';
import { componentSchema } from './component-schema.js';

const { name, reference, moment, list, properties, contact, organisation, hash, licenceChoice, externalReference, governance } = bomParts;

const serviceData = z.strictObject({ flow: z.enum(['inbound', 'outbound', 'bi-directional', 'unknown']), classification: name, name: name.optional(), description: name.optional(), governance, source: list(name), destination: list(name) });

/** A service of a CycloneDX document, with the services inside it. */
const service = z.strictObject({
  'bom-ref': reference.optional(),
  provider: organisation.optional(),
  group: name.optional(),
  name,
  version: name.optional(),
  description: name.optional(),
  endpoints: list(name),
  authenticated: z.boolean().optional(),
  'x-trust-boundary': z.boolean().optional(),
  trustZone: name.optional(),
  data: list(serviceData),
  licenses: list(licenceChoice),
  patentAssertions: z.unknown().optional(),
  externalReferences: list(externalReference),
  get services() {
    return z.array(service).max(50_000).optional();
  },
  releaseNotes: z.unknown().optional(),
  properties,
  tags: list(name),
  signature: z.unknown().optional(),
});
export type BomService = z.infer<typeof service>;

const oldTool = z.strictObject({ vendor: name.optional(), name: name.optional(), version: name.optional(), hashes: list(hash), externalReferences: list(externalReference) });
const lifecycle = z.strictObject({ phase: z.enum(['design', 'pre-build', 'build', 'post-build', 'operations', 'discovery', 'decommission']).optional(), name: name.optional(), description: name.optional() });

const metadata = z.strictObject({
  timestamp: moment.optional(),
  lifecycles: list(lifecycle),
  tools: z.union([z.strictObject({ components: list(componentSchema), services: list(service) }), z.array(oldTool).max(10_000)]).optional(),
  manufacturer: organisation.optional(),
  authors: list(contact),
  component: componentSchema.optional(),
  manufacture: organisation.optional(),
  supplier: organisation.optional(),
  licenses: list(licenceChoice),
  properties,
  distributionConstraints: z.strictObject({ tlp: z.enum(['CLEAR', 'GREEN', 'AMBER', 'AMBER_AND_STRICT', 'RED']).optional() }).optional(),
});

const citation = z
  .looseObject({ timestamp: moment })
  .superRefine((entry, context) => {
    if (('pointers' in entry) === ('expressions' in entry)) context.addIssue({ code: 'custom', message: 'a citation has either pointers or expressions; write exactly one of them' });
    if (!('attributedTo' in entry) && !('process' in entry)) context.addIssue({ code: 'custom', message: 'a citation names nobody; write attributedTo or process' });
  });

/** CycloneDX 1.2 to 1.7 in JSON: what the audit reads is checked in full, sections it does not read only for their place. */
export const bomSchema = z.strictObject({
  $schema: name.optional(),
  bomFormat: z.enum(['CycloneDX']),
  specVersion: z.enum(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7']),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'no UUID as a URN; write urn:uuid: and a UUID in lower case').optional(),
  version: z.number().int().min(1).optional(),
  metadata: metadata.optional(),
  components: list(componentSchema),
  services: list(service),
  externalReferences: list(externalReference),
  dependencies: list(z.strictObject({ ref: reference, dependsOn: list(reference), provides: list(reference), extensions: z.unknown().optional() })),
  compositions: z.unknown().optional(),
  vulnerabilities: z.unknown().optional(),
  annotations: z.unknown().optional(),
  formulation: z.unknown().optional(),
  declarations: z.unknown().optional(),
  definitions: z.unknown().optional(),
  citations: list(citation),
  properties,
  signature: z.unknown().optional(),
});
export type Bom = z.infer<typeof bomSchema>;
