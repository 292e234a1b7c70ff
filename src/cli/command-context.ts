import { type CommandOutput } from './command-output.js';

/** What the process gives every command: the instant it began, taken once, and where its answer goes. */
export interface CommandContext {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** One line of progress, in place of the last one; on a terminal only, and not in CI. */
  readonly onProgress?: (line: string) => void;
  readonly finish: (output: CommandOutput) => void;
}
