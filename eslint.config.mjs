import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { rooms } from './rooms.mjs';

const pureRooms = rooms.filter((room) => room.pure).map(({ room }) => `src/${room}/**/*.ts`);

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/architecture/planted/', 'src/web/dist/', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', structuredClone: 'readonly', globalThis: 'readonly' } },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/server/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: pureRooms,
    ignores: ['**/*.spec.ts'],
    rules: {
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
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the instant is an argument here' },
        { selector: "CallExpression[callee.name='Date']", message: 'the instant is an argument here' },
        { selector: "ImportDeclaration[source.value=/^(node:)?crypto$/] ImportSpecifier[imported.name!=/^(createHash|hash|Hash)$/]", message: 'only hashing is pure' },
      ],
    },
  },
);
