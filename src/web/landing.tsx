import { currentSession, may } from './api/session.js';
import { Dashboard } from './dashboard.js';
import { AuditorPanel } from './reports/auditor-panel.js';

/** The dashboard, and for those who only audit what they take away above it. */
export function Landing() {
  const auditsOnly = currentSession()?.user.roles.every((role) => role === 'auditor') === true && may('log:read');
  return <>{auditsOnly ? <AuditorPanel /> : null}<Dashboard /></>;
}
