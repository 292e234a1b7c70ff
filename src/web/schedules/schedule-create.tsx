import { useTranslate } from 'react-admin';
import { language } from '../words/language.js';
import { ScheduleForm } from './schedule-form.js';

/** Makes a schedule; a report of the whole register each Monday is what is offered first. */
export function ScheduleCreate() {
  const translate = useTranslate();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return <ScheduleForm title={translate('domicile.schedule.add')} terms={{ name: '', cron: '0 8 * * 1', timeZone, audit: {}, report: { template: 'full-audit', language: language() }, condition: 'always', recipients: [], enabled: true }} />;
}
