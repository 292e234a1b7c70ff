import { Organisations1795474800001 } from '../../migrations/1795474800001-organisations.js';
import { Audits1795474800002 } from '../../migrations/1795474800002-audits.js';
import { ApiKeys1795474800003 } from '../../migrations/1795474800003-api-keys.js';
import { Log1795478400001 } from '../../migrations/1795478400001-log.js';
import { People1795478400002 } from '../../migrations/1795478400002-people.js';
import { SignInChallenges1795478400003 } from '../../migrations/1795478400003-sign-in-challenges.js';
import { Jobs1795910400001 } from '../../migrations/1795910400001-jobs.js';
import { Register1795996800001 } from '../../migrations/1795996800001-register.js';
import { OrganisationsForBackups1796000400001 } from '../../migrations/1796000400001-organisations-for-backups.js';
import { Findings1796083200001 } from '../../migrations/1796083200001-findings.js';
import { Waivers1796169600001 } from '../../migrations/1796169600001-waivers.js';
import { Evidence1796256000001 } from '../../migrations/1796256000001-evidence.js';
import { Pulls1796342400001 } from '../../migrations/1796342400001-pulls.js';
import { LogInBulk1796428800001 } from '../../migrations/1796428800001-log-in-bulk.js';
import { RegisterLists1796428800002 } from '../../migrations/1796428800002-register-lists.js';
import { DisputedRecords1796428800003 } from '../../migrations/1796428800003-disputed-records.js';
import { AuditedParts1796515200001 } from '../../migrations/1796515200001-audited-parts.js';
import { Units1796601600001 } from '../../migrations/1796601600001-units.js';
import { CiTrust1796601600002 } from '../../migrations/1796601600002-ci-trust.js';
import { KeptAnswers1796601600003 } from '../../migrations/1796601600003-kept-answers.js';
import { Schedules1796688000001 } from '../../migrations/1796688000001-schedules.js';
import { Deliveries1796688000002 } from '../../migrations/1796688000002-deliveries.js';
import { Notifications1796688000003 } from '../../migrations/1796688000003-notifications.js';
import { Clearances1796774400001 } from '../../migrations/1796774400001-clearances.js';
import { Retention1796860800020 } from '../../migrations/1796860800020-retention.js';

/** Every migration, oldest first. */
export const migrations = [Organisations1795474800001, Audits1795474800002, ApiKeys1795474800003, Log1795478400001, People1795478400002, SignInChallenges1795478400003, Jobs1795910400001, Register1795996800001, OrganisationsForBackups1796000400001, Findings1796083200001, Waivers1796169600001, Evidence1796256000001, Pulls1796342400001, LogInBulk1796428800001, RegisterLists1796428800002, DisputedRecords1796428800003, AuditedParts1796515200001, Units1796601600001, CiTrust1796601600002, KeptAnswers1796601600003, Schedules1796688000001, Deliveries1796688000002, Notifications1796688000003, Clearances1796774400001, Retention1796860800020];
