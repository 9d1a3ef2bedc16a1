import boundaries from 'eslint-plugin-boundaries'
import compat from 'eslint-plugin-compat'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { boundaryRules, boundarySettings, pureLayers } from './eslint.layers.js'
import floor from './eslint.floor.js'
import { fileNames } from './eslint.names.js'

const htmlFromText = "Text from files is hostile: no HTML is made of it. Use textContent or Vue's interpolation."

const bannedSyntax = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: htmlFromText },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment)$/]',
    message: htmlFromText,
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: htmlFromText,
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'The content security policy blocks style attributes: use a class, or element.style.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file that defines it.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrel files: import from the file that defines it.' },
]

const belowTheFloor = 'Chromium 100, Firefox 115 or Safari 15.4 does not have it.'
const absentOnPlainHttp = 'Plain http on an intranet name does not have it.'

/** Globals of a page or of Node, which pure code must not know. */
const hostGlobals =
  'window document navigator location localStorage sessionStorage indexedDB DOMParser fetch self postMessage process Buffer global require __dirname'
    .split(' ')
    .map((name) => ({ name, message: 'The worker, the page, the command line and the tests share this folder.' }))

export default defineConfig(
  { ignores: ['dist/', '.build/', 'coverage/', 'node_modules/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] },
    },
    plugins: { gouji: { rules: { 'file-names': fileNames } } },
    rules: {
      'gouji/file-names': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'lib', name: 'execCommand' }] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...bannedSyntax],
      'no-restricted-properties': [
        'error',
        { object: 'crypto', property: 'randomUUID', message: absentOnPlainHttp },
        { object: 'crypto', property: 'subtle', message: absentOnPlainHttp },
        { object: 'navigator', property: 'locks', message: absentOnPlainHttp },
        { object: 'navigator', property: 'serviceWorker', message: absentOnPlainHttp },
        { object: 'URL', property: 'canParse', message: belowTheFloor },
        { object: 'URL', property: 'parse', message: belowTheFloor },
        { object: 'AbortSignal', property: 'any', message: belowTheFloor },
        { object: 'AbortSignal', property: 'timeout', message: belowTheFloor },
      ],
      'prefer-const': 'error',
    },
  },
  // Tables of the form and texts of the interface: data, as long as it is.
  { files: ['src/form/**', 'src/ui/locales/**'], rules: { 'max-lines': 'off' } },
  vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { parser: tseslint.parser, projectService: false } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-literal'],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-unused-emit-declarations': 'error',
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView', 'I18nT'] }],
      'vue/multi-word-component-names': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
    },
  },
  {
    // What a component file exports is known to vue-tsc, not to the linter's own type checker.
    files: ['src/main.ts', 'src/router.ts', 'tests/browser/**/*.ts', 'tests/unit/ui/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Runs in browsers of any age, as it stands.
    files: ['public/**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: 'script', ecmaVersion: 5, parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    plugins: { boundaries },
    settings: { ...boundarySettings, 'import/resolver': { typescript: { project: './tsconfig.json' } } },
    rules: boundaryRules,
  },
  {
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/cli/**'],
    ...compat.configs['flat/recommended'],
    plugins: { compat: floor },
    // The reporting API's Report is taken for any variable of that name.
    settings: { lintAllEsApis: true, polyfills: ['Report'] },
    rules: { 'compat/compat': 'error', 'no-console': 'error' },
  },
  {
    files: pureLayers.filter((layer) => layer !== 'exports').map((layer) => `src/${layer}/**/*.ts`),
    rules: { 'no-restricted-globals': ['error', ...hostGlobals] },
  },
)
