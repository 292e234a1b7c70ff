import { type DataFlow } from '../../inventory/data-flow.js';
import { type Deployment } from '../../inventory/deployment.js';
import { isPersonal } from '../transfer/is-personal.js';
import { type DeploymentView } from './deployment-view.js';

const intrusive: readonly string[] = ['automated-legal-decisions', 'high-risk-decisions', 'biometric-identification', 'social-scoring', 'vulnerable-groups', 'surveillance', 'crime-prediction', 'immigration-asylum', 'law-enforcement'];

/**
 * Whether a data protection impact assessment is due under GDPR Art. 35(3): personal data together with special categories,
 * a high-risk system, or a use that decides on people. Undefined where what would trigger it is not stated.
 */
export function dpiaTriggerOf(deployment: Deployment, flows: readonly DataFlow[]): Partial<DeploymentView> {
  const personal = flows.map(isPersonal);
  if (!personal.includes(true)) return flows.length > 0 && !personal.includes(undefined) ? { dpiaTriggered: false } : {};
  const { useTags, aiAct } = deployment;
  const use = useTags?.find((tag) => intrusive.includes(tag));
  const trigger = flows.some(({ specialCategories }) => specialCategories === true) ? 'special categories of data' : aiAct?.riskClass === 'high' ? 'a high-risk AI system' : use === undefined ? undefined : `the use ${use}`;
  if (trigger !== undefined) return { dpiaTriggered: true, dpiaTrigger: trigger };
  const settled = useTags !== undefined && (aiAct?.riskClass === 'limited' || aiAct?.riskClass === 'minimal') && flows.every((flow, index) => personal[index] === false || flow.specialCategories === false);
  return settled ? { dpiaTriggered: false } : {};
}
