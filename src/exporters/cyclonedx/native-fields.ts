import { valueAt } from '../../core/inventory/value-at.js';
import { isPlainText } from './is-plain-text.js';

export interface NativeFields {
  /** The fact as CycloneDX's own field takes it; undefined where it is absent or would not come back as it is, and then it goes into a property. */
  text(pointer: string, accepts?: (text: string) => boolean): string | undefined;
  /** A list of one to `most` texts. */
  texts(pointer: string, most?: number, accepts?: (text: string) => boolean): readonly string[] | undefined;
  /** Pointers of the facts that stand in CycloneDX's own fields. */
  readonly taken: ReadonlySet<string>;
}

/** Hands out the facts of a record to CycloneDX's own fields and remembers which. */
export function nativeFields(record: object): NativeFields {
  const taken = new Set<string>();
  const isText = (value: unknown, accepts: (text: string) => boolean): value is string => typeof value === 'string' && isPlainText(value) && accepts(value);
  return {
    taken,
    text: (pointer, accepts = () => true) => {
      const value = valueAt(record, pointer);
      if (!isText(value, accepts)) return undefined;
      taken.add(pointer);
      return value;
    },
    texts: (pointer, most = 10_000, accepts = () => true) => {
      const value = valueAt(record, pointer);
      if (!Array.isArray(value) || value.length === 0 || value.length > most || !value.every((each) => isText(each, accepts))) return undefined;
      taken.add(pointer);
      return value;
    },
  };
}
