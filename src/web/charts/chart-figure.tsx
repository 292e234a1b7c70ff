import { useId, type ReactNode } from 'react';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

interface ChartFigureProps {
  readonly title: string;
  /** What the picture says, in a sentence. */
  readonly caption: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
  /** Words laid over the picture where it is no record. */
  readonly watermark?: string | undefined;
  /** Whether the picture may be wider than its place, so that keys must be able to move it. */
  readonly scrolls?: boolean;
}

/** A picture with its name, what it says, and the same as a table. */
export function ChartFigure({ title, caption, table, children, watermark, scrolls = false }: ChartFigureProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Box component="figure" aria-labelledby={id} sx={{ margin: 0, marginTop: 2, minWidth: 0 }}>
      <Typography id={id} component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>{title}</Typography>
      <Box {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})} sx={{ position: 'relative', overflowX: 'auto' }}>
        {children}
        {watermark === undefined ? null : <Watermark words={watermark} />}
      </Box>
      <Typography component="figcaption" variant="body2" color="text.secondary">{caption}</Typography>
      <details>
        <Box component="summary" sx={{ cursor: 'pointer', fontSize: '0.875rem', paddingY: 0.5, '&:focus-visible': { outline: '3px solid #e39a1f', outlineOffset: 2 } }}>{translate('domicile.chart.as_table')}<Box component="span" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>: {title}</Box></Box>
        <DataTableOf title={title} {...table} />
      </details>
    </Box>
  );
}

/** A table of a picture, or of what needs none. */
export function DataTableOf({ title, columns, rows }: ChartTable & { readonly title: string }) {
  return (
    <Box tabIndex={0} role="region" aria-label={title} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={title}>
        <TableHead><TableRow>{columns.map((column) => <TableCell key={column} component="th" scope="col">{column}</TableCell>)}</TableRow></TableHead>
        <TableBody>{rows.map((row, index) => <TableRow key={index}>{row.map((cell, at) => <TableCell key={at} {...(at === 0 ? { component: 'th', scope: 'row' } : {})} sx={{ verticalAlign: 'top' }}>{cell}</TableCell>)}</TableRow>)}</TableBody>
      </Table>
    </Box>
  );
}

function Watermark({ words }: { readonly words: string }) {
  return (
    <Box aria-hidden sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center', pointerEvents: 'none', overflow: 'hidden' }}>
      <Box component="span" sx={{ transform: 'rotate(-14deg)', fontSize: 'clamp(1.4rem, 5vw, 2.6rem)', fontWeight: 800, letterSpacing: 2, whiteSpace: 'nowrap', textTransform: 'uppercase', color: 'warning.main', opacity: 0.28 }}>{words}</Box>
    </Box>
  );
}
