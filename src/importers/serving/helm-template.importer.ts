import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { engineWords } from './engine-words.js';
import { isTemplate } from './is-template.js';

/** Knows Helm templates of inference engines, which are no YAML until Helm has rendered them, and says what to give instead. */
export const helmTemplateImporter: Importer = {
  id: 'helm-template',
  title: 'Helm template',
  recognises: (file) => {
    if (!/\.(ya?ml|tpl)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    return isTemplate(head) && engineWords.test(head) && (/(^|\/)templates\//.test(file.path) || /^[ \t]*(apiVersion|kind)\s*:/m.test(head));
  },
  import: (file) => {
    const line = headOf(file, 1_048_576).split('\n').findIndex((text) => isTemplate(text)) + 1;
    return importResult(file, 'helm-template', [], [{ file: file.path, line: Math.max(line, 1), column: 1, code: 'helm-template', message: "a Helm template says nothing until it is rendered; give the output of 'helm template', or the values file", level: 'warning' }]);
  },
};
