import { type Problem } from '../core/inventory/problem.js';
import { type ManifestSettings } from './importer.js';

/** Says for each deployment that names its code that nobody looked through it: an audit without the code says nothing of what it calls. */
export function codeNotSeen({ code }: Pick<ManifestSettings, 'code'>): readonly Problem[] {
  return code.map(({ path, deployment }) => ({ file: path, code: 'code-not-seen', level: 'warning' as const, message: `is named as code of the deployment '${deployment}' and was not looked through, so what it calls is not judged; look through it with 'domicile check --code'` }));
}
