/** A line of its own for what holds lists or mappings; in braces what holds only scalars. */
const isFlat = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.values(value).every((item) => typeof item !== 'object' || item === null);

const flow = (value: unknown): string => {
  if (typeof value === 'string') return /^[A-Za-z][\w.-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`).join(', ')} }`;
  return JSON.stringify(value);
};

/** Plain data as YAML 1.2. Keys must need no quotes, nothing in it may be undefined. */
export function yamlText(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return value.map((item) => (isFlat(item) || isRow(item) ? `${indent}- ${flow(item)}\n` : `${indent}- ${yamlText(item, `${indent}  `).trimStart()}`)).join('');
  return Object.entries(value as object)
    .map(([key, item]: [string, unknown]) => (isFlat(item) ? `${indent}${key}: ${flow(item)}\n` : `${indent}${key}:\n${yamlText(item, `${indent}  `)}`))
    .join('');
}

/** An entry that is short enough for one line: mappings in it hold scalars or lists of flat mappings only. */
function isRow(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && Object.values(item).every(isFlat) && JSON.stringify(item).length < 260;
}
