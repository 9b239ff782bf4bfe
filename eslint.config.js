import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { importWalls } from './scripts/lint/importWalls.mjs'

/**
 * @param {string[]} importNames
 * @returns {import('eslint').Linter.RulesRecord}
 */
const noRaw = (...importNames) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: 'electron',
          importNames: [...importNames, 'default'],
          message: 'Requests pass one door: ipcMain in electron/requests, ipcRenderer in electron/preload.ts.',
        },
      ],
    },
  ],
})

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', '.cache/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The router stops a page's loading by throwing what redirect() and notFound() return.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      // A handler or transaction is asynchronous by its contract, also when this one has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A brand is given by whoever makes an id: `idSchema<OrderId>()`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    // The compiler checks these too, and knows Node's globals.
    rules: { 'no-undef': 'off' },
  },
  {
    plugins: { walls: { rules: { 'import-walls': importWalls } } },
    rules: {
      'walls/import-walls': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['electron/**/*.ts'], rules: noRaw('ipcMain', 'ipcRenderer') },
  { files: ['electron/requests/**/*.ts'], rules: noRaw('ipcRenderer') },
  { files: ['electron/preload.ts'], rules: noRaw('ipcMain') },
  // Playwright reads which fixtures a fixture needs from its parameter's pattern, and demands one.
  { files: ['test/e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // The React compiler is not used here, so libraries that it cannot compile do no harm.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
)
