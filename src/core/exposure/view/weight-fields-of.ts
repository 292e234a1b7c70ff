import { type Model } from '../../inventory/model.js';
import { type WeightArtefact } from '../../inventory/weight-artefact.js';
import { type ModelUse } from '../fleet-overview.js';
import { type ModelView } from './model-view.js';

type Artefact = NonNullable<ModelView['artefacts']>[number];

const branches: readonly string[] = ['main', 'master', 'HEAD', 'head', 'latest', 'develop'];

/** What follows from a model's weight files and from where it was fetched. */
export function weightFieldsOf(record: Model, files: readonly WeightArtefact[], uses: readonly ModelUse[], disputes: ReadonlySet<string> | undefined): Partial<ModelView> {
  const artefacts = files.slice(0, 200).map(artefactOf);
  const held = disputes?.has('/weightsAvailability') ? undefined : heldOf(record, artefacts, uses);
  const runs = disputes?.has('/remoteCode') ? undefined : (record.remoteCode ?? (isGgufOnly(artefacts) ? false : undefined));
  const pinned = disputes?.has('/source/revision') || disputes?.has('/source/revisionKind') ? undefined : pinnedOf(record);
  return {
    ...(artefacts.length === 0 ? {} : { artefacts }),
    ...named('unverifiedFiles', artefacts.filter(({ verified }) => verified !== true)),
    ...named('unsafeFiles', artefacts.filter(({ unsafe }) => unsafe !== false)),
    ...(held === undefined ? {} : { held }),
    ...(runs === undefined ? {} : { runsForeignCode: runs }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

/** Loaders of GGUF have no way to run code from a repository. */
function isGgufOnly(artefacts: readonly Artefact[]): boolean {
  return artefacts.length > 0 && artefacts.every(({ format }) => format === 'gguf');
}

function artefactOf({ model: _model, ...file }: WeightArtefact): Artefact {
  const matches = file.sha256 === undefined || file.publisherSha256 === undefined ? undefined : file.sha256 === file.publisherSha256;
  const verified = matches === false || file.verification === 'none' ? false : file.verification === 'signature' || (file.verification === 'digest' && matches === true) ? true : undefined;
  const unsafe = file.unsafeSerialisation ?? unsafeFormat(file.format);
  return { ...file, ...(matches === undefined ? {} : { digestMatches: matches }), ...(verified === undefined ? {} : { verified }), ...(unsafe === undefined ? {} : { unsafe }) };
}

function named(field: 'unverifiedFiles' | 'unsafeFiles', files: readonly Artefact[]): Partial<ModelView> {
  const [first, second, third, ...rest] = files.map(({ id, file }) => file ?? id);
  const shown = [first, second, third].filter((name) => name !== undefined).join(', ');
  return shown === '' ? {} : { [field]: `${shown}${rest.length === 0 ? '' : ` and ${rest.length} more`}`.slice(0, 500) };
}

/** Pickles run code when they are loaded; safetensors, GGUF and ONNX hold data only. Of other formats nothing is said. */
function unsafeFormat(format: WeightArtefact['format']): boolean | undefined {
  if (format === 'pickle' || format === 'pytorch-zip') return true;
  return format === 'safetensors' || format === 'gguf' || format === 'onnx' ? false : undefined;
}

/** Weights that are published are not yet held: what counts is whether the organisation runs them or keeps their files. */
function heldOf({ weightsAvailability, source, apiModelId }: Model, artefacts: readonly Artefact[], uses: readonly ModelUse[]): boolean | undefined {
  if (weightsAvailability === 'api-only') return false;
  if (artefacts.length > 0 || uses.some(({ route }) => route === 'self-hosted')) return true;
  if (uses.length > 0 && uses.every(({ route }) => route === 'closed-api' || route === 'managed-open')) return false;
  if (source?.repository !== undefined) return true;
  return apiModelId === undefined ? undefined : false;
}

function pinnedOf({ source }: Model): boolean | undefined {
  if (source?.revisionKind !== undefined) return source.revisionKind === 'commit';
  const revision = source?.revision;
  if (revision === undefined) return undefined;
  if (/^[0-9a-f]{40}$|^[0-9a-f]{64}$/i.test(revision)) return true;
  return branches.includes(revision) ? false : undefined;
}
