/** A kind of resource that can run a model. */
export interface WorkloadKind {
  /** API group; empty for the core. */
  readonly group: string;
  /** Version that every supported cluster serves; absent where the cluster itself is asked, since the kind may not be installed. */
  readonly version?: string;
  readonly resource: string;
  readonly kind: string;
}

/** Owners before what they own, so that a pod is left out where the deployment it belongs to was read. */
export const workloadKinds: readonly WorkloadKind[] = [
  { group: 'serving.kserve.io', resource: 'inferenceservices', kind: 'InferenceService' },
  { group: 'serving.kserve.io', resource: 'llminferenceservices', kind: 'LLMInferenceService' },
  { group: 'production-stack.vllm.ai', resource: 'vllmruntimes', kind: 'VLLMRuntime' },
  { group: 'inference.networking.x-k8s.io', resource: 'inferencemodels', kind: 'InferenceModel' },
  { group: 'ray.io', resource: 'rayservices', kind: 'RayService' },
  { group: 'ray.io', resource: 'rayjobs', kind: 'RayJob' },
  { group: 'ray.io', resource: 'rayclusters', kind: 'RayCluster' },
  { group: 'leaderworkerset.x-k8s.io', resource: 'leaderworkersets', kind: 'LeaderWorkerSet' },
  { group: 'argoproj.io', resource: 'rollouts', kind: 'Rollout' },
  { group: 'apps', version: 'v1', resource: 'deployments', kind: 'Deployment' },
  { group: 'apps', version: 'v1', resource: 'statefulsets', kind: 'StatefulSet' },
  { group: 'apps', version: 'v1', resource: 'daemonsets', kind: 'DaemonSet' },
  { group: 'apps', version: 'v1', resource: 'replicasets', kind: 'ReplicaSet' },
  { group: 'batch', version: 'v1', resource: 'cronjobs', kind: 'CronJob' },
  { group: 'batch', version: 'v1', resource: 'jobs', kind: 'Job' },
  { group: '', version: 'v1', resource: 'replicationcontrollers', kind: 'ReplicationController' },
  { group: '', version: 'v1', resource: 'pods', kind: 'Pod' },
];
