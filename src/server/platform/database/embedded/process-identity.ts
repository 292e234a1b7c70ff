import { readFileSync } from 'node:fs';

/** `<pid>` or, where the system tells it, `<pid> <start time>`: a later process with the same number is another one. */
export function processIdentity(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform !== 'linux') return String(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' || startTime === undefined ? undefined : `${pid} ${startTime}`;
  } catch {
    return undefined;
  }
}
