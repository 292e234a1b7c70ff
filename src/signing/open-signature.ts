import { PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { signatureField } from './signature-field.js';
import { SigningError } from './signing-error.js';

export interface SignatureForm {
  readonly at: Date;
  /** Of whoever signs. */
  readonly name: string;
  /** Bytes kept for the signature. */
  readonly room: number;
}

/** A report with an appended signature that is still all zeros. */
export interface OpenSignature {
  readonly file: Uint8Array;
  /** Where the hexadecimal string of the signature begins and ends, with its brackets; all else is what is signed. */
  readonly from: number;
  readonly to: number;
}

/** Filled in once the place of the signature is known; wide enough for any file. */
const unknownOffset = 9_999_999_999;

/**
 * Appends a signature without content to the empty signature field of a report. The same report and form give the same bytes,
 * which is how a signed report is compared with one that was printed again.
 * @throws SigningError where there is no empty signature field
 */
export async function openSignature(report: Uint8Array, form: SignatureForm): Promise<OpenSignature> {
  const file = Buffer.concat([report, await appendedField(report, form)]);
  const from = file.indexOf(`<${'0'.repeat(2 * form.room)}>`, report.length, 'latin1');
  const to = from + 2 * form.room + 2;
  const range = `[ 0 ${unknownOffset} ${unknownOffset} ${unknownOffset} ]`;
  const rangeAt = file.indexOf(range, report.length, 'latin1');
  if (from < 0 || rangeAt < 0) throw new Error('the appended signature is not where it was written');
  file.write(`[ 0 ${from} ${to} ${file.length - to} ]`.padEnd(range.length), rangeAt, 'latin1');
  return { file: new Uint8Array(file), from, to };
}

async function appendedField(report: Uint8Array, { at, name, room }: SignatureForm): Promise<Uint8Array> {
  const document = await PDFDocument.load(report, { updateMetadata: false, forIncrementalUpdate: true }).catch(() => {
    throw new SigningError('the file is no PDF that can be read; give a report of domicile');
  });
  const field = signatureField(document);
  if (field === undefined) throw new SigningError('the file has no signature field; give a report of domicile');
  if (field.dictionary.has(PDFName.of('V'))) throw new SigningError('the report is signed already; sign the unsigned one');
  const { context } = document;
  const snapshot = document.takeSnapshot();
  const signature = context.obj({});
  const entries: readonly (readonly [string, PDFObject])[] = [
    ['Type', PDFName.of('Sig')],
    ['Filter', PDFName.of('Adobe.PPKLite')],
    ['SubFilter', PDFName.of('ETSI.CAdES.detached')],
    ['M', PDFString.fromDate(at)],
    ['Name', PDFHexString.fromText(name)],
    ['ByteRange', context.obj([0, unknownOffset, unknownOffset, unknownOffset])],
    ['Contents', PDFHexString.of('0'.repeat(2 * room))],
  ];
  for (const [key, value] of entries) signature.set(PDFName.of(key), value);
  field.dictionary.set(PDFName.of('V'), context.register(signature));
  if (field.reference instanceof PDFRef) snapshot.markRefForSave(field.reference);
  return document.saveIncremental(snapshot, { useObjectStreams: false });
}
