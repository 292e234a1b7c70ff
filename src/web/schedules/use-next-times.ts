import { useEffect, useState } from 'react';

export interface Foreseen {
  readonly next: readonly Date[];
  /** What cannot be read of the expression. */
  readonly fault: string | undefined;
}

/** When a schedule that is not kept yet would run. */
export function useNextTimes(cron: string, timeZone: string): Foreseen {
  const [foreseen, setForeseen] = useState<Foreseen>({ next: [], fault: undefined });
  useEffect(() => {
    let over = false;
    void import('croner').then(({ Cron }) => {
      if (!over) setForeseen(foresee(() => new Cron(cron.trim(), { timezone: timeZone, mode: '5-part', paused: true }).nextRuns(4)));
    });
    return () => {
      over = true;
    };
  }, [cron, timeZone]);
  return foreseen;
}

function foresee(read: () => readonly Date[]): Foreseen {
  try {
    return { next: read(), fault: undefined };
  } catch (error) {
    return { next: [], fault: error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error) };
  }
}
