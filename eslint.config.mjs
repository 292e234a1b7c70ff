import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { purityRules, sameBitsRules } from './purity.eslint.mjs';
import { rooms } from './rooms.mjs';

const pureRooms = rooms.filter((room) => room.pure).map(({ room }) => `src/${room}/**/*.ts`);

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/architecture/planted/', 'test/code/samples/**/*.{js,cjs,tsx}', 'src/web/dist/', 'src/web/api/openapi.d.ts', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', AbortSignal: 'readonly', structuredClone: 'readonly', globalThis: 'readonly' } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { process: 'readonly', console: 'readonly', __dirname: 'readonly', __filename: 'readonly', require: 'readonly', module: 'writable', Buffer: 'readonly' } },
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
  // Samples of other people's code, which are read and never run: no project holds them.
  { files: ['test/code/samples/**/*.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: pureRooms,
    ignores: ['**/*.spec.ts'],
    rules: purityRules,
  },
  {
    files: ['src/core/decision/**/*.ts', 'src/core/shock/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: sameBitsRules,
  },
);
