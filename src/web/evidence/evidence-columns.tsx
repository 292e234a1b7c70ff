import { useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { Person } from '../admin/person.js';
import { type Column } from '../admin/row-list.js';
import { type Evidence } from '../api/shapes.js';
import { Expiry } from './expiry.js';

export const evidenceColumns: readonly Column<Evidence>[] = [
  { name: 'title', show: ({ title }) => title },
  { name: 'kind', show: ({ type }) => <Type type={type} /> },
  { name: 'record', show: ({ record }) => record ?? '–' },
  { name: 'effective', show: ({ effective }) => <Day at={effective} /> },
  { name: 'expires', show: ({ expires }) => <Expiry expires={expires} /> },
  { name: 'addedBy', show: ({ addedBy, addedAt }) => <><Person id={addedBy} /> · <Day at={addedAt} /></> },
];

function Type({ type }: Pick<Evidence, 'type'>) {
  return <>{useTranslate()(`domicile.evidence.types.${type}`, { _: type })}</>;
}
