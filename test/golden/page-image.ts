import { execFileSync, spawnSync } from 'node:child_process';

/** A page as grey values, row by row from the top; 255 is white. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const dotsPerInch = 24;

/** Whether `pdftoppm` of poppler-utils is there to draw pages. */
export function canDrawPages(): boolean {
  return spawnSync('pdftoppm', ['-v']).status === 0;
}

/** The pages of a PDF as poppler draws them. */
export function drawPages(pdf: string): PageImage[] {
  const bytes = execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', pdf], { maxBuffer: 256 * 1024 * 1024 });
  const pages: PageImage[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 40)) ?? [];
    if (header === undefined) throw new Error(`pdftoppm wrote something else than a grey map at byte ${at}`);
    const size = Number(width) * Number(height);
    pages.push({ width: Number(width), height: Number(height), pixels: new Uint8Array(bytes.subarray(at + header.length, at + header.length + size)) });
    at += header.length + size;
  }
  return pages;
}
