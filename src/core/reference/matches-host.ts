/** Whether a host name fits a pattern in which `*` stands for one or more characters. Both are compared in lower case; linear in practice, quadratic at worst. */
export function matchesHost(pattern: string, host: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === host;
  const last = rest.pop() ?? '';
  if (!host.startsWith(first) || !host.endsWith(last)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = host.indexOf(part, position + 1);
    if (found === -1) return false;
    position = found + part.length;
  }
  return host.length - last.length > position;
}
