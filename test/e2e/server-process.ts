import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const testKey = 'test-key-0123456789-0123456789-0123456789';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything the process wrote so far. */
  output(): string;
  /** Sends the signal, waits for the end and tells the exit code; null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The built server as a process of its own, up and listening. */
export async function startServerProcess(settings: Readonly<Record<string, string>>, main = resolve('dist/src/server/main.js'), words: readonly string[] = []): Promise<ServerProcess> {
  const { child, output } = launch(settings, main, words);
  const url = await new Promise<string>((found, failed) => {
    const look = (): void => {
      const address = /(?:Domicile answers at |health told at )(\S+?)(?:\/health\/ready\))?\s/.exec(output())?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${output()}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    output,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Runs the server, or one of its commands, where it is expected to end by itself. */
export async function runServerToItsEnd(settings: Readonly<Record<string, string>>, ...words: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = launch(settings, resolve('dist/src/server/main.js'), words);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}

function launch(settings: Readonly<Record<string, string>>, main: string, words: readonly string[] = []): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, [main, ...words], { env: { PATH: process.env['PATH'] ?? '', PORT: '0', DOMICILE_API_KEY: testKey, DOMICILE_EXAMPLE: 'no', ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

/** Numbers of the postmasters that serve a folder below `folder`. A process one of them has just forked still shows its command line and is not counted. */
export function postmastersOf(folder: string): readonly number[] {
  if (process.platform !== 'linux') return spawnSync('pgrep', ['-f', folder], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean).map(Number);
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (words[1] === '-D' && (words[2] ?? '').startsWith(folder)) parents.set(Number(name), parentOf(name));
    } catch {
      continue; // The process ended between the listing and the reading.
    }
  }
  return [...parents].filter(([, parent]) => !parents.has(parent)).map(([pid]) => pid);
}

const parentOf = (process: string): number => Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]);
