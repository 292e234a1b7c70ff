import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { reportAbout, type ReportAbout } from '../core/report/report-about.js';
import { type ReportLogo } from '../core/report/report-brand.js';
import { type ReportMeta } from '../core/report/report-meta.js';
import { LogoError } from '../exporters/pdf/logo-error.js';
import { readLogo } from '../exporters/pdf/read-logo.js';
import { staysInside } from '../files/stays-inside.js';
import { readDocument } from './read-document.js';

export type AboutRead = { readonly about: Partial<ReportMeta> } | { readonly problems: readonly Problem[] };

/** What a file says of the report, its logo read as well. */
export async function readAbout(path: string): Promise<AboutRead> {
  const document = await readDocument(path, readFile, reportAbout);
  if ('problems' in document) return document;
  const { brand, ...said } = document.value;
  const about = present(said);
  if (brand === undefined) return { about };
  const { name, accent, logo } = brand;
  const whose = { name, ...(accent === undefined ? {} : { accent }) };
  if (logo === undefined) return { about: { ...about, brand: whose } };
  try {
    return { about: { ...about, brand: { ...whose, logo: await logoAt(dirname(path), logo) } } };
  } catch (error) {
    if (!(error instanceof LogoError)) throw error;
    return { problems: [{ file: join(dirname(path), logo), code: 'logo', message: error.message }] };
  }
}

async function logoAt(folder: string, logo: string): Promise<ReportLogo> {
  const path = join(folder, logo);
  if (!(await staysInside(folder, path))) throw new LogoError('there is no such logo below the folder of the file that names it; put it there');
  return readLogo(await readFile(path));
}

function present(said: Omit<ReportAbout, 'brand'>): Partial<ReportMeta> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
