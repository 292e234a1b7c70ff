import { z } from 'zod';
import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';

/** Parts that several sections of a CycloneDX document share, as the specification has them (versions 1.2 to 1.7 together). */
const name = z.string().max(10_000);
const reference = z.string().min(1, 'a reference is empty; write one that is unique in the document').max(10_000);
const moment = z.iso.datetime({ offset: true, error: 'no date and time; write one such as 2026-01-31T12:00:00Z' });
const list = <T extends z.ZodType>(element: T) => z.array(element).max(200_000).optional();

const property = z.strictObject({ name, value: z.string().optional() });
const properties = list(property);

const contact = z.strictObject({ 'bom-ref': reference.optional(), name: name.optional(), email: name.optional(), phone: name.optional() });
const address = z.strictObject({ 'bom-ref': reference.optional(), country: name.optional(), region: name.optional(), locality: name.optional(), postOfficeBoxNumber: name.optional(), postalCode: name.optional(), streetAddress: name.optional() });
const organisation = z.strictObject({ 'bom-ref': reference.optional(), name: name.optional(), address: address.optional(), url: list(name), contact: list(contact) });

const digestLengths: Readonly<Record<string, readonly number[]>> = {
  MD5: [32], 'SHA-1': [40], 'SHA-256': [64], 'SHA-384': [96], 'SHA-512': [128], 'SHA3-256': [64], 'SHA3-384': [96], 'SHA3-512': [128], 'BLAKE2b-256': [64], 'BLAKE2b-384': [96], 'BLAKE2b-512': [128], BLAKE3: [32, 40, 64, 96, 128], 'Streebog-256': [64], 'Streebog-512': [128],
};
const hash = z.strictObject({
  alg: z.enum(Object.keys(digestLengths) as [string, ...string[]]),
  content: z.string().regex(/^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$/, 'no digest; write it in hexadecimal digits'),
});

const attachment = z.strictObject({ contentType: name.optional(), encoding: z.enum(['base64']).optional(), content: z.string() });
const acknowledgement = z.enum(['declared', 'concluded']).optional();
const licence = z
  .strictObject({
    'bom-ref': reference.optional(),
    id: z.string().max(200).refine((id) => spdxIdOf(id) === id || /exception/i.test(id), 'no SPDX licence id; write one of the SPDX list, or give the licence as name').optional(),
    name: name.optional(),
    acknowledgement,
    text: attachment.optional(),
    url: name.optional(),
    licensing: z.unknown().optional(),
    properties,
  })
  .superRefine(({ id, name: called }, context) => {
    if (id === undefined && called === undefined) context.addIssue({ code: 'custom', message: 'a licence has neither id nor name; write one of them' });
    if (id !== undefined && called !== undefined) context.addIssue({ code: 'custom', message: 'a licence has both id and name; keep the id where it is of the SPDX list, else the name' });
  });
const licenceChoice = z
  .strictObject({ license: licence.optional(), expression: name.optional(), expressionDetails: z.unknown().optional(), acknowledgement, 'bom-ref': reference.optional(), licensing: z.unknown().optional(), properties })
  .superRefine(({ license, expression }, context) => {
    if ((license === undefined) === (expression === undefined)) context.addIssue({ code: 'custom', message: 'an entry of licenses is either a license or an expression; write exactly one of them' });
  });

const referenceTypes = [
  'vcs', 'issue-tracker', 'website', 'advisories', 'bom', 'mailing-list', 'social', 'chat', 'documentation', 'support', 'source-distribution', 'distribution', 'distribution-intake', 'license', 'build-meta', 'build-system', 'release-notes', 'security-contact', 'model-card', 'log', 'configuration', 'evidence', 'formulation', 'attestation', 'threat-model', 'adversary-model', 'risk-assessment', 'vulnerability-assertion', 'exploitability-statement', 'pentest-report', 'static-analysis-report', 'dynamic-analysis-report', 'runtime-analysis-report', 'component-analysis-report', 'maturity-report', 'certification-report', 'codified-infrastructure', 'quality-metrics', 'poam', 'electronic-signature', 'digital-signature', 'rfc-9116', 'patent', 'patent-family', 'patent-assertion', 'citation', 'other',
] as const;
const externalReference = z.strictObject({ url: name, comment: name.optional(), type: z.enum(referenceTypes), hashes: list(hash), properties });

const responsible = z.strictObject({ organization: organisation.optional(), contact: contact.optional() });
const governance = z.strictObject({ custodians: list(responsible), stewards: list(responsible), owners: list(responsible) }).optional();

/** The shared parts by name. */
export const bomParts = { name, reference, moment, list, property, properties, contact, organisation, hash, attachment, licenceChoice, externalReference, governance } as const;
