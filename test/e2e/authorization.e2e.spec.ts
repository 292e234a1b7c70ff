import request from 'supertest';
import { role, type Role } from '../../src/server/access/role.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const everyone: readonly Role[] = role.options;
const approvers: readonly Role[] = ['administrator', 'compliance-officer', 'approver', 'data-protection-officer', 'legal', 'risk-officer', 'security-officer'];
const readers = everyone.filter((name) => name !== 'ci');

/** Who may do what. An operation that is missing here fails the test. */
const allowed: Readonly<Record<string, readonly Role[] | 'public' | 'signed-in'>> = {
  live: 'public',
  ready: 'public',
  metrics: 'public',
  signIn: 'public',
  followSignInLink: 'public',
  beginOidcSignIn: 'public',
  finishOidcSignIn: 'public',
  listSignInWays: 'public',
  getSession: 'signed-in',
  signOut: 'signed-in',
  setPassword: 'signed-in',
  createCheck: ['administrator', 'compliance-officer', 'model-owner', 'ci'],
  createAudit: ['administrator', 'compliance-officer', 'model-owner'],
  listAudits: everyone,
  listAffectedSubjects: everyone,
  getAudit: everyone,
  getAuditReport: everyone,
  listReports: everyone,
  getReport: everyone,
  verifyReport: everyone,
  createJob: everyone,
  listJobs: everyone,
  getJob: everyone,
  cancelJob: everyone,
  getJobResult: everyone,
  listPeople: readers,
  listFindings: readers,
  getFinding: readers,
  changeFinding: ['administrator', 'compliance-officer', 'model-owner'],
  commentFinding: ['administrator', 'compliance-officer', 'model-owner'],
  listPolicies: everyone,
  getPolicyLanguage: everyone,
  listOwnPolicies: everyone,
  getOwnPolicy: everyone,
  checkPolicy: everyone,
  testPolicy: everyone,
  tryPolicy: readers,
  dryRunPolicy: readers,
  draftOwnPolicy: ['administrator', 'compliance-officer'],
  changeOwnPolicy: ['administrator', 'compliance-officer'],
  submitOwnPolicy: ['administrator', 'compliance-officer'],
  withdrawOwnPolicy: ['administrator', 'compliance-officer'],
  approveOwnPolicy: approvers,
  rejectOwnPolicy: approvers,
  retireOwnPolicy: approvers,
  listWaivers: readers,
  getWaiver: readers,
  draftWaiver: ['administrator', 'compliance-officer', 'model-owner'],
  changeWaiver: ['administrator', 'compliance-officer', 'model-owner'],
  submitWaiver: ['administrator', 'compliance-officer', 'model-owner'],
  withdrawWaiver: ['administrator', 'compliance-officer', 'model-owner'],
  approveWaiver: approvers,
  rejectWaiver: approvers,
  listDecisions: readers,
  getDecision: readers,
  getDecisionResult: readers,
  getDecisionStanding: readers,
  getDecisionText: readers,
  getDecisionReport: readers,
  getDecisionInputs: readers,
  askWhatIf: readers,
  draftDecision: ['administrator', 'compliance-officer', 'model-owner'],
  changeDecision: ['administrator', 'compliance-officer', 'model-owner'],
  submitDecision: ['administrator', 'compliance-officer', 'model-owner'],
  approveDecision: approvers,
  signOffDecision: approvers,
  rejectDecision: approvers,
  runShock: everyone,
  getFlowMap: readers,
  listClearances: everyone,
  getClearance: everyone,
  grantClearance: approvers,
  revokeClearance: approvers,
  addEvidence: ['administrator', 'compliance-officer', 'model-owner'],
  listEvidence: readers,
  getEvidence: readers,
  getEvidenceContent: readers,
  getAuditArchive: ['administrator', 'compliance-officer', 'auditor'],
  importFiles: ['administrator', 'compliance-officer', 'model-owner'],
  tryImport: ['administrator', 'compliance-officer', 'model-owner'],
  exportRecords: readers,
  listCollections: readers,
  listRevisions: readers,
  listRecords: readers,
  getRecord: readers,
  listRecordVersions: readers,
  stateRecord: ['administrator', 'compliance-officer', 'model-owner'],
  confirmRecord: ['administrator', 'compliance-officer', 'model-owner'],
  retireRecord: ['administrator', 'compliance-officer', 'model-owner'],
  listPullConnections: ['administrator', 'compliance-officer', 'auditor'],
  runPull: ['administrator', 'compliance-officer'],
  listPulls: ['administrator', 'compliance-officer', 'auditor'],
  getPull: ['administrator', 'compliance-officer', 'auditor'],
  getPullSources: ['administrator', 'compliance-officer', 'auditor'],
  listSchedules: readers,
  getSchedule: readers,
  listScheduleRuns: readers,
  createSchedule: ['administrator', 'compliance-officer'],
  changeSchedule: ['administrator', 'compliance-officer'],
  endSchedule: ['administrator', 'compliance-officer'],
  runSchedule: ['administrator', 'compliance-officer'],
  listDeliveries: ['administrator', 'compliance-officer'],
  listDeliveryChannels: ['administrator', 'compliance-officer'],
  getDelivery: ['administrator', 'compliance-officer'],
  resendDelivery: ['administrator', 'compliance-officer'],
  listNotifications: readers,
  readNotifications: readers,
  getNotificationSettings: ['administrator', 'compliance-officer'],
  changeNotificationSettings: ['administrator', 'compliance-officer'],
  getReaudit: readers,
  changeReaudit: ['administrator', 'compliance-officer'],
  getRetention: ['administrator', 'compliance-officer', 'auditor'],
  previewRetention: ['administrator', 'compliance-officer', 'auditor'],
  listRetentionRuns: ['administrator', 'compliance-officer', 'auditor'],
  changeRetention: ['administrator'],
  runRetention: ['administrator'],
  // By the list that is asked for; here that of findings.
  exportList: readers,
  readLog: ['administrator', 'compliance-officer', 'auditor'],
  exportLog: ['administrator', 'compliance-officer', 'auditor'],
  createApiKey: ['administrator'],
  listApiKeys: ['administrator'],
  revokeApiKey: ['administrator'],
  exchangeCiToken: 'public',
  createCiTrust: ['administrator'],
  listCiTrusts: ['administrator'],
  removeCiTrust: ['administrator'],
  createUser: ['administrator'],
  listUsers: ['administrator'],
  getUser: ['administrator'],
  changeUser: ['administrator'],
  eraseUser: ['administrator'],
  createSignInLink: ['administrator'],
};

