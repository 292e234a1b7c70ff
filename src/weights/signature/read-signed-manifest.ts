import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { isStrictObject } from '../is-strict-object.js';
import { MalformedFile } from '../malformed-file.js';
import { parseStrictJson } from '../parse-strict-json.js';
import { type StrictJson } from '../strict-json.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { RefusedSignature } from './refused-signature.js';
import { type SignatureBundle } from './signature-bundle.js';
import { type SignedManifest, signedManifest } from './signed-manifest.js';

const limits = { depth: 16, values: 1_000_000 };
const retiredPredicate = 'https://model_signing/Digests/v0.1';

/**
 * The manifest inside the envelope, checked for what does not depend on the signature: names that stay in the folder, each once, and the root digest.
 * @throws RefusedSignature
 */
export function readSignedManifest(bundle: SignatureBundle): SignedManifest {
  const { payload, payloadType } = bundle.dsseEnvelope;
  if (payloadType !== 'application/vnd.in-toto+json') throw new RefusedSignature('unsupported', `the bundle signs ${readableText(payloadType)}, not an in-toto statement`);
  const json = parsePayload(payload);
  const predicateType = isStrictObject(json) && typeof json['predicateType'] === 'string' ? json['predicateType'] : '';
  if (predicateType === retiredPredicate) throw new RefusedSignature('unsupported', 'the bundle has the format of model-signing 0.2.0, whose signature does not fit the encoding that DSSE prescribes and which has no root digest over the files; have it signed again with model-signing 1.0 or later');
  if (predicateType !== 'https://model_signing/signature/v1.0') throw new RefusedSignature('unsupported', `the statement has predicate type "${readableText(predicateType)}", which does not sign weights`);
  const parsed = signedManifest.safeParse(json);
  if (!parsed.success) throw new RefusedSignature('failed', `the signed statement is not right: ${readableText(parsed.error.issues[0]?.path.join('.') ?? '')}: ${parsed.error.issues[0]?.message ?? 'wrong'}`);
  checkSerialisation(parsed.data);
  checkNames(parsed.data);
  checkRoot(parsed.data);
  return parsed.data;
}

function parsePayload(payload: string): StrictJson {
  try {
    return parseStrictJson(Buffer.from(payload, 'base64').toString('utf8'), limits);
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    throw new RefusedSignature('failed', `the signed statement is damaged: ${error.message}`);
  }
}

function checkSerialisation({ predicate }: SignedManifest): void {
  const { method, hash_type: hashType } = predicate.serialization;
  if (method !== 'files') throw new RefusedSignature('unsupported', `the manifest describes "${readableText(method)}", not whole files, which is not read; have it signed with --serialization files`);
  const other = [hashType, ...predicate.resources.map(({ algorithm }) => algorithm)].find((algorithm) => algorithm !== 'sha256');
  if (other !== undefined) throw new RefusedSignature('unsupported', `the manifest uses ${readableText(other)}; only sha256 is read`);
}

function checkNames({ predicate }: SignedManifest): void {
  const names = new Set<string>();
  for (const { name, digest } of predicate.resources) {
    const shown = readableText(name);
    const parts = name.split('/');
    const escapes = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\\') || name.includes('\0') || parts.includes('..') || (name !== '.' && parts.some((part) => part === '.' || part === ''));
    if (escapes) throw new RefusedSignature('failed', `the manifest names ${shown}, a path that leads out of the folder or is not plain; do not use these weights`);
    if (names.has(name)) throw new RefusedSignature('failed', `the manifest names ${shown} twice; have it signed again`);
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RefusedSignature('failed', `the digest of ${shown} in the manifest is no SHA-256`);
    names.add(name);
  }
  if (names.size === 0) throw new RefusedSignature('failed', 'the manifest names no file, so the signature says nothing of these weights');
}

/** SHA-256 over the raw digests, in name order; the reference implementation reads them as listed, which is accepted too. */
function checkRoot({ subject, predicate }: SignedManifest): void {
  const rootOf = (digests: readonly string[]): string => createHash('sha256').update(Buffer.from(digests.join(''), 'hex')).digest('hex');
  const listed = predicate.resources.map(({ digest }) => digest);
  const sorted = [...predicate.resources].sort((a, b) => byCodeUnit(a.name, b.name)).map(({ digest }) => digest);
  const root = subject[0]?.digest.sha256;
  if (root !== rootOf(sorted) && root !== rootOf(listed)) throw new RefusedSignature('failed', 'the root digest of the manifest is not that of the files it names; have it signed again');
}
