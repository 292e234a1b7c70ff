import { type ComponentType } from 'react';
import { recordKinds } from '../api/shapes.js';
import { type ScreenPath } from './screen-permissions.js';

type Load = () => Promise<ComponentType>;

const list: Load = async () => (await import('../records/record-list.js')).RecordList;
const show: Load = async () => (await import('../records/record-show.js')).RecordShow;

/** Each screen is a part of its own of what browsers load. */
export const screens: Readonly<Record<ScreenPath, Load>> = {
  findings: async () => (await import('../findings/finding-list.js')).FindingList,
  'findings/:id/show': async () => (await import('../findings/finding-show.js')).FindingShow,
  waivers: async () => (await import('../waivers/waiver-list.js')).WaiverList,
  'waivers/:id/show': async () => (await import('../waivers/waiver-show.js')).WaiverShow,
  decisions: async () => (await import('../decisions/decision-list.js')).DecisionList,
  'decisions/:id/show': async () => (await import('../decisions/decision-show.js')).DecisionShow,
  audits: async () => (await import('../audits/audit-list.js')).AuditList,
  clearances: async () => (await import('../clearances/clearance-list.js')).ClearanceList,
  'clearances/:id/show': async () => (await import('../clearances/clearance-show.js')).ClearanceShow,
  evidence: async () => (await import('../evidence/evidence-list.js')).EvidenceList,
  'evidence/create': async () => (await import('../evidence/evidence-form.js')).EvidenceForm,
  'evidence/:id/show': async () => (await import('../evidence/evidence-show.js')).EvidenceShow,
  shocks: async () => (await import('../shocks/shock-page.js')).ShockPage,
  policies: async () => (await import('../policies/policy-list.js')).PolicyList,
  'policies/:id/show': async () => (await import('../policies/policy-show.js')).PolicyShow,
  'own-policies': async () => (await import('../policies/own-policy-list.js')).OwnPolicyList,
  'own-policies/create': async () => (await import('../policies/own-policy-create.js')).OwnPolicyCreate,
  'own-policies/:id/show': async () => (await import('../policies/own-policy-show.js')).OwnPolicyShow,
  auditor: async () => (await import('../reports/auditor-view.js')).AuditorView,
  reports: async () => (await import('../reports/report-list.js')).ReportList,
  schedules: async () => (await import('../schedules/schedule-list.js')).ScheduleList,
  'schedules/create': async () => (await import('../schedules/schedule-create.js')).ScheduleCreate,
  'schedules/:id': async () => (await import('../schedules/schedule-edit.js')).ScheduleEdit,
  'schedules/:id/show': async () => (await import('../schedules/schedule-show.js')).ScheduleShow,
  deliveries: async () => (await import('../deliveries/delivery-list.js')).DeliveryList,
  'deliveries/:id/show': async () => (await import('../deliveries/delivery-show.js')).DeliveryShow,
  notifications: async () => (await import('../notifications/notification-list.js')).NotificationList,
  'notifications/settings': async () => (await import('../notifications/notification-settings.js')).NotificationSettings,
  'flow-map': async () => (await import('../flows/flow-map-page.js')).FlowMapPage,
  ...ofRecords(),
  'deployment/create': async () => (await import('../registration/registration-page.js')).RegistrationPage,
  import: async () => (await import('../records/import-page.js')).ImportPage,
  revisions: async () => (await import('../records/revision-list.js')).RevisionList,
  jobs: async () => (await import('../jobs/job-list.js')).JobList,
  log: async () => (await import('../log/log-list.js')).LogList,
  users: async () => (await import('../access/user-list.js')).UserList,
  keys: async () => (await import('../access/key-list.js')).KeyList,
  trusts: async () => (await import('../access/trust-list.js')).TrustList,
};

function ofRecords(): Readonly<Record<Extract<ScreenPath, (typeof recordKinds)[number] | `${(typeof recordKinds)[number]}/:id/show`>, Load>> {
  return Object.fromEntries(recordKinds.flatMap((kind) => [[kind, list], [`${kind}/:id/show`, show]])) as ReturnType<typeof ofRecords>;
}
