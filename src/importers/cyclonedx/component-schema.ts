import { z } from 'zod';
import { bomParts } from './bom-parts.js';
import { componentDataSchema, modelCardSchema } from './model-card-schema.js';

const { name, reference, moment, list, properties, contact, organisation, hash, attachment, licenceChoice, externalReference } = bomParts;

const actor = z.strictObject({ timestamp: moment.optional(), name: name.optional(), email: name.optional() }).optional();
const issue = z.strictObject({ type: z.enum(['defect', 'enhancement', 'security']), id: name.optional(), name: name.optional(), description: name.optional(), source: z.strictObject({ name: name.optional(), url: name.optional() }).optional(), references: list(name) });
const patch = z.strictObject({ type: z.enum(['unofficial', 'monkey', 'backport', 'cherry-pick']), diff: z.strictObject({ text: attachment.optional(), url: name.optional() }).optional(), resolves: list(issue) });
const commit = z.strictObject({ uid: name.optional(), url: name.optional(), author: actor, committer: actor, message: name.optional() });
const softwareIdentification = z.strictObject({ tagId: name, name, version: name.optional(), tagVersion: z.number().int().optional(), patch: z.boolean().optional(), text: attachment.optional(), url: name.optional() });

/** A component of a CycloneDX document, with the components inside it. */
export const componentSchema = z
  .strictObject({
    type: z.enum(['application', 'framework', 'library', 'container', 'platform', 'operating-system', 'device', 'device-driver', 'firmware', 'file', 'machine-learning-model', 'data', 'cryptographic-asset']),
    'mime-type': z.string().regex(/^[-+a-z0-9.]+\/[-+a-z0-9.]+$/, 'no media type; write one such as text/plain').optional(),
    'bom-ref': reference.optional(),
    supplier: organisation.optional(),
    manufacturer: organisation.optional(),
    authors: list(contact),
    author: name.optional(),
    publisher: name.optional(),
    group: name.optional(),
    name,
    version: name.optional(),
    versionRange: name.optional(),
    isExternal: z.boolean().optional(),
    description: name.optional(),
    scope: z.enum(['required', 'optional', 'excluded']).optional(),
    hashes: list(hash),
    licenses: list(licenceChoice),
    copyright: name.optional(),
    patentAssertions: z.unknown().optional(),
    cpe: name.optional(),
    purl: name.optional(),
    omniborId: list(name),
    swhid: list(name),
    swid: softwareIdentification.optional(),
    modified: z.boolean().optional(),
    get pedigree() {
      return z.strictObject({ ancestors: z.array(componentSchema).optional(), descendants: z.array(componentSchema).optional(), variants: z.array(componentSchema).optional(), commits: list(commit), patches: list(patch), notes: name.optional() }).optional();
    },
    externalReferences: list(externalReference),
    get components() {
      return z.array(componentSchema).max(200_000).optional();
    },
    evidence: z.unknown().optional(),
    releaseNotes: z.unknown().optional(),
    modelCard: modelCardSchema.optional(),
    data: list(componentDataSchema),
    cryptoProperties: z.unknown().optional(),
    properties,
    tags: list(name),
    signature: z.unknown().optional(),
  })
  .superRefine(({ version, versionRange, isExternal }, context) => {
    if (version !== undefined && versionRange !== undefined) context.addIssue({ code: 'custom', message: 'a component has both version and versionRange; keep one' });
    if (versionRange !== undefined && isExternal !== true) context.addIssue({ code: 'custom', message: 'a component with versionRange is not marked as external; write isExternal true, or a version' });
  });
export type BomComponent = z.infer<typeof componentSchema>;
