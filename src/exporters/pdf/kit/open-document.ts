import PDFDocument from 'pdfkit';
import { type DocumentIdentity } from './document-identity.js';
import { grid } from './grid.js';
import { faceNames } from './text-style.js';
import { type TypeCase } from './type-case.js';
import { xmpPacket } from './xmp-packet.js';

/** Members of a pdfkit document that its types do not name. */
export interface DocumentInternals {
  _waiting: number;
  _addInfo(): void;
  endSubset(): void;
  readonly _root: { readonly data: Record<string, unknown> };
  ref(data?: object): PDFKit.PDFKitReference;
}

/**
 * Opens a pdfkit document that conforms to PDF/A-3a and PDF/UA-1. pdfkit writes neither both at once nor XML escapes in its metadata,
 * and reads its colour profile from disk: metadata and output intent are therefore written here.
 */
export function openDocument(identity: DocumentIdentity, typeCase: TypeCase, colourProfile: Uint8Array): PDFKit.PDFDocument {
  const { title, author, subject, creator, date } = identity;
  const options: PDFKit.PDFDocumentOptions = {
    size: [grid.width, grid.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    subset: 'PDF/A-3a',
    lang: identity.language,
    displayTitle: true,
    autoFirstPage: false,
    fontLayoutCache: false,
    info: { Title: title, Author: author, Subject: subject, Creator: creator, Producer: creator, CreationDate: date, ModDate: date },
  };
  // A null font keeps pdfkit from loading Helvetica, which PDF/A could not embed.
  const document = new PDFDocument({ ...options, font: null } as unknown as PDFKit.PDFDocumentOptions);
  for (const name of faceNames) document.registerFont(name, typeCase.face(name).font as unknown as PDFKit.Mixins.PDFFontSource);
  const internals = document as unknown as DocumentInternals;
  internals._addInfo = () => document.appendXML(xmpPacket(identity));
  internals.endSubset = () => {
    internals._root.data['OutputIntents'] = [outputIntent(internals, colourProfile)];
  };
  return document;
}

function outputIntent(document: DocumentInternals, profile: Uint8Array): PDFKit.PDFKitReference {
  const stream = document.ref({ N: 3 });
  stream.write(profile);
  stream.end(undefined);
  const name = 'sRGB IEC61966-2.1';
  // pdfkit writes String objects as PDF strings and plain strings as PDF names.
  const intent = document.ref({ Type: 'OutputIntent', S: 'GTS_PDFA1', Info: new String(name), OutputConditionIdentifier: new String(name), DestOutputProfile: stream });
  intent.end(undefined);
  return intent;
}
