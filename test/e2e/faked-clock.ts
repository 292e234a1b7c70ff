import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clock that whole processes go by, and that jumps while they run. */
export interface FakedClock {
  /** What makes a process go by it. */
  readonly environment: Readonly<Record<string, string>>;
  set(instant: string): void;
}

/** The library of faketime; empty where it is not installed. */
export const faketime = spawnSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';

/** Goes right until it is set. The name is one that no other clock of the folder has; whatever account a process has, it must be able to read it. */
export function fakedClock(folder: string, name: string): FakedClock {
  const file = join(folder, name);
  const setOff = (seconds: number): void => {
    writeFileSync(`${file}.next`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    renameSync(`${file}.next`, file); // A process that read half of it would end.
  };
  setOff(0);
  return {
    environment: { LD_PRELOAD: faketime, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' },
    set: (instant) => setOff((Date.parse(instant) - Date.now()) / 1000),
  };
}
