const blockSize = 1 << 20;

/**
 * Gathers what a document writes in blocks of a mebibyte. pdfkit writes line by line and is a stream that nobody reads while it writes:
 * a thousand pages would leave millions of small arrays waiting in it.
 */
export function gatherBytes(document: PDFKit.PDFDocument): () => Uint8Array {
  const blocks: Uint8Array[] = [];
  let block = new Uint8Array(blockSize);
  let used = 0;
  const begun = document.read() as Uint8Array | null;
  document.push = (chunk: Uint8Array | null): boolean => {
    for (let from = 0; chunk !== null && from < chunk.length; ) {
      if (used === blockSize) {
        blocks.push(block);
        block = new Uint8Array(blockSize);
        used = 0;
      }
      const part = chunk.subarray(from, from + blockSize - used);
      block.set(part, used);
      used += part.length;
      from += part.length;
    }
    return true;
  };
  if (begun !== null) document.push(begun);
  return () => concatenated([...blocks, block.subarray(0, used)]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
