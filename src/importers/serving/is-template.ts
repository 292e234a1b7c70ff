/** Actions of Go templates, as in Helm charts. */
const templateMarks = /\{\{-?\s*(\.|\$|if\b|else\b|end\b|range\b|with\b|include\b|template\b|define\b|toYaml\b|tpl\b|printf\b|default\b|required\b|lookup\b|\/\*)/;

/** What KServe itself fills in when it uses a runtime: such a file is no chart. */
const filledInByKServe = /\{\{\s*\.(Name|Namespace|Labels|Annotations)\b[^{}\n]{0,100}\}\}/g;

/** Whether a text must be rendered before it says anything. */
export function isTemplate(text: string): boolean {
  return templateMarks.test(/^[ \t]*["']?kind["']?\s*:\s*["']?(Cluster)?ServingRuntime/m.test(text) ? text.replace(filledInByKServe, '') : text);
}
