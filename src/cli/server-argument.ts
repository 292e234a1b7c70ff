import { InvalidArgumentError } from 'commander';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The address of a server as a flag gives it; a key is not sent in the clear but to this machine. */
export function serverArgument(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '' || !['', '/'].includes(url.pathname) || url.search !== '') throw new InvalidArgumentError("it is no address of a server; write one such as https://domicile.example.org, without a path.");
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) throw new InvalidArgumentError('the key would go there in the clear; write https.');
  return url.origin;
}
