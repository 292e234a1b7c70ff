import { join } from 'node:path';
import { type CodeHit } from '../../src/core/inventory/code-hit.js';
import { languageOf } from '../../src/code/language-of.js';
import { type CodeScan, scanCode } from '../../src/code/scan-code.js';
import { providerByHost } from '../../src/core/reference/provider-by-host.js';
import { providerByPrefix } from '../../src/core/reference/provider-by-prefix.js';
import { readCodeFiles } from '../../src/files/read-code-files.js';
import { shippedReference } from '../reference/shipped-reference.js';

export const samplesFolder = join(__dirname, 'samples');
const { indexed, 'code-markers': markers } = shippedReference();

/** What a scan with the shipped marks finds in a folder. */
export async function scanFolder(folder: string): Promise<CodeScan> {
  const read = await readCodeFiles([folder], (path) => languageOf(path) !== undefined);
  const scan = scanCode(read.files, markers.data, { byHost: (host) => providerByHost(indexed, host), byPrefix: (model) => providerByPrefix(indexed, model) });
  return { ...scan, problems: [...read.problems, ...scan.problems] };
}

/** A hit as the expectations write it, with its path below a folder. */
export function lineOf(folder: string, { file, line, kind, name, context, basis, providers, host, own }: CodeHit): string {
  const target = own === true ? 'own network' : (providers?.join(' or ') ?? host ?? 'not known');
  return `${file.slice(folder.length + 1)}:${line} ${kind} ${name} → ${target}${basis === 'hint' ? ' (hint)' : ''}${context === 'production' ? '' : ` [${context}]`}`;
}
