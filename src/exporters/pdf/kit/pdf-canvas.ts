import { addSignatureField } from './add-signature-field.js';
import { type Canvas, type OpenElement, type Paint, type Role, type RoleOptions } from './canvas.js';
import { codePointMark, partsOfLine } from './code-point-mark.js';
import { gatherContent } from './gather-content.js';
import { grid } from './grid.js';
import { releaseElement } from './release-element.js';
import { type TextStyle } from './text-style.js';
import { type TypeCase } from './type-case.js';

/** Options of annotations that pdfkit passes through and its types do not name. */
interface LinkOptions extends PDFKit.Mixins.AnnotationOption {
  readonly structParent: PDFKit.PDFStructureElement;
}

/** What `text` of pdfkit draws one line with, after it has measured the line twice to learn what is known here. */
interface LineDrawing {
  _fragment(text: string, x: number, y: number, options: PDFKit.Mixins.TextOptions & { readonly textWidth: number; readonly wordCount: number }): void;
}

/** Draws on the pages of a tagged PDF. */
export function pdfCanvas(document: PDFKit.PDFDocument, typeCase: TypeCase): Canvas {
  const root = document.struct('Document');
  document.addStructure(root);
  let open = root;
  let chapter: PDFKit.PDFOutline | undefined;

  const child = (role: Role | 'Link' | 'Form', options: RoleOptions = {}, parent = open): PDFKit.PDFStructureElement => {
    const made = document.struct(role, structOptions(options));
    parent.add(made);
    return made;
  };

  return {
    draws: true,
    beginPage() {
      document.addPage({ size: [grid.width, grid.height], margin: 0 });
      gatherContent(document);
    },
    group(role, options, body) {
      const outer = open;
      open = child(role, options);
      body();
      releaseElement(open);
      open = outer;
    },
    element: (role, options) => openElement(document, child(role, options)),
    artifact(kind, draw) {
      document.markContent('Artifact', { type: kind });
      draw();
      document.endMarkedContent();
    },
    text: (line, at, style, colour) => drawLine(document, typeCase, line, at.x, at.y, style, colour),
    path(data, paint) {
      document.save();
      document.path(data);
      applyPaint(document, paint);
      document.restore();
    },
    gradient({ x, y, width, height }, from, to) {
      const shade = document.linearGradient(x, y, x, y + height);
      shade.stop(0, from).stop(1, to);
      document.rect(x, y, width, height).fill(shade);
    },
    rotated(angle, about, draw) {
      document.save();
      document.rotate(angle, { origin: [about.x, about.y] });
      draw();
      document.restore();
    },
    destination: (name, y) => {
      document.addNamedDestination(name, 'XYZ', grid.left, y, 0);
    },
    bookmark(level, title) {
      if (level === 1 || chapter === undefined) chapter = document.outline.addItem(title, { expanded: true });
      else chapter.addItem(title);
    },
    signatureField: (name, description) => addSignatureField(document, child('Form', { alt: description }), name, description),
  };
}

function structOptions({ alt, bbox, scope, title }: RoleOptions): object {
  return { ...(alt === undefined ? {} : { alt }), ...(bbox === undefined ? {} : { bbox, placement: 'Block' }), ...(scope === undefined ? {} : { scope }), ...(title === undefined ? {} : { title }) };
}

function openElement(document: PDFKit.PDFDocument, element: PDFKit.PDFStructureElement): OpenElement {
  return {
    draw: (content) => void element.add(content),
    link(target, description, box, content) {
      const link = document.struct('Link');
      element.add(link);
      link.add(content);
      const options = { structParent: link, Contents: new String(description) as string } satisfies LinkOptions;
      document.goTo(box.x, box.y, box.width, box.height, target, options);
      releaseElement(link);
    },
    end: () => releaseElement(element),
  };
}

function applyPaint(document: PDFKit.PDFDocument, { fill, stroke, lineWidth, dash, opacity, roundCap }: Paint): void {
  if (opacity !== undefined) document.opacity(opacity);
  if (lineWidth !== undefined) document.lineWidth(lineWidth);
  if (roundCap === true) document.lineCap('round');
  if (dash !== undefined) document.dash(dash[0], { space: dash[1] });
  if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke);
  else if (fill !== undefined) document.fill(fill);
  else if (stroke !== undefined) document.stroke(stroke);
}

function drawLine(document: PDFKit.PDFDocument, typeCase: TypeCase, line: string, x: number, y: number, style: TextStyle, colour: string): void {
  document.font(style.face, style.size).fillColor(colour);
  const options: PDFKit.Mixins.TextOptions = {
    lineBreak: false,
    baseline: 'alphabetic',
    ...(style.tracking === undefined ? {} : { characterSpacing: style.tracking }),
    ...(style.tabular === true ? { features: ['tnum'] } : {}),
  };
  let at = x;
  for (const { text, actual } of partsOfLine(line)) {
    if (actual === undefined) drawRun(document, text, at, y, options);
    else drawCodePoint(document, text, actual, at, y, style, options);
    at += typeCase.widthOf(actual ?? text, style) + (style.tracking ?? 0);
  }
}

function drawCodePoint(document: PDFKit.PDFDocument, text: string, actual: string, x: number, y: number, style: TextStyle, options: PDFKit.Mixins.TextOptions): void {
  const stroke = codePointMark.stroke * style.size;
  document.markContent('Span', { actual });
  drawRun(document, '[', x, y, options);
  drawRun(document, `[${text}]`, x + stroke, y, options);
  drawRun(document, ']', x + 2 * stroke + document.widthOfString(`[${text}`, options), y, options);
  document.endMarkedContent();
}

/** The widths that pdfkit asks for are those of underlines and links, which are never drawn by it here. */
function drawRun(document: PDFKit.PDFDocument, text: string, x: number, y: number, options: PDFKit.Mixins.TextOptions): void {
  (document as unknown as LineDrawing)._fragment(text, x, y, { ...options, textWidth: 0, wordCount: 0 });
}
