/** Actions of Go templates, as in Helm charts. */
export const templateMarks = /\{\{-?\s*(\.|\$|if\b|else\b|end\b|range\b|with\b|include\b|template\b|define\b|toYaml\b|tpl\b|printf\b|default\b|required\b|lookup\b|\/\*)/;
