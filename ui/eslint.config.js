// The rules of the interface: types are checked, and the walls of ARCHITECTURE.md are held.
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const typed = { projectService: true, extraFileExtensions: ['.svelte'] }

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'vite.config.ts', 'src/api/generated.ts'] },
  js.configs.recommended,
  {
    files: ['src/**'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { globals: globals.browser, parserOptions: typed },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-alert': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'prefer-const': 'off', // knows nothing of `$props`; the next one does
      'svelte/prefer-const': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      // The content policy refuses style attributes that stand in the markup; `style:` sets
      // properties from code and is let through.
      'no-restricted-syntax': ['error', { selector: 'SvelteAttribute[key.name=style]', message: 'The content policy refuses it: use `style:`.' }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/api/client.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/api/client.ts calls the backend.' }] }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
)
