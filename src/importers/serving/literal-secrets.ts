import { type Problem } from '../../core/inventory/problem.js';
import { type ParsedDocument } from '../parsed-document.js';
import { type Container } from './container.js';

/** Keys and passwords that stand in the manifest itself, by the names of their variables; the values are never copied. */
export function literalSecrets(file: string, document: ParsedDocument, { environment }: Container): Problem[] {
  return environment
    .filter(({ name, value }) => /(^|_)(API_?KEY|KEY|TOKEN|SECRET|PASSWORD)$/i.test(name) && value !== undefined && value !== '' && !/[$<{]/.test(value))
    .map(({ name, at }) => ({ file, ...document.placeOf(at), code: 'inline-secret', message: `the value of ${name} stands in the file; take it from a secret and revoke this one`, level: 'warning' as const }));
}
