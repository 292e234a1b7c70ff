import { type Schemas } from '../api/shapes.js';

export const evidenceTypes = ['contract', 'data-processing-agreement', 'impact-assessment', 'certificate', 'assessment', 'test-report', 'licence', 'decision', 'other'] as const satisfies readonly Schemas['NewEvidence']['type'][];

type MediaType = Schemas['NewEvidence']['mediaType'];

/** What is taken in, by the end of a file's name. */
const mediaTypes: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  json: 'application/json',
  xml: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  eml: 'message/rfc822',
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
};

export const acceptedFiles = Object.keys(mediaTypes).map((end) => `.${end}`).join(',');

export function mediaTypeOf(fileName: string): MediaType | undefined {
  return mediaTypes[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()];
}
