import { readFileSync, statSync } from 'node:fs';
import { MalformedFile } from '../malformed-file.js';
import { parseStrictJson } from '../parse-strict-json.js';
import { type StrictJson } from '../strict-json.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { RefusedSignature } from './refused-signature.js';
import { type SignatureBundle, signatureBundle } from './signature-bundle.js';

export interface ReadBundle {
  readonly bundle: SignatureBundle;
  /** The whole JSON, as the Sigstore library takes it. */
  readonly json: StrictJson;
}

const limits = { bytes: 24 * 1024 * 1024, depth: 32, values: 100_000 };

/** @throws RefusedSignature where the file is no bundle that this reader knows. */
export function readSignatureBundle(location: string): ReadBundle {
  if (statSync(location).size > limits.bytes) throw new RefusedSignature('unsupported', `the bundle has more than ${limits.bytes} bytes; give the model.sig that came with the weights`);
  let json: StrictJson;
  try {
    json = parseStrictJson(readFileSync(location, 'utf8'), limits);
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    throw new RefusedSignature('failed', `the bundle is damaged: ${error.message}`);
  }
  const parsed = signatureBundle.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RefusedSignature('failed', `the bundle is not one of Sigstore with a signed statement: ${readableText(issue?.path.join('.') ?? '')}: ${issue?.message ?? 'wrong'}`);
  }
  if (!/^application\/vnd\.dev\.sigstore\.bundle(\.v0\.3\+json|\+json;version=0\.[123])$/.test(parsed.data.mediaType)) throw new RefusedSignature('unsupported', `the bundle has media type ${readableText(parsed.data.mediaType)}, which is not read; sign again with model-signing 1.0 or later`);
  return { bundle: parsed.data, json };
}
