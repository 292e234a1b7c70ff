import { type Logger } from 'pino';

/** Log of what works on jobs; it names ids and kinds, never what was asked. */
export class JobLogger {
  constructor(readonly log: Logger) {}
}
