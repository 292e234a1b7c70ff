import { type TextStyle } from './text-style.js';

/** Standard structure types of ISO 32000-1, 14.8.4, that a report uses. */
export type Role =
  | 'Sect' | 'Div' | 'P' | 'H1' | 'H2' | 'H3' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption' | 'TOC' | 'TOCI' | 'Span' | 'Code' | 'Note';

export interface RoleOptions {
  /** What a figure shows, with its numbers, for whoever cannot see it. */
  readonly alt?: string;
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
  readonly scope?: 'Column' | 'Row';
  readonly title?: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly [on: number, off: number];
  readonly opacity?: number;
  readonly roundCap?: boolean;
}

/** An element whose content is drawn in parts, such as a cell that goes on over the page. */
export interface OpenElement {
  draw(content: () => void): void;
  /** A link inside this element to a named place: what it shows, and the box that can be clicked. To be called outside `draw`, before the page ends. */
  link(target: string, description: string, box: Box, content: () => void): void;
  end(): void;
}

/**
 * Where a report is drawn: on the pages of a PDF, or nowhere, to learn where pages end.
 * Everything drawn is either content of an element or an artifact; the two never nest in each other.
 */
export interface Canvas {
  /** False where nothing is drawn and only places are learnt: costly pictures can be left out. */
  readonly draws: boolean;
  beginPage(): void;
  /** Opens an element that holds other elements. */
  group(role: Role, options: RoleOptions, body: () => void): void;
  /** An element that holds content; it stands in the group that is open. */
  element(role: Role, options?: RoleOptions): OpenElement;
  artifact(kind: 'Layout' | 'Pagination', draw: () => void): void;
  /** One line of text with its baseline at `at.y`. */
  text(line: string, at: Point, style: TextStyle, colour: string): void;
  /** A path in SVG syntax. */
  path(data: string, paint: Paint): void;
  gradient(box: Box, from: string, to: string): void;
  rotated(angle: number, about: Point, draw: () => void): void;
  destination(name: string, y: number): void;
  bookmark(level: 1 | 2, title: string): void;
  /** An invisible field on the last page that a signature can be put into later, without changing what is there. Once per document. */
  signatureField(name: string, description: string): void;
}
