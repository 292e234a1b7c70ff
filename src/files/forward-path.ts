import { sep } from 'node:path';

/** A path as messages and evidence name it: forward slashes, and no './' before it. */
export function forwardPath(path: string): string {
  const forward = path.split(sep).join('/');
  return forward.startsWith('./') && forward.length > 2 ? forward.slice(2) : forward;
}
