import { base64Of } from '../admin/base64-of.js';

export interface PickedFile {
  /** Within the folder that was chosen. */
  readonly path: string;
  /** The folder that was chosen, where one was. */
  readonly folder: string | undefined;
  /** What is sent of it: its text, or a workbook in base64; absent where it is neither. */
  readonly sent: { readonly content: string } | { readonly workbook: string } | undefined;
}

export async function pickedFiles(list: FileList | null): Promise<readonly PickedFile[]> {
  return Promise.all([...(list ?? [])].map((file) => read(file, file.webkitRelativePath || file.name)));
}

/** Files that were dropped, and those in folders that were. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return pickedFiles(files);
  return (await Promise.all(entries.map((entry) => readEntry(entry)))).flat();
}

async function readEntry(entry: FileSystemEntry): Promise<readonly PickedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [await read(file, entry.fullPath.slice(1))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((each) => readEntry(each)))).flat();
}

async function read(file: File, path: string): Promise<PickedFile> {
  const at = path.indexOf('/');
  const [folder, within] = at < 0 ? [undefined, path] : [path.slice(0, at), path.slice(at + 1)];
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.xlsx$/i.test(path)) return { path: within, folder, sent: { workbook: base64Of(bytes) } };
  try {
    return { path: within, folder, sent: { content: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) } };
  } catch {
    return { path: within, folder, sent: undefined };
  }
}
