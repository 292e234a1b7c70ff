import { Injectable } from '@nestjs/common';

/** What is done every minute, by whichever process takes the tick. Two ticks at once must do no harm. */
@Injectable()
export class Ticker {
  private readonly works: (() => Promise<void>)[] = [];

  everyMinute(work: () => Promise<void>): void {
    this.works.push(work);
  }

  /** One that fails keeps no other from its turn. @throws AggregateError with everything that failed */
  async tick(): Promise<void> {
    const failures: unknown[] = [];
    for (const work of this.works) await work().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything of this minute was done');
  }
}
