/** Names of files, with forward slashes before them, that are worth reading when a folder is looked through. */
export const inventoryFile = /\.(ya?ml|json|jsonld|jsonl|ndjson|intoto|att|sigstore|tfplan|tfstate|tpl|md|toml|tf|env|spdx|cdx|mlmodel|modelfile)$|(^|\/)(Modelfile|MLmodel|Dockerfile)([._-][^/]*)?$|(s?bom|cdx)[^/]*\.xml$|(^|\/)manifests\/registry\.ollama\.ai\/|(^|\/)models\/manifests\/|(^|[/._-])(litellm|domicile|docker-compose)[^/]*\.(te?xt|conf|cfg)$/i;

/** Names of files of weights, whose bytes are for `weights verify`. */
export const weightsFile = /\.(gguf|ggml|safetensors|pt|pth|ckpt|onnx|h5|pkl)$|(^|\/)[^/]*model[^/]*\.bin$/i;

/** Names of archives, which are not looked into. */
export const archiveFile = /\.(zip|7z|tar|tgz|(tar\.)?(gz|bz2|xz|zst))$/i;

/** Folders of tools and dependencies, which are not looked into. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'coverage', '.venv', '__pycache__', 'vendor', '.terraform']);
