export interface FoundHost {
  readonly host: string;
  /** The whole text is the address: what code hands to a client, not a mention within a sentence. */
  readonly whole: boolean;
  /** Where it stands in the text. */
  readonly index: number;
}

/** Stands for what is filled in when the program runs. */
export const placeholder = 'filled--in';
const label = '[a-z0-9](?:[a-z0-9_-]{0,62})';
const name = `(?:${label}\\.){1,10}[a-z][a-z0-9-]{0,30}`;
const address = new RegExp(`(?:https?|wss?)://(?:[^\\s/@?#]{0,200}@)?(\\[[0-9a-f:.]{2,40}\\]|${label}(?:\\.${label}){0,10})`, 'gi');
const bare = new RegExp(`^(${name})(?::\\d{1,5})?(?:/[^\\s]*)?$`, 'i');

/** The host of an address that a whole text is; parts that are filled in when the program runs count as one label. Undefined for other text. */
export function hostOf(text: string): string | undefined {
  const filled = fillIn(text.trim()).replace(/^-{0,2}[\w.-]{1,60}=(?=\w+:\/\/)/, '');
  if (filled.length > 2_000 || /\s/.test(filled)) return undefined;
  address.lastIndex = 0;
  const found = address.exec(filled);
  const host = (found !== null && found.index === 0 ? found[1] : bare.exec(filled)?.[1])?.toLowerCase();
  return host === undefined || host === placeholder || host.endsWith(`.${placeholder}`) ? undefined : host;
}

/** Every host that a text names: the text itself, or addresses within it. */
export function hostsOf(text: string): FoundHost[] {
  const whole = hostOf(text);
  if (whole !== undefined) return [{ host: whole, whole: true, index: 0 }];
  return text.includes('://') ? [...text.slice(0, 200_000).matchAll(address)].slice(0, 200).map((found) => ({ host: (found[1] ?? '').toLowerCase(), whole: false, index: found.index })) : [];
}

/** `${name}`, `{name}`, `{{ name }}`, `%s` and `<name>` stand for something that is filled in. */
function fillIn(text: string): string {
  return text.replace(/\$?\{\{?[^{}\n]{0,120}\}?\}|%[sd]|<[a-z_-]{1,40}>/gi, placeholder);
}
