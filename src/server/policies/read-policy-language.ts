import { join } from 'node:path';
import { packJsonSchema } from '../../core/policy/pack-json-schema.js';
import { ruleVariables } from '../../core/policy/rule-variables.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readTypeEnvironment } from '../../files/read-policy-packs.js';
import { readReference } from '../../files/read-reference.js';
import { type PolicyLanguage } from './policy-language-shapes.js';

/** What an editor completes policies with. */
export async function readPolicyLanguage(): Promise<PolicyLanguage> {
  const compiled = bundledFolder('dist/policies');
  const { controls } = await readReference(join(compiled, 'reference'));
  return {
    pack: { ...packJsonSchema('pack') },
    overlay: { ...packJsonSchema('overlay') },
    types: { ...(await readTypeEnvironment(compiled)) },
    variables: Object.fromEntries(Object.entries(ruleVariables).map(([subject, names]) => [subject, [...names]])),
    controls: [...controls.values()].map(({ id, requirement }) => ({ id, requirement })),
  };
}
