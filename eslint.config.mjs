import nx from '@nx/eslint-plugin'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Who may import whom, beyond `kernel`, `contracts`, `platform` and the bottom row
 * (ARCHITECTURE.md). Calls go down this graph, never up or across.
 */
const foundation = ['lib:kernel', 'lib:contracts', 'lib:platform']
const bottomRow = ['lib:identity', 'lib:settings', 'lib:documents', 'lib:ledger', 'lib:volume']
/** Identity sends codes and invitations; volume judges by dated rules. */
const withinBottomRow = { 'lib:identity': ['lib:documents'], 'lib:volume': ['lib:settings'] }
const domain = {
  catalog: [],
  supply: ['catalog'],
  demand: ['catalog'],
  matching: ['catalog', 'supply', 'demand', 'matching-engine'],
  payments: [],
  ordering: ['catalog', 'supply', 'demand', 'matching', 'payments'],
  settlement: ['supply', 'ordering', 'payments'],
  programme: ['catalog', 'supply', 'ordering'],
  reporting: [],
}
const only = (source, allowed) => ({
  sourceTag: source,
  onlyDependOnLibsWithTags: [source, ...allowed],
})

const depConstraints = [
  only('lib:kernel', []),
  only('lib:contracts', ['lib:kernel']),
  only('lib:platform', ['lib:kernel', 'lib:contracts']),
  ...bottomRow.map((lib) => only(lib, [...foundation, ...(withinBottomRow[lib] ?? [])])),
  ...Object.entries(domain).map(([lib, imports]) =>
    only(`lib:${lib}`, [...foundation, ...bottomRow, ...imports.map((name) => `lib:${name}`)]),
  ),
  only('lib:matching-engine', ['lib:kernel']),
  only('lib:api-client', ['lib:kernel', 'lib:contracts']),
  only('lib:ui', ['lib:kernel']),
  only('app:web', ['lib:kernel', 'lib:contracts', 'lib:api-client', 'lib:ui']),
  only('app:payment-sandbox', ['lib:kernel']),
  { sourceTag: 'app:api', onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'] },
]

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', 'var/**', '**/*.mjs', '**/*.js'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], banTransitiveDependencies: false, depConstraints },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      // `_` names what a place needs and we do not.
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_+$',
          varsIgnorePattern: '^_+$',
          destructuredArrayIgnorePattern: '^_+$',
        },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'apps/*/src/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@tanstack/react-query',
          importNames: ['useMutation'],
          message: 'Its answer is lost with its form. Take @weibao/api-client/mutation.',
        },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
)
