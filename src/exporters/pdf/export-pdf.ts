import { type ReportModel } from '../../core/report/report-model.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type Canvas } from './kit/canvas.js';
import { closeDocument } from './kit/close-document.js';
import { type DocumentIdentity } from './kit/document-identity.js';
import { gatherBytes } from './kit/gather-bytes.js';
import { measuringCanvas } from './kit/measuring-canvas.js';
import { openDocument } from './kit/open-document.js';
import { pdfCanvas } from './kit/pdf-canvas.js';
import { type PagePlan } from './kit/sheet.js';
import { openTypeCase, type TypeCase } from './kit/type-case.js';
import { layOutReport } from './lay-out-report.js';
import { type ReportAssets } from './report-assets.js';

/** Told of every page that is begun, and of how many there will be. */
export type OnPage = (page: number, pages: number) => void;

const unknownPlan: PagePlan = { pages: 0, pageOf: new Map() };

/**
 * A report as one PDF/A-3a and PDF/UA-1 file with its attachments. The same model and assets give the same bytes: the only date is the instant of the audit.
 * A first pass over the same layout learns the page numbers that the second prints.
 */
export async function exportPdf(model: ReportModel, assets: ReportAssets, typeCase: TypeCase = openTypeCase(assets.fonts), onPage?: OnPage): Promise<Uint8Array> {
  const plan = layOutReport(model, assets, measuringCanvas, typeCase, unknownPlan);
  const document = openDocument(identityOf(model), typeCase, assets.colourProfile);
  const bytes = gatherBytes(document);
  const canvas = onPage === undefined ? pdfCanvas(document, typeCase) : countingPages(pdfCanvas(document, typeCase), (page) => onPage(page, plan.pages));
  layOutReport(model, assets, canvas, typeCase, plan);
  canvas.signatureField('Issuer', model.furniture.signature);
  const date = new Date(model.asOf);
  for (const { name, mediaType, description, relationship, bytes } of model.attachments) {
    const options: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = { name, type: mediaType, description, relationship, creationDate: date, modifiedDate: date };
    document.file(bytes as Buffer, options);
  }
  closeDocument(document);
  return bytes();
}

function countingPages(canvas: Canvas, began: (page: number) => void): Canvas {
  let page = 0;
  return {
    ...canvas,
    beginPage() {
      page += 1;
      began(page);
      canvas.beginPage();
    },
  };
}

function identityOf(model: ReportModel): DocumentIdentity {
  const digits = sha256Of(`${model.digest}\n${model.id}\n${model.version}\n${model.language}`);
  // RFC 9562, 5.8: a UUID of version 8 holds bits of one's own, here of the digest.
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  const uuid = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
  return {
    title: model.title,
    author: model.author,
    subject: model.subject,
    creator: model.creator,
    language: model.language,
    date: new Date(model.asOf),
    documentId: `urn:uuid:${uuid}`,
    reportId: model.id,
    digest: model.digest,
  };
}
