/** What stands in place of a secret. It reads as one, so that an importer still tells that a secret stood there. */
export const redacted = 'redacted';

const secretVariable = /(^|_)(key|access_?key_?id|token|secret|passwd|password|credentials?)$/i;
/** Not `key` alone, which in a manifest names a label. */
const secretMember = /(api[_.-]?key|access[_.-]?key([_.-]?id)?|private[_.-]?key|_key|token|secret|passwd|password|credentials?)$/i;
const secretOption = /^--?[a-z0-9_.-]*(api[_-]?key|token|secret|passwd|password)$/i;
const optionWithSecret = /(^|\s)(--?[a-z0-9_.-]*(?:api[_-]?key|token|secret|passwd|password))([=\s]+)(?!-)\S+/gi;
const knownKeys = /\b(sk-[A-Za-z0-9_-]{16,}|hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|eyJ[\w-]{8,400}\.eyJ[\w-]{8,4000}\.[\w-]+)/g;
const addressWithSecret = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@?#]{1,2000}@/gi;

/** The same data with nothing in it that opens a door: values of secret names, options and variables, keys of known make, user names and passwords in addresses. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (typeof item === 'string' && typeof value[index - 1] === 'string' && secretOption.test(value[index - 1] as string) && !item.startsWith('-') ? redacted : withoutSecrets(item)));
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value as { readonly name?: unknown };
  const ofSecret = typeof name === 'string' && secretVariable.test(name);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, isScalar(member) && (secretMember.test(key) || (key === 'value' && ofSecret)) ? hidden(member) : withoutSecrets(member)]));
}

/** What only names another place, such as `$(TOKEN)`, stays. */
const hidden = (member: unknown): unknown => (typeof member === 'string' && (member === '' || /^\$[({]/.test(member)) ? member : redacted);

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const plain = (text: string): string => text.replace(optionWithSecret, `$1$2$3${redacted}`).replace(addressWithSecret, `$1${redacted}@`).replace(knownKeys, redacted);
