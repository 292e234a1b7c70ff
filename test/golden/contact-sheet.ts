import { PNG } from 'pngjs';
import { type PageImage } from './page-image.js';

const columns = 9;
const levels = 7;

/** Pages side by side as one small PNG of eight greys. Unused places stay white. */
export function toContactSheet(pages: readonly PageImage[]): Buffer {
  const { width = 0, height = 0 } = pages[0] ?? {};
  const sheet = new PNG({ width: width * columns, height: height * Math.ceil(pages.length / columns), colorType: 0 });
  sheet.data.fill(255);
  pages.forEach(({ pixels }, page) => {
    pixels.forEach((grey, at) => {
      const x = (page % columns) * width + (at % width);
      const y = Math.floor(page / columns) * height + Math.floor(at / width);
      const value = Math.round((Math.round((grey / 255) * levels) * 255) / levels);
      for (let channel = 0; channel < 3; channel += 1) sheet.data[(y * sheet.width + x) * 4 + channel] = value;
    });
  });
  return PNG.sync.write(sheet, { colorType: 0, deflateLevel: 9 });
}

/** The places of a sheet, with white ones where pages end. */
export function fromContactSheet(bytes: Buffer, { width, height }: Pick<PageImage, 'width' | 'height'>): PageImage[] {
  const sheet = PNG.sync.read(bytes);
  if (sheet.width !== width * columns || sheet.height % height !== 0) throw new Error(`the sheet holds pages of another size than ${width} × ${height}`);
  return Array.from({ length: (columns * sheet.height) / height }, (_, page) => {
    const left = (page % columns) * width;
    const top = Math.floor(page / columns) * height;
    const pixels = new Uint8Array(width * height);
    pixels.forEach((__, at) => {
      pixels[at] = sheet.data[((top + Math.floor(at / width)) * sheet.width + left + (at % width)) * 4] ?? 0;
    });
    return { width, height, pixels };
  });
}
