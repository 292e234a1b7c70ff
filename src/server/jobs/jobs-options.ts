/** How this process works on jobs. */
export class JobsOptions {
  constructor(
    /** Address of the database as the application's login. */
    readonly appUrl: string,
    /** Jobs at a time; 0 leaves them to other processes. */
    readonly atOnce: number,
    /** Whether it takes part in the ticks of every minute. */
    readonly ticks: boolean,
  ) {}
}
