import { type UnsafeScan } from './unsafe-scan.js';

/** NumPy arrays of Python objects are pickles. */
export function numpyObjects(head: Buffer, name: string): UnsafeScan {
  const holdsObjects = /'descr':[^}]*'\|?O/.test(head.toString('latin1'));
  return { problems: [], unsafe: holdsObjects ? [{ code: 'object-array', level: 'suspicious', what: name, message: `${name} is an array of Python objects, which loading unpickles; convert it to plain numbers` }] : [] };
}
