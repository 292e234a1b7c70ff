import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../platform/problem/domain-error.js';
import { type Sending } from './sending.js';

interface Folder {
  readonly name: string;
  readonly path: string;
}

/** Writes beside and renames, so that no reader ever finds half a file; a second attempt takes the place of the first. @returns name of the file. @throws DomainError `unavailable` */
export async function writeToFolder({ name, path }: Folder, { id, message, pdf }: Sending): Promise<string> {
  const bytes = pdf ?? Buffer.from(`${[message.title, '', ...message.lines].join('\n')}\n`);
  const fileName = message.report === undefined ? `${id}.txt` : message.report.fileName.replace(/\.pdf$/, `-${id}.pdf`);
  const temporary = join(path, `.${id}.${process.pid}.partial`);
  try {
    const file = await open(temporary, 'w', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(path, fileName));
    return fileName;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new DomainError('unavailable', `nothing could be written into the folder '${name}' (${(error as NodeJS.ErrnoException).code ?? String(error)}); make room for it, or let the server write there`, { cause: error });
  }
}
