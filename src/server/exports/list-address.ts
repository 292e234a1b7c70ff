import { DomainError } from '../platform/problem/domain-error.js';

/** The address of a list with what its path takes from the parameters, and the parameters that are left. @throws DomainError `invalid-request` */
export function listAddress(path: string, parameters: Readonly<Record<string, unknown>>): { readonly path: string; readonly query: Readonly<Record<string, unknown>> } {
  const query = { ...parameters };
  const filled = path.replace(/\{(\w+)\}/g, (_text, name: string) => {
    const value = query[name];
    delete query[name];
    if (typeof value === 'string' && value !== '' && value !== '.' && value !== '..') return encodeURIComponent(value);
    const detail = `names no ${name}; the list needs one`;
    throw new DomainError('invalid-request', `${name} ${detail}`, { errors: [{ pointer: name, detail }] });
  });
  return { path: filled, query };
}
