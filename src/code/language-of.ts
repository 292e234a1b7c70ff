/** How a file is read: the language whose imports it may hold, and how its text is taken apart. */
export type Language = 'javascript' | 'typescript' | 'python' | 'java' | 'kotlin' | 'csharp' | 'go' | 'settings' | 'json' | 'toml' | 'prose';

const byExtension: Readonly<Record<string, Language>> = {
  js: 'javascript', jsx: 'javascript', mjs: 'javascript', cjs: 'javascript', tsx: 'javascript', vue: 'javascript', svelte: 'javascript',
  ts: 'typescript', mts: 'typescript', cts: 'typescript',
  py: 'python', pyi: 'python',
  java: 'java', kt: 'kotlin', kts: 'kotlin', cs: 'csharp', go: 'go',
  yaml: 'settings', yml: 'settings', properties: 'settings',
  md: 'prose', mdx: 'prose', rst: 'prose', adoc: 'prose',
};

/** Undefined for a file that is not looked through. Of JSON and TOML only what configures MCP servers or .NET applications is. */
export function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^\.env(\.[a-z0-9_-]+)*$/.test(name) || name.endsWith('.env')) return 'settings';
  if (isLockFile(name)) return undefined;
  if (/^(\.?mcp|mcp[_-](config|servers|settings)|claude_desktop_config|appsettings(\.[a-z0-9_-]+)?)\.json$/.test(name)) return 'json';
  if (/(^|\/)\.(claude|gemini|cursor|vscode)\/(settings(\.local)?|mcp)\.json$/i.test(path)) return 'json';
  if (/^(\.?mcp|mcp[_-](config|servers))\.toml$/.test(name) || /(^|\/)\.codex\/config\.toml$/i.test(path)) return 'toml';
  return byExtension[name.slice(name.lastIndexOf('.') + 1)];
}

const isLockFile = (name: string): boolean => /^(pnpm-lock|package-lock|yarn|poetry|uv|cargo)\b.*\.(ya?ml|json|lock|toml)$/.test(name);
