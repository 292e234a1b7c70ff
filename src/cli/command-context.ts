import { type CommandOutput } from './command-output.js';

/** What the process gives every command: the instant it began, taken once, and where its answer goes. */
export interface CommandContext {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** One line of progress, on a terminal only. */
  readonly onProgress?: (line: string) => void;
  readonly finish: (output: CommandOutput) => void;
}
