import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { type ExposureContext } from '../exposure-context.js';
import { type DeploymentView } from './deployment-view.js';
import { runningWeights } from './running-weights.js';

type Clearance = NonNullable<DeploymentView['clearance']>;
type Context = Pick<ExposureContext, 'disputes' | 'weights' | 'parentEdges'>;
type Cleared = NonNullable<Deployment['cleared']>;

/** What was cleared against what runs. A digest that is not known, or on which sources contradict each other, leaves the answer open. */
export function clearanceOf(context: Context, deployment: Deployment): Clearance | undefined {
  const { cleared, engine } = deployment;
  if (cleared === undefined) return undefined;
  const disputed = context.disputes.get(recordKey('deployment', deployment.id));
  const differs = disputed?.has('/cleared/imageDigest') ? undefined : imageDiffers(cleared.imageDigest, engine?.imageDigest);
  return { ...weightsAgainst(context, deployment, cleared), ...(differs === undefined ? {} : { imageDiffers: differs }) };
}

/** One foreign file is enough to differ; to be the same takes the digest of every file. */
function weightsAgainst(context: Context, deployment: Deployment, { weights }: Cleared): Clearance {
  const running = runningWeights(context, deployment);
  if (weights === undefined || running === undefined) return {};
  const wanted = new Set(weights);
  const foreign = running.filter(({ sha256 }) => sha256 !== undefined && !wanted.has(sha256)).map(({ id, file, sha256 }) => `${sha256 ?? ''} (${file ?? id}) was not cleared`);
  if (foreign.length === 0 && running.some(({ sha256 }) => sha256 === undefined)) return {};
  const present = new Set(running.map(({ sha256 }) => sha256));
  const gone = weights.filter((digest) => !present.has(digest)).map((digest) => `${digest} was cleared and does not run`);
  const [first, ...more] = [...foreign, ...gone];
  if (first === undefined) return { weightsDiffer: false };
  return { weightsDiffer: true, weightsDifference: `${first}${more.length === 0 ? '' : `; ${more.length} more differ`}`.slice(0, 500) };
}

/** An image that runs where none was cleared was not cleared either. */
function imageDiffers(cleared: string | undefined, running: string | undefined): boolean | undefined {
  if (running === undefined) return undefined;
  return cleared === undefined || bare(cleared) !== bare(running);
}

/** The same digest is written with and without the name of its algorithm. */
const bare = (digest: string): string => digest.toLowerCase().replace(/^sha256:/, '');
