import { type WeightsHeader } from './weights-header.js';

export type WeightsFormat = 'safetensors' | 'gguf' | 'pickle' | 'pytorch-zip' | 'pytorch-tar' | 'keras-zip' | 'onnx' | 'h5' | 'numpy' | 'lfs-pointer' | 'other';

/** `wrong`: the file is not right. `unknown`: it cannot be told. `note`: worth saying, decides nothing. */
export type Bearing = 'wrong' | 'unknown' | 'note';

export interface WeightsProblem {
  /** Stable word for machines, such as `truncated` or `duplicate-key`. */
  readonly code: string;
  readonly message: string;
  readonly bearing: Bearing;
}

/** Something that runs code, or may, when the file is loaded. */
export interface UnsafeFinding {
  readonly code: 'pickle' | 'pickle-import' | 'remote-code' | 'python-file' | 'native-code' | 'keras-lambda' | 'object-array' | 'template' | 'torchscript';
  /** `dangerous`: known to run commands or hide code. `suspicious`: code nobody vouches for here. `notice`: the format could, this content does not. */
  readonly level: 'dangerous' | 'suspicious' | 'notice';
  readonly message: string;
  /** The import, class or file that would run. */
  readonly what?: string;
}

/** A digest that someone published for a file, beside what the bytes hash to. */
export interface DigestComparison {
  /** Path of the manifest that names the digest. */
  readonly source: string;
  readonly kind: 'checksum-list' | 'lfs-pointer' | 'hub-metadata' | 'ollama-manifest' | 'oci-manifest' | 'cyclonedx' | 'file-name';
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly expected: string;
  readonly matches: boolean;
}

export interface WeightsFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** Absent where the bytes could not be read; `problems` says why. */
  readonly sha256?: string;
  readonly bytes: number;
  readonly format: WeightsFormat;
  readonly header?: WeightsHeader;
  readonly unsafe: readonly UnsafeFinding[];
  readonly digests: readonly DigestComparison[];
  readonly problems: readonly WeightsProblem[];
  /** `verified` against a published digest or a signature; `contradicted` by one; `inferred` where nobody states what the bytes should be. */
  readonly confidence: 'verified' | 'contradicted' | 'inferred';
}

export interface SignatureResult {
  readonly state: 'verified' | 'failed' | 'absent' | 'unsupported';
  /** Who signed: e-mail address or URI of the certificate, its common name, or the SHA-256 of the public key. Null where it is not proven. */
  readonly identity: string | null;
  readonly reason: string;
  readonly method?: 'keyless' | 'key' | 'certificate';
  readonly issuer?: string;
  /** Path of the bundle, as given or as found in the folder. */
  readonly bundle?: string;
  /** Files whose bytes equal what was signed. */
  readonly covered: readonly string[];
  /** Files that contradict what was signed: changed, missing or added. */
  readonly contradicted: readonly string[];
  /** Files beside the signed ones of which the signature says nothing. */
  readonly uncovered: readonly string[];
}

/** What was found out about a folder of weights. Plain data; files are sorted by code unit. */
export interface WeightsReport {
  readonly files: readonly WeightsFile[];
  readonly signature: SignatureResult;
  /** What concerns the folder rather than one of its files, such as a missing shard. */
  readonly problems: readonly WeightsProblem[];
  readonly conclusion: 'conforming' | 'non-conforming' | 'inconclusive';
  /** Why the conclusion is not `conforming`, the weightiest first. */
  readonly reasons: readonly string[];
}
