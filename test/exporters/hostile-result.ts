import { type AuditResult } from '../../src/core/audit/audit-result.js';

/** Text that tries to leave every format it is written in. */
export const hostileText = [
  '</testcase></testsuite><script>alert(1)</script>&lt;&amp;&#0;<!-- ]]> -->',
  '"quoted" \'single\' `ticked` \\ back',
  '\u0000\u0001\u0007\u0008\u000b\u001b[31mred\u001b[0m\u007f\u009b31m\ufffe\uffff\ud800',
  '\u202eevil\u202c \u2066isolated\u2069 \u200b\ufeff',
  '| cell | cell |\n|---|---|\r\n# heading\n\n- item\n```\ncode\n```',
  '\n::error file=x,line=1::injected\n::set-output name=x::y\r::warning::z\n##[error]old',
  '@everyone [link](javascript:alert(1)) ![image](https://evil.example/pixel) <img src=x onerror=alert(1)> https://evil.example',
  '${jndi:ldap://x} {{7*7}} %0A::error::x %25',
].join(' ');

const kept = new Set(['schema', 'conclusion', 'severity', 'verdict', 'state', 'baselineState', 'level', 'admissible', 'asOf', 'change']);

/** A result in which every text that a user could have written is hostile. */
export function hostileResult(result: AuditResult): AuditResult {
  const withProblem: AuditResult = {
    ...result,
    problems: [{ file: 'f', line: 1, column: 1, code: 'c', message: 'm' }, { file: 'f', code: 'c', message: 'm', level: 'warning' }],
    diff: { egress: [{ flow: 'f', from: 'a', to: 'b', change: 'added' }], licences: [{ model: 'm', before: 'a', after: 'b' }], absent: ['x'] },
  };
  return poison(withProblem, '') as AuditResult;
}

function poison(value: unknown, name: string): unknown {
  if (typeof value === 'string') return kept.has(name) ? value : `${value.slice(0, 40)} ${hostileText}`;
  if (Array.isArray(value)) return value.map((item) => poison(item, name));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, poison(member, key)]));
  return value;
}
