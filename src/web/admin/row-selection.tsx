import { type ReactElement } from 'react';
import { Checkbox } from '@mui/material';
import { BulkActionsToolbar, useListContext, useTranslate, type RaRecord } from 'react-admin';

/** Ticks a row; the name is that of the box itself, which readers of screens read. */
export function SelectRow({ row }: { readonly row: RaRecord }) {
  const translate = useTranslate();
  const { selectedIds, onToggleItem } = useListContext();
  return <Checkbox size="small" sx={{ padding: 0.5 }} checked={selectedIds.includes(row.id)} onClick={(event) => event.stopPropagation()} onChange={() => onToggleItem(row.id)} slotProps={{ input: { 'aria-label': translate('ra.action.select_row') } }} />;
}

/** Ticks every row of the page, or none. */
export function SelectPage() {
  const translate = useTranslate();
  const { data = [], selectedIds, onSelect } = useListContext<RaRecord>();
  const here = data.map(({ id }) => id);
  const ticked = here.filter((id) => selectedIds.includes(id)).length;
  const select = (on: boolean): void => onSelect([...selectedIds.filter((id) => !here.includes(id)), ...(on ? here : [])]);
  return <Checkbox size="small" sx={{ padding: 0.5 }} checked={ticked > 0 && ticked === here.length} indeterminate={ticked > 0 && ticked < here.length} onChange={(_event, on) => select(on)} slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }} />;
}

/** What can be done with the rows that are ticked; nothing is there to come upon while none is. */
export function SelectionBar({ children }: { readonly children: ReactElement }) {
  const { selectedIds } = useListContext();
  return selectedIds.length === 0 ? null : <BulkActionsToolbar selectAllButton={false}>{children}</BulkActionsToolbar>;
}
