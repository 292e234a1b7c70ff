import { type LoggerService } from '@nestjs/common';
import { type Logger } from 'pino';

/** Nest's own messages in the server's log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(textOf(message));
  }

  warn(message: unknown): void {
    this.logger.warn(textOf(message));
  }

  error(message: unknown, stack?: unknown): void {
    this.logger.error(typeof stack === 'string' ? { stack } : {}, textOf(message));
  }

  fatal(message: unknown): void {
    this.logger.fatal(textOf(message));
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
