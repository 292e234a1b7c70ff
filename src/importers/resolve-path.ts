/** A path that a file names, seen from where that file lies; `..` is kept where it leads out, and an absolute path stays one, so that the reader of files can refuse them. */
export function resolvePath(from: string, relative: string): string {
  if (/^([\\/]|[A-Za-z]:[\\/])/.test(relative)) return relative;
  const steps = from.split('/').slice(0, -1);
  for (const step of relative.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
