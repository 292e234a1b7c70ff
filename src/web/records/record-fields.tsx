import { Box, Chip, Paper, Table, TableBody, TableCell, TableHead, TableRow, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { NothingHere } from '../admin/nothing-here.js';
import { WordChip } from '../admin/word-chip.js';
import { type InventoryRecord, type Statement } from '../api/shapes.js';
import { fieldName } from './field-name.js';
import { flatten } from './flatten.js';
import { ValueText } from './value-cell.js';

/** Every field of a record with how sure it is and who says so, or those that lie `under` a JSON pointer. */
export function RecordFields({ record, under = '' }: { readonly record: InventoryRecord; readonly under?: string }) {
  const translate = useTranslate();
  const disputed = record.disputed.map((pointer) => ({ pointer, value: undefined }));
  const known = [...flatten(record.value)].sort((left, right) => rankOf(left.pointer).localeCompare(rankOf(right.pointer)));
  const fields = [...known, ...disputed.filter(({ pointer }) => !known.some((field) => field.pointer === pointer))].filter(({ pointer }) => pointer === under || pointer.startsWith(`${under}/`));
  if (fields.length === 0) return <NothingHere />;
  return (
    <Paper variant="outlined" sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('domicile.record.overview')}>
      <Table size="small" sx={{ tableLayout: { xs: 'fixed', md: 'auto' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('domicile.record.field')}</TableCell>
            <TableCell>{translate('domicile.record.value')}</TableCell>
            <TableCell>{translate('domicile.record.confidence')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map(({ pointer, value }) => (
            <TableRow key={pointer} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{fieldName(pointer)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}><ValueText value={value} /></TableCell>
              <TableCell><Sureness record={record} pointer={pointer} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}

/** Name and id first, then by name. */
function rankOf(pointer: string): string {
  return pointer === '/name' || pointer === '/id' ? ` ${pointer}` : pointer;
}

function Sureness({ record, pointer }: { readonly record: InventoryRecord; readonly pointer: string }) {
  const translate = useTranslate();
  if (record.disputed.includes(pointer)) return <Chip size="small" color="error" label={translate('domicile.record.disputed')} />;
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {(record.statements ?? []).flatMap((statement) => {
        const origin = originOf(statement, pointer);
        if (origin === undefined) return [];
        const place = [statement.path, origin.line].filter((part) => part !== undefined).join(':');
        return [<Tooltip key={statement.path} title={place}><span tabIndex={0} aria-label={place}><WordChip group="confidence" word={origin.confidence ?? 'declared'} /></span></Tooltip>];
      })}
    </Box>
  );
}

/** Where a source says it: at the field, or at what it lies in. */
function originOf({ origins, origin, value }: Statement, pointer: string): Statement['origin'] | undefined {
  if (!flatten(value).some((field) => field.pointer === pointer)) return undefined;
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (origins[at] !== undefined) return origins[at];
  return origin;
}
