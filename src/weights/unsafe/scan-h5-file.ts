import { open } from 'node:fs/promises';
import { kerasLambda } from './keras-lambda.js';
import { type UnsafeScan } from './unsafe-scan.js';

const chunkBytes = 4 * 1024 * 1024;
/** Longer than the pattern that is looked for, so that one cut by a chunk's end is seen in the next. */
const overlap = 1_024;

/** Looks for the configuration of a Lambda layer anywhere in an HDF5 file: Keras stores it as plain JSON in an attribute. */
export async function scanH5File(location: string): Promise<UnsafeScan> {
  const file = await open(location, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes + overlap);
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, chunkBytes, null);
      if (bytesRead === 0) return { unsafe: [], problems: [] };
      const filled = kept + bytesRead;
      const mayHold = buffer.subarray(0, filled).includes('ambda') || buffer.subarray(0, filled).includes('\\u00');
      if (mayHold && kerasLambda(buffer.toString('latin1', 0, filled))) {
        return { problems: [], unsafe: [{ code: 'keras-lambda', level: 'dangerous', what: 'Lambda', message: 'the file has a Keras Lambda layer, whose Python code runs when the model is loaded; do not load it' }] };
      }
      kept = Math.min(overlap, filled);
      buffer.copyWithin(0, filled - kept, filled);
    }
  } finally {
    await file.close();
  }
}
