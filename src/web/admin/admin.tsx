import { lazy, Suspense } from 'react';
import { Admin, CustomRoutes, Resource, type RaRecord } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from '../api/auth-provider.js';
import { dataProvider } from '../api/data-provider.js';
import { KeyList } from '../access/key-list.js';
import { TrustList } from '../access/trust-list.js';
import { UserList } from '../access/user-list.js';
import { currentSession, may } from '../api/session.js';
import { recordKinds } from '../api/shapes.js';
import { AuditList } from '../audits/audit-list.js';
import { ClearanceList } from '../clearances/clearance-list.js';
import { ClearanceShow } from '../clearances/clearance-show.js';
import { Dashboard } from '../dashboard.js';
import { DeliveryList } from '../deliveries/delivery-list.js';
import { DeliveryShow } from '../deliveries/delivery-show.js';
import { EvidenceForm } from '../evidence/evidence-form.js';
import { EvidenceList } from '../evidence/evidence-list.js';
import { EvidenceShow } from '../evidence/evidence-show.js';
import { DecisionList } from '../decisions/decision-list.js';
import { DecisionShow } from '../decisions/decision-show.js';
import { FindingList } from '../findings/finding-list.js';
import { FindingShow } from '../findings/finding-show.js';
import { JobList } from '../jobs/job-list.js';
import { LogList } from '../log/log-list.js';
import { NotificationList } from '../notifications/notification-list.js';
import { NotificationSettings } from '../notifications/notification-settings.js';
import { OwnPolicyCreate } from '../policies/own-policy-create.js';
import { OwnPolicyList } from '../policies/own-policy-list.js';
import { OwnPolicyShow } from '../policies/own-policy-show.js';
import { PolicyList } from '../policies/policy-list.js';
import { PolicyShow } from '../policies/policy-show.js';
import { ImportPage } from '../records/import-page.js';
import { RecordList } from '../records/record-list.js';
import { RecordShow } from '../records/record-show.js';
import { RevisionList } from '../records/revision-list.js';
import { AuditorPanel } from '../reports/auditor-panel.js';
import { AuditorView } from '../reports/auditor-view.js';
import { ReportList } from '../reports/report-list.js';
import { ScheduleCreate } from '../schedules/schedule-create.js';
import { ScheduleEdit } from '../schedules/schedule-edit.js';
import { ScheduleList } from '../schedules/schedule-list.js';
import { ScheduleShow } from '../schedules/schedule-show.js';
import { WaiverList } from '../waivers/waiver-list.js';
import { WaiverShow } from '../waivers/waiver-show.js';
import { DomicileLayout } from './domicile-layout.js';
import { i18nProvider } from './i18n-provider.js';
import { darkTheme, lightTheme } from './theme.js';

const FlowMapPage = lazy(async () => ({ default: (await import('../flows/flow-map-page.js')).FlowMapPage }));
const ShockPage = lazy(async () => ({ default: (await import('../shocks/shock-page.js')).ShockPage }));

const named = (record: RaRecord): string => String(record['name'] ?? record['title'] ?? (record['value'] as { readonly name?: string } | undefined)?.name ?? record.id);

/** What is behind the sign-in; a screen is there for those who may read what it shows. */
export function DomicileAdmin() {
  return (
    <Admin title="Domicile" dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18nProvider} layout={DomicileLayout} theme={lightTheme} darkTheme={darkTheme} dashboard={Landing} disableTelemetry>
      {may('finding:read') ? <Resource name="findings" list={FindingList} show={FindingShow} recordRepresentation={named} /> : null}
      {may('waiver:read') ? <Resource name="waivers" list={WaiverList} show={WaiverShow} recordRepresentation={named} /> : null}
      {may('decision:read') ? <Resource name="decisions" list={DecisionList} show={DecisionShow} recordRepresentation={named} /> : null}
      {may('audit:read') ? <Resource name="audits" list={AuditList} /> : null}
      {may('clearance:read') ? <Resource name="clearances" list={ClearanceList} show={ClearanceShow} recordRepresentation={named} /> : null}
      {may('evidence:read') ? <Resource name="evidence" list={EvidenceList} show={EvidenceShow} create={may('evidence:add') ? EvidenceForm : undefined} recordRepresentation={named} /> : null}
      {may('audit:read') ? <Resource name="reports" list={ReportList} /> : null}
      {may('schedule:read') ? <Resource name="schedules" list={ScheduleList} show={ScheduleShow} {...(may('schedule:manage') ? { create: ScheduleCreate, edit: ScheduleEdit } : {})} recordRepresentation={named} /> : null}
      {may('delivery:manage') ? <Resource name="deliveries" list={DeliveryList} show={DeliveryShow} recordRepresentation={named} /> : null}
      {may('notification:read') ? <Resource name="notifications" list={NotificationList}>{may('delivery:manage') ? <Route path="settings" element={<NotificationSettings />} /> : null}</Resource> : null}
      {may('job:read') ? <Resource name="jobs" list={JobList} /> : null}
      {may('register:read') ? recordKinds.map((kind) => <Resource key={kind} name={kind} list={RecordList} show={RecordShow} recordRepresentation={named} />) : null}
      {may('finding:read') ? <Resource name="people" recordRepresentation={named} /> : null}
      {may('register:read') ? <Resource name="revisions" list={RevisionList} /> : null}
      {may('policy:read') ? <Resource name="policies" list={PolicyList} show={PolicyShow} recordRepresentation={named} /> : null}
      {may('policy:read') ? <Resource name="own-policies" list={OwnPolicyList} show={OwnPolicyShow} {...(may('policy:write') ? { create: OwnPolicyCreate } : {})} recordRepresentation={named} /> : null}
      {may('log:read') ? <Resource name="log" list={LogList} /> : null}
      {may('user:manage') ? <Resource name="users" list={UserList} /> : null}
      {may('key:manage') ? <Resource name="keys" list={KeyList} /> : null}
      {may('key:manage') ? <Resource name="trusts" list={TrustList} /> : null}
      <CustomRoutes>
        {may('register:read') ? <Route path="/flow-map" element={<Suspense fallback={null}><FlowMapPage /></Suspense>} /> : null}
        {may('audit:read') ? <Route path="/shocks" element={<Suspense fallback={null}><ShockPage /></Suspense>} /> : null}
        {may('register:write') ? <Route path="/import" element={<ImportPage />} /> : null}
        {may('log:read') ? <Route path="/auditor" element={<AuditorView />} /> : null}
      </CustomRoutes>
    </Admin>
  );
}

/** The dashboard, and for those who only audit what they take away above it. */
function Landing() {
  const auditsOnly = currentSession()?.user.roles.every((role) => role === 'auditor') === true && may('log:read');
  return <>{auditsOnly ? <AuditorPanel /> : null}<Dashboard /></>;
}
