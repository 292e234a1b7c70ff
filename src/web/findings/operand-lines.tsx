import { Box } from '@mui/material';
import { useTranslate, type TranslateFunction } from 'react-admin';
import { valueText } from '../admin/value-text.js';
import { type Operand } from '../api/shapes.js';

/** What a verdict was decided on, an operand a line, in words. */
export function OperandLines({ operands }: { readonly operands: readonly Operand[] }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ marginY: 0.5, paddingLeft: 2.5 }}>
      {operands.map((operand, index) => (
        <li key={index}><Box component="code" sx={{ overflowWrap: 'anywhere' }}>{operand.path}</Box> {wordsOf(operand, translate)}</li>
      ))}
    </Box>
  );
}

function wordsOf({ value, state }: Operand, translate: TranslateFunction): string {
  if (state !== undefined) return translate(`domicile.operand.${state}`, { _: state });
  if (value === null || value === undefined) return translate('domicile.operand.missing');
  return translate('domicile.operand.is', { value: valueText(value, translate) });
}
