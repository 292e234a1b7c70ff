import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportTemplate, type ReportTemplate } from '../core/report/report-template.js';
import { wording, type Wording } from '../core/report/wording.js';

export interface ReportText {
  readonly template: ReportTemplate;
  readonly wording: Wording;
}

/**
 * A template and the wording of a language from the folder `reports/`.
 * @throws Error that names the templates or languages there are, where one is not among them
 */
export async function readReportText(folder: string, template: string, language: string): Promise<ReportText> {
  return {
    template: reportTemplate.parse(await readNamed(join(folder, 'templates'), template, 'template')),
    wording: wording.parse(await readNamed(join(folder, 'wording'), language, 'language')),
  };
}

async function readNamed(folder: string, name: string, what: string): Promise<unknown> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length)).sort();
  if (!names.includes(name)) throw new Error(`there is no ${what} '${name}'; write one of: ${names.join(', ')}`);
  return JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as unknown;
}
