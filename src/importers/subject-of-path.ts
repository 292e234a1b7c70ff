/**
 * The model a file speaks of, where only its path can tell: a hub cache (`models--org--name/snapshots/…`), the folder of a README or config,
 * or the file's own name. Always an inference.
 */
export function subjectOfPath(path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  const cached = steps.find((step) => step.startsWith('models--'));
  if (cached !== undefined) return toRecordId(cached.slice('models--'.length).replace('--', '/'));
  const name = steps.at(-1) ?? 'model';
  const stem = name.replace(/\.(md|json)$/i, '').replace(/\.(yaml|yml|config)$/i, '');
  const parent = steps.at(-2);
  const generic = /^(readme|model_?card|card|config|params|generation_config)$/i.test(stem);
  return toRecordId(generic && parent !== undefined ? parent : stem);
}

function toRecordId(text: string): string {
  const id = text.replace(/[^A-Za-z0-9._:@/+-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, 256);
  return id === '' ? 'model' : id;
}
