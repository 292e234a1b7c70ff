import { objectIdentifiers } from './object-identifiers.js';

/** Digests a signature may be made with, by object identifier, under the name that Node gives them. */
export const trustedDigests: ReadonlyMap<string, string> = new Map([[objectIdentifiers.sha256, 'sha256'], ['2.16.840.1.101.3.4.2.2', 'sha384'], ['2.16.840.1.101.3.4.2.3', 'sha512']]);
