import { domicileYamlImporter } from './domicile-yaml/domicile-yaml.importer.js';
import { cardImporter } from './hugging-face/card.importer.js';
import { configImporter } from './hugging-face/config.importer.js';
import { type Importer } from './importer.js';
import { litellmImporter } from './litellm/litellm.importer.js';

/** Every format that can be read, the more particular first: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [domicileYamlImporter, litellmImporter, configImporter, cardImporter];
