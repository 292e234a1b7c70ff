import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path that exists lies below a folder once all links are followed; false where either cannot be followed. */
export async function staysInside(folder: string, path: string): Promise<boolean> {
  try {
    const outward = relative(await realpath(folder), await realpath(path));
    return outward !== '..' && !outward.startsWith(`..${sep}`) && !isAbsolute(outward);
  } catch {
    return false;
  }
}
