import { useGetOne, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { type Schedule } from '../api/shapes.js';
import { ScheduleForm } from './schedule-form.js';
import { termsOf } from './schedule-terms.js';

/** Changes a schedule. */
export function ScheduleEdit() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { data } = useGetOne<Schedule>('schedules', { id });
  return data === undefined ? null : <ScheduleForm title={translate('domicile.schedule.change', { name: data.name })} terms={termsOf(data)} saved={{ id: data.id, version: data.version }} />;
}
