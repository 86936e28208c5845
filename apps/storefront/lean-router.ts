import type { Plugin } from 'vite'

/**
 * Lets the bundler leave out what the shop does not use of react-router: each component's debugging
 * name, set beside it, else keeps all of them, and the published build says its warnings to shoppers.
 */
export function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/dist\// },
      handler: (code) => ({
        code: code
          .replace(/^\w+\.displayName = .*;$/gm, '')
          .replace(/ = (React\d*\.(?:forwardRef|createContext|memo)\()/g, ' = /* @__PURE__ */ $1')
          .replace('var ENABLE_DEV_WARNINGS = true', 'var ENABLE_DEV_WARNINGS = false'),
        map: null,
      }),
    },
  }
}
