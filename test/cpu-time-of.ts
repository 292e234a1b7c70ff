const attempts = 4;

export interface Timed<T> {
  readonly answer: T;
  /** Of computing, user and system, in the fastest attempt. */
  readonly milliseconds: number;
}

function spentSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

/**
 * What `run` answers, and what it costs.
 * Tests share the machine and the memory of their process, so an attempt that takes `enough` milliseconds or more is repeated, up to four times in all: only what is slow each time is slow by itself.
 */
export function cpuTimeOf<T>(enough: number, run: () => T): Timed<T> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let attempt = 1; ; attempt++) {
    const started = process.cpuUsage();
    const answer = run();
    fastest = Math.min(fastest, spentSince(started));
    if (fastest < enough || attempt === attempts) return { answer, milliseconds: fastest };
  }
}

/** As `cpuTimeOf`, of what answers later. */
export async function cpuTimeOfLater<T>(enough: number, run: () => Promise<T>): Promise<Timed<T>> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let attempt = 1; ; attempt++) {
    const started = process.cpuUsage();
    const answer = await run();
    fastest = Math.min(fastest, spentSince(started));
    if (fastest < enough || attempt === attempts) return { answer, milliseconds: fastest };
  }
}