interface Operation {
  readonly operationId: string;
  readonly method: Parameters<Browser['call']>[0];
  readonly path: string;
}

describe('every route', () => {
  let test: TestApp;
  let operations: readonly Operation[];
  beforeAll(async () => {
    test = await startTestApp();
    const { body } = await request(test.server).get('/api/openapi.json');
    operations = Object.entries((body as { paths: Record<string, Record<string, { operationId: string }>> }).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ operationId, method: method as Operation['method'], path: path.replace('{id}', '01990000-0000-7000-8000-000000000000').replace('{kind}', 'model').replace('{name}', 'registry').replace('{version}', '1').replace('{list}', 'findings') })),
    );
  });
  afterAll(async () => {
    await test.close();
  });

  it('stands in the table of who may do what', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(allowed).sort());
  });

  it('is closed to whoever is not signed in, unless it is public', async () => {
    for (const { operationId, method, path } of operations) {
      const { status } = await request(test.server)[method](path);
      expect([operationId, status === 401 ? 'closed' : 'open']).toEqual([operationId, allowed[operationId] === 'public' ? 'open' : 'closed']);
    }
  });

  it.each(everyone)('lets %s in where the table says so and nowhere else', async (name) => {
    const browser = await signInAs(test, `${name}@example.org`, [name]);
    for (const { operationId, method, path } of operations.filter((operation) => Array.isArray(allowed[operation.operationId]))) {
      const { status } = await browser.call(method, path);
      expect([operationId, status === 403 ? 'refused' : status === 401 ? 'not signed in' : 'let in']).toEqual([operationId, allowed[operationId]?.includes(name) === true ? 'let in' : 'refused']);
    }
  });

  it('refuses a person without roles and a key without scopes', async () => {
    const nobody = await signInAs(test, 'nobody@example.org', []);
    for (const { operationId, method, path } of operations.filter((operation) => Array.isArray(allowed[operation.operationId]))) expect([operationId, (await nobody.call(method, path)).status]).toEqual([operationId, 403]);
  });
});
