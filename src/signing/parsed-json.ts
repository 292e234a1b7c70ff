/** What `read` makes of bytes that hold JSON; undefined where they hold none. */
export function parsedJson<Value>(bytes: Uint8Array, read: (value: unknown) => Value | undefined): Value | undefined {
  try {
    return read(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
