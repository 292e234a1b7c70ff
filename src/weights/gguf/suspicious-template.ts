const reachesInternals = /__(class|globals|builtins|subclasses|import|init|mro|base|bases|getattribute|code|dict)__|\battr\s*\(|\|\s*attr\b|\bpopen\b|\bsubprocess\b|\bos\.system\b/;

/** What in a Jinja chat template reaches for Python internals, as in CVE-2024-34359; nothing where it does not. */
export function suspiciousTemplate(template: string): string | undefined {
  return reachesInternals.exec(template)?.[0];
}
