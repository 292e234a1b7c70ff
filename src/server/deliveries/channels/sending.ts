import { type Message } from '../message.js';

/** One message about to leave. */
export interface Sending {
  /** Of the delivery; the same at every attempt. */
  readonly id: string;
  readonly message: Message;
  /** The report it brings. */
  readonly pdf: Uint8Array | undefined;
  /** Address at which it is read, where the server knows its own. */
  readonly link: string | undefined;
  readonly now: Date;
  readonly signal: AbortSignal;
}
