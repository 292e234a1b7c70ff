import { Admin, CustomRoutes, Resource, type RaRecord } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from '../api/auth-provider.js';
import { dataProvider } from '../api/data-provider.js';
import { KeyList } from '../access/key-list.js';
import { UserList } from '../access/user-list.js';
import { may } from '../api/session.js';
import { recordKinds } from '../api/shapes.js';
import { AuditList } from '../audits/audit-list.js';
import { Dashboard } from '../dashboard.js';
import { FindingList } from '../findings/finding-list.js';
import { FindingShow } from '../findings/finding-show.js';
import { LogList } from '../log/log-list.js';
import { PolicyList } from '../policies/policy-list.js';
import { PolicyShow } from '../policies/policy-show.js';
import { ImportPage } from '../records/import-page.js';
import { RecordList } from '../records/record-list.js';
import { RecordShow } from '../records/record-show.js';
import { RevisionList } from '../records/revision-list.js';
import { WaiverList } from '../waivers/waiver-list.js';
import { WaiverShow } from '../waivers/waiver-show.js';
import { DomicileLayout } from './domicile-layout.js';
import { i18nProvider } from './i18n-provider.js';
import { darkTheme, lightTheme } from './theme.js';

const named = (record: RaRecord): string => String(record['name'] ?? record['title'] ?? (record['value'] as { readonly name?: string } | undefined)?.name ?? record.id);

/** What is behind the sign-in; a screen is there for those who may read what it shows. */
export function DomicileAdmin() {
  return (
    <Admin title="Domicile" dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18nProvider} layout={DomicileLayout} theme={lightTheme} darkTheme={darkTheme} dashboard={Dashboard} disableTelemetry>
      {may('finding:read') ? <Resource name="findings" list={FindingList} show={FindingShow} recordRepresentation={named} /> : null}
      {may('waiver:read') ? <Resource name="waivers" list={WaiverList} show={WaiverShow} recordRepresentation={named} /> : null}
      {may('audit:read') ? <Resource name="audits" list={AuditList} /> : null}
      {may('register:read') ? recordKinds.map((kind) => <Resource key={kind} name={kind} list={RecordList} show={RecordShow} recordRepresentation={named} />) : null}
      {may('finding:read') ? <Resource name="people" recordRepresentation={named} /> : null}
      {may('register:read') ? <Resource name="revisions" list={RevisionList} /> : null}
      {may('policy:read') ? <Resource name="policies" list={PolicyList} show={PolicyShow} recordRepresentation={named} /> : null}
      {may('log:read') ? <Resource name="log" list={LogList} /> : null}
      {may('user:manage') ? <Resource name="users" list={UserList} /> : null}
      {may('key:manage') ? <Resource name="keys" list={KeyList} /> : null}
      <CustomRoutes>{may('register:write') ? <Route path="/import" element={<ImportPage />} /> : null}</CustomRoutes>
    </Admin>
  );
}
