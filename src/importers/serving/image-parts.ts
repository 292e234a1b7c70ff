/** Parts of a container image reference (OCI distribution grammar). */
export interface ImageParts {
  readonly tag?: string;
  /** Digest with its algorithm, such as `sha256:…`. */
  readonly digest?: string;
}

/** Tag and digest of an image reference; the colon of a registry's port is no tag. */
export function imageParts(image: string): ImageParts {
  const [name = '', digest] = image.split('@');
  const last = name.split('/').at(-1) ?? '';
  const colon = last.indexOf(':');
  const tag = colon === -1 ? undefined : last.slice(colon + 1);
  return { ...(tag === undefined || tag === '' ? {} : { tag }), ...(digest === undefined || digest === '' ? {} : { digest }) };
}
