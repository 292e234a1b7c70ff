/** Names of files, with forward slashes before them, that are worth reading when a folder is looked through. */
export const inventoryFile = /\.(ya?ml|json|md|toml|tf|env)$|(^|\/)(Modelfile|MLmodel|Dockerfile)$/i;

/** Folders of tools and dependencies, which are not looked into. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'coverage', '.venv', '__pycache__', 'vendor', '.terraform']);
