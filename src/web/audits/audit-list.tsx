import { List, SelectInput, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { type Audit } from '../api/shapes.js';
import { Outcomes } from './outcomes.js';
import { ClearButton } from './clear-button.js';
import { ReportButton } from './report-button.js';

const columns: readonly Column<Audit>[] = [
  { name: 'asOf', show: ({ asOf }) => <Day at={asOf} time /> },
  { name: 'conclusion', show: ({ conclusion }) => <WordChip group="conclusion" word={conclusion} /> },
  { name: 'of', show: ({ revision, part }) => <Audited revision={revision} part={part} /> },
  { name: 'counts', show: ({ counts }) => <Outcomes counts={counts} /> },
  { name: 'requestedBy', show: ({ requestedBy }) => <Person id={requestedBy} /> },
  { name: 'report', show: ({ id }) => <ReportButton audit={id} /> },
  { name: 'clearance', show: ({ id, revision }) => (revision === null ? '–' : <ClearButton audit={id} />) },
];

export function AuditList() {
  const filters = [
    <SelectInput key="of" source="of" label="domicile.field.of" choices={[...choicesOf('audited', ['register', 'files'])]} alwaysOn />,
    <SelectInput key="conclusion" source="conclusion" label="domicile.field.conclusion" choices={[...choicesOf('conclusion', ['conforming', 'non-conforming', 'inconclusive'])]} alwaysOn />,
  ];
  return (
    <List filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Audited({ revision, part }: Pick<Audit, 'revision' | 'part'>) {
  const translate = useTranslate();
  const what = revision === null ? translate('domicile.audit.of_files') : translate('domicile.audit.revision', { revision });
  return <>{part === null ? what : `${what} · ${translate('domicile.audit.part', { subjects: part.subjects, all: part.of, only: part.only.slice(0, 3).join(', ') })}`}</>;
}
