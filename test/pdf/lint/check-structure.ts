import { type PDFObject } from '@cantoo/pdf-lib';
import { type PdfReader } from './pdf-reader.js';

const standardRoles = new Set('Document Part Sect Div Art Caption TOC TOCI H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Link Annot Figure Formula Form Code BlockQuote Index NonStruct'.split(' '));
const parentsOf: Readonly<Record<string, readonly string[]>> = { TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'], THead: ['Table'], TBody: ['Table'], LI: ['L'], Lbl: ['LI'], LBody: ['LI'], TOCI: ['TOC'] };

export interface AnnotationOwner {
  readonly role: string;
  readonly page: string;
}

export interface StructureReport {
  readonly faults: readonly string[];
  /** Who holds an annotation, by its reference. */
  readonly owners: ReadonlyMap<string, AnnotationOwner>;
  /** References of pages on which a first-level heading stands. */
  readonly sectionPages: ReadonlySet<string>;
}

/** The tree of tags: known roles in the right places, headings in order, texts for figures, scopes for headers. */
export function checkStructure(reader: PdfReader): StructureReport {
  const faults: string[] = [];
  const owners = new Map<string, AnnotationOwner>();
  const sectionPages = new Set<string>();
  let heading = 0;
  const visitHeading = (role: string, element: PDFObject): void => {
    const level = Number(role.slice(1));
    if (heading === 0 && level !== 1) faults.push(`PDF/UA 7.4.2: the first heading is ${role}`);
    if (heading > 0 && level > heading + 1) faults.push(`PDF/UA 7.4.2: a heading leaps from H${heading} to ${role}`);
    heading = level;
    if (level === 1) sectionPages.add(reader.keyOf(pageOf(reader, element)));
  };
  const visit = (element: PDFObject, parent: string): void => {
    const role = reader.name(reader.at(element, 'S'));
    if (role !== '') {
      if (!standardRoles.has(role)) faults.push(`PDF/UA 7.1: '${role}' is no standard structure type`);
      if (/^H[1-6]$/.test(role)) visitHeading(role, element);
      if (role === 'Figure' && reader.text(reader.at(element, 'Alt')) === '') faults.push('PDF/UA 7.3: a figure has no alternative text');
      if (role === 'TH' && !reader.list(reader.at(element, 'A')).some((attribute) => reader.name(reader.at(attribute, 'Scope')) !== '')) faults.push('PDF/UA 7.5: a header cell has no scope');
      const wanted = parentsOf[role];
      if (wanted !== undefined && !wanted.includes(parent)) faults.push(`PDF/UA 7.2: ${role} stands in ${parent}`);
    }
    for (const kid of reader.list(reader.at(element, 'K'))) {
      if (!reader.isDictionary(kid)) continue;
      const type = reader.name(reader.at(kid, 'Type'));
      if (type === 'OBJR') owners.set(rawReference(reader, kid, 'Obj'), { role, page: rawReference(reader, kid, 'Pg') });
      else if (type !== 'MCR') visit(kid, role === '' ? parent : role);
    }
  };
  const root = reader.at(reader.document.catalog, 'StructTreeRoot');
  if (root === undefined) faults.push('PDF/UA 7.1: there is no structure tree');
  else visit(root, '');
  return { faults, owners, sectionPages };
}

function rawReference(reader: PdfReader, object: PDFObject, key: string): string {
  const dictionary = reader.at(object) as unknown as { entries(): [{ decodeText(): string }, PDFObject][] };
  return reader.keyOf(dictionary.entries().find(([name]) => name.decodeText() === key)?.[1]);
}

function pageOf(reader: PdfReader, element: PDFObject): PDFObject | undefined {
  const dictionary = reader.at(element) as unknown as { entries(): [{ decodeText(): string }, PDFObject][] };
  return dictionary.entries().find(([name]) => name.decodeText() === 'Pg')?.[1];
}
