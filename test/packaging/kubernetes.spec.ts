import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { readServerConfig } from '../../src/server/platform/config/read-server-config.js';
import { repository } from '../cli/run-domicile.js';

const folder = join(repository, 'deploy', 'kubernetes');

interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: { readonly runAsNonRoot: boolean; readonly runAsUser: number; readonly seccompProfile: { readonly type: string } };
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly ports: readonly { readonly name: string }[];
    readonly envFrom: readonly { readonly configMapRef?: { readonly name: string }; readonly secretRef?: { readonly name: string } }[];
    readonly securityContext: { readonly allowPrivilegeEscalation: boolean; readonly readOnlyRootFilesystem: boolean; readonly privileged?: boolean; readonly capabilities: { readonly drop: readonly string[]; readonly add?: readonly string[] } };
    readonly volumeMounts: readonly { readonly mountPath: string; readonly readOnly?: boolean }[];
  }[];
  readonly volumes: readonly { readonly emptyDir?: object; readonly configMap?: { readonly name: string; readonly optional?: boolean } }[];
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: Readonly<Record<string, unknown>> & { readonly selector?: { readonly matchLabels?: object }; readonly template?: { readonly metadata: { readonly labels: object }; readonly spec: PodSpec } };
}

const files = [...readdirSync(folder).filter((name) => name.endsWith('.yaml')), 'example/secret.yaml', 'example/delivery.yaml'];
const manifests = files.flatMap((name) => parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map((document) => document.toJS() as Manifest));
const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);
const pods = ofKind('Deployment').map(({ spec }) => spec?.template).filter((template) => template !== undefined);

/** What the types of Kubernetes find wrong with objects: unknown and missing fields, and values of another type. */
function complaintsOf(objects: readonly Manifest[]): string[] {
  const modules: Readonly<Record<string, string>> = { v1: 'core/v1', 'apps/v1': 'apps/v1', 'policy/v1': 'policy/v1', 'networking.k8s.io/v1': 'networking/v1' };
  const source = objects.map((object, index) => `const object${index}: import('kubernetes-types/${modules[object.apiVersion] ?? object.apiVersion}').${object.kind} = ${JSON.stringify(object)};`).join('\n');
  const file = join(repository, 'test', 'packaging', 'manifests.ts');
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2023 };
  const host = ts.createCompilerHost(options);
  const plain = { source: host.getSourceFile.bind(host), exists: host.fileExists.bind(host), read: host.readFile.bind(host) };
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : plain.source(name, ...rest));
  host.fileExists = (name) => name === file || plain.exists(name);
  host.readFile = (name) => (name === file ? source : plain.read(name));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('deploy/kubernetes', () => {
  it('holds to the types of Kubernetes, which refuse an unknown field, a missing one and a value of another type', () => {
    expect(manifests.length).toBeGreaterThan(8);
    expect(complaintsOf(manifests)).toEqual([]);
    const [first] = ofKind('Deployment');
    const broken = (text: string, other: string): Manifest => JSON.parse(JSON.stringify(first).replace(text, other)) as Manifest;
    expect(complaintsOf([broken('"image":', '"imag":'), broken('"name":"tmp",', ''), broken('"containerPort":3000', '"containerPort":"3000"')])).toHaveLength(3);
  });

  it('asks for what the restricted level of pod security allows, and less', () => {
    expect(pods).toHaveLength(2);
    for (const { spec } of pods) {
      expect(spec.automountServiceAccountToken).toBe(false);
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } });
      expect(spec.volumes.map(({ emptyDir, configMap }) => (emptyDir === undefined ? configMap : 'empty'))).toEqual(['empty', { name: 'domicile-files', optional: true }]);
      for (const { securityContext, volumeMounts } of spec.containers) {
        expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
        expect(volumeMounts.map(({ mountPath, readOnly }) => [mountPath, readOnly ?? false])).toEqual([['/tmp', false], ['/etc/domicile', true]]);
      }
    }
  });

  it('selects what it labels, in one namespace, and takes settings that are there', () => {
    for (const { metadata, kind } of manifests) expect(kind === 'Namespace' ? metadata.name : metadata.namespace).toBe('domicile');
    for (const { spec } of ofKind('Deployment')) expect(spec?.template?.metadata.labels).toEqual(spec?.selector?.matchLabels);
    const labels = pods.map(({ metadata }) => JSON.stringify(metadata.labels));
    for (const { spec } of ofKind('PodDisruptionBudget')) expect(labels).toContain(JSON.stringify(spec?.selector?.matchLabels));
    for (const { spec } of ofKind('Service')) expect(labels).toContain(JSON.stringify(spec?.selector));
    const names = [...ofKind('ConfigMap'), ...ofKind('Secret')].map(({ metadata }) => metadata.name);
    for (const { envFrom } of pods.flatMap(({ spec }) => spec.containers)) for (const { configMapRef, secretRef } of envFrom) expect(names).toContain((configMapRef ?? secretRef)?.name);
  });

  it('sets what the server knows, and runs the API and workers', () => {
    const settings = Object.assign({}, ...ofKind('ConfigMap').map(({ data }) => data), ...ofKind('Secret').map(({ stringData }) => stringData)) as Record<string, string>;
    expect(readServerConfig(settings)).toMatchObject({ publicUrl: 'https://domicile.example.org', jobs: 2 });
    expect(pods.flatMap(({ spec }) => spec.containers).map(({ args }) => args)).toEqual([['start'], ['worker']]);
  });

  it('lets nothing in and nothing out but what is named', () => {
    const [nothing, ...others] = ofKind('NetworkPolicy').map(({ spec }) => spec);
    expect(nothing).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(others.map((spec) => spec?.['policyTypes'])).toEqual([['Ingress'], ['Egress'], ['Egress']]);
  });
});
