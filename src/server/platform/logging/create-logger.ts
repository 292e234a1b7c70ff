import { pino, type DestinationStream, type Logger } from 'pino';
import { type ServerConfig } from '../config/server-config.js';

/**
 * JSON lines on standard output. What could name a person or open a door is never handed to it: requests are logged by route,
 * not by address, query or header; the paths below are a second net.
 */
export function createLogger(level: ServerConfig['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: ['req.headers', 'res.headers', 'headers', 'authorization', 'cookie', 'password', '*.password', '*.authorization', '*.cookie', 'err.parameters', 'err.query', 'err.driverError', 'err.detail'], remove: true },
    serializers: { req: () => undefined, res: () => undefined },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
