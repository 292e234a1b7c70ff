import { domicileYamlImporter } from './domicile-yaml/domicile-yaml.importer.js';
import { type Importer } from './importer.js';

/** Every format that can be read, the more particular first: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [domicileYamlImporter];
