import { useState } from 'react';
import { Button } from '@mui/material';
import { List, SearchInput, SelectArrayInput, SelectInput, TextInput, useListContext, useNotify, useTranslate, useUnselectAll } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { usePeople } from '../admin/person.js';
import { RowList } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { findingStates, severities, type Finding } from '../api/shapes.js';
import { findingColumns } from './finding-columns.js';
import { RestsOn } from './rests-on.js';
import { WaiverDialog } from '../waivers/waiver-dialog.js';

export function FindingList() {
  const translate = useTranslate();
  const people = usePeople();
  const assignees = [{ id: 'nobody', name: 'domicile.common.nobody' }, ...people.map(({ id, name }) => ({ id: String(id), name: name ?? String(id) }))];
  const filters = [
    <SearchInput key="search" source="search" alwaysOn aria-label={translate('domicile.field.search')} />,
    <SelectArrayInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('state', findingStates)]} alwaysOn />,
    <SelectArrayInput key="severity" source="severity" label="domicile.field.severity" choices={[...choicesOf('severity', severities)]} alwaysOn />,
    <SelectInput key="verdict" source="verdict" label="domicile.field.verdict" choices={[...choicesOf('verdict', ['fail', 'unknown', 'error'])]} />,
    <SelectInput key="assignee" source="assignee" label="domicile.field.assignee" choices={assignees} />,
    <TextInput key="pack" source="pack" label="domicile.field.pack" />,
    <TextInput key="rule" source="rule" label="domicile.field.rule" />,
    <TextInput key="subject" source="subject" label="domicile.field.subject" />,
  ];
  return (
    <List filters={filters} sort={{ field: 'severity', order: 'ASC' }} perPage={25} pagination={<ListPagination />} exporter={false} empty={<><RestsOn /><NothingHere /></>}>
      <RestsOn />
      <RowList columns={findingColumns} bulk={may('waiver:request') ? <RequestForSelected /> : false} />
    </List>
  );
}

/** One waiver for the findings that are ticked, where they are of one pack. */
function RequestForSelected() {
  const translate = useTranslate();
  const notify = useNotify();
  const { data, selectedIds } = useListContext<Finding>();
  const unselect = useUnselectAll('findings');
  const [open, setOpen] = useState(false);
  const selected = (data ?? []).filter(({ id }) => selectedIds.includes(id));
  const begin = (): void => {
    if (new Set(selected.map(({ pack }) => pack)).size > 1) notify('domicile.finding.several_packs', { type: 'warning' });
    else setOpen(true);
  };
  return (
    <>
      <Button size="small" onClick={begin}>{translate('domicile.finding.request_waiver')}</Button>
      {open ? <WaiverDialog findings={selectedIds.map(String)} pack={selected[0]?.pack} onClose={() => { setOpen(false); unselect(); }} /> : null}
    </>
  );
}
