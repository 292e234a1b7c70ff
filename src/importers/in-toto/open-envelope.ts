import { type Problem } from '../../core/inventory/problem.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readJson } from '../read-json.js';

export interface OpenedEnvelope {
  readonly statement?: ParsedDocument;
  readonly problems: readonly Problem[];
}

/** The statement in a DSSE envelope or in a Sigstore bundle around one, every part of it at the place of the payload; a bare statement is given back as it is. Signatures are not looked at. */
export function openEnvelope(file: string, document: ParsedDocument): OpenedEnvelope {
  const value = membersOf(document.value);
  const inBundle = value['dsseEnvelope'] !== undefined;
  const envelope = inBundle ? membersOf(value['dsseEnvelope']) : value;
  if (!inBundle && envelope['payloadType'] === undefined) return { statement: document, problems: [] };
  const place = document.placeOf([...(inBundle ? ['dsseEnvelope'] : []), 'payload']);
  const { payload, payloadType } = envelope;
  if (payloadType !== 'application/vnd.in-toto+json') return refuse(file, place, 'the envelope does not hold an in-toto statement; give one whose payloadType is application/vnd.in-toto+json');
  if (typeof payload !== 'string' || !/^[\w+/-]*={0,2}$/.test(payload)) return refuse(file, place, "the 'payload' of the envelope is not Base64; write the statement there in Base64");
  const bytes = decoded(payload);
  if (bytes === undefined) return refuse(file, place, "the 'payload' of the envelope is not Base64; write the statement there in Base64");
  const { document: statement, problems } = readJson(file, bytes);
  if (statement === undefined) return { problems: problems.map((problem) => ({ ...problem, ...place, message: `in the payload: ${problem.message}` })) };
  return { statement: { value: statement.value, placeOf: () => place, placeOfKey: () => place }, problems: [] };
}

function refuse(file: string, place: { readonly line: number; readonly column: number }, message: string): OpenedEnvelope {
  return { problems: [{ file, ...place, code: 'invalid-value', message }] };
}

/** Base64 in either of its alphabets. */
function decoded(payload: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
