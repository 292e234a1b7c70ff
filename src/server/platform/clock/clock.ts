/** The one place of the server that reads the time. */
export abstract class Clock {
  abstract now(): Date;
}
