import { type Model } from '../../inventory/model.js';
import { type WeightArtefact } from '../../inventory/weight-artefact.js';
import { type ModelView } from './model-view.js';

type Artefact = NonNullable<ModelView['artefacts']>[number];

const branches: readonly string[] = ['main', 'master', 'HEAD', 'head', 'latest', 'develop'];

/** What follows from a model's weight files and from where it was fetched. */
export function weightFieldsOf(record: Model, files: readonly WeightArtefact[], disputes: ReadonlySet<string> | undefined): Partial<ModelView> {
  const artefacts = files.slice(0, 200).map(artefactOf);
  const held = disputes?.has('/weightsAvailability') ? undefined : heldOf(record, artefacts);
  const runs = disputes?.has('/remoteCode') ? undefined : (record.remoteCode ?? (artefacts.length > 0 && artefacts.every(({ format }) => format === 'gguf') ? false : undefined));
  const pinned = disputes?.has('/source/revision') || disputes?.has('/source/revisionKind') ? undefined : pinnedOf(record);
  return {
    ...(artefacts.length === 0 ? {} : { artefacts }),
    ...(held === undefined ? {} : { held }),
    ...(runs === undefined ? {} : { runsForeignCode: runs }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

function artefactOf({ model: _model, ...file }: WeightArtefact): Artefact {
  const matches = file.sha256 === undefined || file.publisherSha256 === undefined ? undefined : file.sha256 === file.publisherSha256;
  const unsafe = file.unsafeSerialisation ?? unsafeFormat(file.format);
  return { ...file, ...(matches === undefined ? {} : { digestMatches: matches }), ...(unsafe === undefined ? {} : { unsafe }) };
}

/** Pickles run code when they are loaded; safetensors, GGUF and ONNX hold data only. Of other formats nothing is said. */
function unsafeFormat(format: WeightArtefact['format']): boolean | undefined {
  if (format === 'pickle' || format === 'pytorch-zip') return true;
  return format === 'safetensors' || format === 'gguf' || format === 'onnx' ? false : undefined;
}

function heldOf({ weightsAvailability, source }: Model, artefacts: readonly Artefact[]): boolean | undefined {
  if (weightsAvailability === 'api-only') return false;
  return artefacts.length > 0 || source?.repository !== undefined || weightsAvailability !== undefined ? true : undefined;
}

function pinnedOf({ source }: Model): boolean | undefined {
  if (source?.revisionKind !== undefined) return source.revisionKind === 'commit';
  const revision = source?.revision;
  if (revision === undefined) return undefined;
  if (/^[0-9a-f]{40}$|^[0-9a-f]{64}$/i.test(revision)) return true;
  return branches.includes(revision) ? false : undefined;
}
