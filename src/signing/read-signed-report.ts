import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { signatureFields } from './signature-field.js';

/** A signature as it stands in a file, unchecked. */
export interface FoundSignature {
  readonly at: Date | undefined;
  readonly name: string;
  readonly byteRange: readonly number[];
  readonly contents: Uint8Array;
}

/** What a file says of itself, unchecked. */
export interface SignedReport {
  readonly title: string;
  readonly id: string;
  /** `sha256:` of the result that the report prints. */
  readonly digest: string;
  readonly signatures: readonly FoundSignature[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

const mostAttachments = 50;
const mostAttachedBytes = 500_000_000;

/** Reads signatures, attachments and metadata of a report. @throws Error where it is no PDF that can be read, or too much is attached */
export async function readSignedReport(bytes: Uint8Array): Promise<SignedReport> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const metadata = metadataOf(document);
  return {
    title: document.getTitle() ?? '',
    id: property(metadata, 'id'),
    digest: property(metadata, 'digest'),
    signatures: signatureFields(document).flatMap(({ dictionary }) => {
      const value = dictionary.lookup(PDFName.of('V'));
      return value instanceof PDFDict ? [signatureOf(value)] : [];
    }),
    attachments: attachmentsOf(document),
  };
}

function signatureOf(dictionary: PDFDict): FoundSignature {
  const time = dictionary.lookup(PDFName.of('M'));
  const name = dictionary.lookup(PDFName.of('Name'));
  const range = dictionary.lookup(PDFName.of('ByteRange'));
  const contents = dictionary.lookup(PDFName.of('Contents'));
  return {
    at: time instanceof PDFString ? dateOf(time) : undefined,
    name: name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '',
    byteRange: range instanceof PDFArray ? range.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN)) : [],
    contents: contents instanceof PDFHexString ? contents.asBytes() : new Uint8Array(),
  };
}

function dateOf(text: PDFString): Date | undefined {
  try {
    return text.decodeDate();
  } catch {
    return undefined;
  }
}

function attachmentsOf({ catalog }: PDFDocument): ReadonlyMap<string, Uint8Array> {
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)?.lookupMaybe(PDFName.of('Names'), PDFArray);
  const found = new Map<string, Uint8Array>();
  let sum = 0;
  const size = Math.min(names?.size() ?? 0, 2 * mostAttachments);
  for (let index = 1; index < size; index += 2) {
    const specification = names?.lookup(index);
    if (!(specification instanceof PDFDict)) continue;
    const name = specification.lookup(PDFName.of('UF')) ?? specification.lookup(PDFName.of('F'));
    const stream = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
    if (!(name instanceof PDFString || name instanceof PDFHexString) || !(stream instanceof PDFRawStream)) continue;
    const content = decodePDFRawStream(stream).decode();
    sum += content.length;
    if (sum > mostAttachedBytes) throw new Error(`more than ${mostAttachedBytes} bytes are attached`);
    if (found.has(name.decodeText())) throw new Error(`two attachments are called ${name.decodeText()}`);
    found.set(name.decodeText(), new Uint8Array(content));
  }
  return found;
}

function metadataOf({ catalog }: PDFDocument): string {
  const stream = catalog.lookup(PDFName.of('Metadata'));
  return stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : '';
}

function property(metadata: string, name: string): string {
  return new RegExp(`<report:${name}>([^<]{0,200})</report:${name}>`).exec(metadata)?.[1] ?? '';
}
