import { type RemoteAnswer } from './remote.js';

/** The ETag of an answer, as a pulled file carries it. */
export function etagOf({ headers }: RemoteAnswer): { readonly etag?: string } {
  const etag = headers['x-linked-etag'] ?? headers['etag'];
  return etag === undefined || etag.length > 300 ? {} : { etag };
}
