import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { plainText } from '../admin/plain-text.js';
import { valueText } from '../admin/value-text.js';

/** A value of a field; a list of objects is folded, as JSON. */
export function ValueText({ value }: { readonly value: unknown }) {
  const translate = useTranslate();
  const deep = typeof value === 'object' && value !== null && JSON.stringify(value).includes('{');
  if (!deep) return <>{valueText(value, translate)}</>;
  return (
    <details>
      <summary>{Array.isArray(value) ? value.map((each) => labelOf(each)).join(', ') : '{…}'}</summary>
      <Box component="pre" sx={{ fontSize: '0.75rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{JSON.stringify(value, undefined, 2)}</Box>
    </details>
  );
}

function labelOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : value;
  return plainText(id) ?? '{…}';
}
