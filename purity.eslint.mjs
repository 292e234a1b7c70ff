/** What pure rooms may not touch: the clock, randomness, the process, the network, the locale. */
export const purityRules = {
  'no-restricted-globals': ['error', ...['process', 'fetch', 'console', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'Intl'].map((name) => ({ name, message: 'time, ids, locale and the outside world are arguments here' }))],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'randomness is an argument here (pure-rand with a seed)' },
    { object: 'Date', property: 'now', message: 'the instant is an argument here' },
    { property: 'localeCompare', message: 'sort by code unit: the order must not depend on the locale' },
    { property: 'toLocaleString', message: 'the locale is an argument here' },
    { property: 'toLocaleDateString', message: 'the locale is an argument here' },
    { property: 'toLocaleTimeString', message: 'the locale is an argument here' },
    { object: 'crypto', property: 'randomUUID', message: 'ids are arguments here' },
    { object: 'crypto', property: 'randomBytes', message: 'randomness is an argument here' },
    { object: 'globalThis', property: 'process', message: 'the process is an argument here' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the instant is an argument here' },
    { selector: "CallExpression[callee.name='Date']", message: 'the instant is an argument here' },
    { selector: 'ImportDeclaration[source.value=/^(node:)?crypto$/] ImportSpecifier[imported.name!=/^(createHash|hash|Hash)$/]', message: 'only hashing is pure' },
  ],
};

const approximated = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1', 'hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'];
const sameBits = 'engines may round this differently, and a decision has the same bytes on all of them: use + - * / and Math.sqrt, or decimals';

/** What a decision may not reckon with besides: ECMAScript leaves the last bits of these functions to the engine. */
export const sameBitsRules = {
  ...purityRules,
  'no-restricted-properties': [...purityRules['no-restricted-properties'], ...approximated.map((property) => ({ object: 'Math', property, message: sameBits }))],
  'no-restricted-syntax': [...purityRules['no-restricted-syntax'], { selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']", message: sameBits }],
};
