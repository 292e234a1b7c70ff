import { type DocumentIdentity } from './document-identity.js';
import { xmlText } from './xml-text.js';

interface Property {
  readonly name: string;
  readonly type: 'Integer' | 'Text';
  readonly meaning: string;
}

const uaSchema = 'http://www.aiim.org/pdfua/ns/id/';
const reportSchema = 'urn:domicile:report:1#';

/**
 * The metadata of a file that is PDF/A-3a and PDF/UA-1 at once (ISO 19005-3, 6.6; ISO 14289-1, 5).
 * PDF/A knows neither the PDF/UA identification nor ours, so both are described by an extension schema.
 */
export function xmpPacket(identity: DocumentIdentity): string {
  const at = `${identity.date.toISOString().slice(0, 19)}Z`;
  const alternative = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`;
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    ` xmlns:pdfuaid="${uaSchema}" xmlns:report="${reportSchema}">`,
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
    `<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:CreatorTool>${xmlText(identity.creator)}</xmp:CreatorTool><pdf:Producer>${xmlText(identity.creator)}</pdf:Producer>`,
    `<dc:title>${alternative(identity.title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${xmlText(identity.author)}</rdf:li></rdf:Seq></dc:creator><dc:description>${alternative(identity.subject)}</dc:description>`,
    `<xmpMM:DocumentID>${xmlText(identity.documentId)}</xmpMM:DocumentID><report:id>${xmlText(identity.reportId)}</report:id><report:digest>${xmlText(identity.digest)}</report:digest>`,
    '</rdf:Description>',
    extensionSchemas([
      schema('PDF/UA identification', uaSchema, 'pdfuaid', [{ name: 'part', type: 'Integer', meaning: 'Part of ISO 14289 to which the file conforms' }]),
      schema('Report identification', reportSchema, 'report', [
        { name: 'id', type: 'Text', meaning: 'Identifier of the report' },
        { name: 'digest', type: 'Text', meaning: 'SHA-256 of the attached machine-readable result' },
      ]),
    ]),
  ].join('');
}

function schema(title: string, uri: string, prefix: string, properties: readonly Property[]): string {
  const items = properties.map(
    ({ name, type, meaning }) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`,
  );
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${title}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${items.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`;
}

function extensionSchemas(schemas: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>${schemas.join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
}
