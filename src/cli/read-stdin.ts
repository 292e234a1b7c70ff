import { buffer } from 'node:stream/consumers';

/** Everything on standard input. */
export async function readStdin(): Promise<Uint8Array> {
  return buffer(process.stdin);
}
