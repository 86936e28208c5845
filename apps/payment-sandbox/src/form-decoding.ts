import { invalidRequest } from './stripe.errors.js'

export type FormValue = string | FormTree
export interface FormTree {
  [key: string]: FormValue
}

const MAX_PAIRS = 5_000
const MAX_DEPTH = 8

/**
 * Decodes `a[b][0]=c` into nested objects, as Stripe reads forms and queries. Lists stay objects
 * with numbers as keys; only a schema knows which of the two is meant.
 */
export function decodeForm(text: string): FormTree {
  const root = emptyTree()
  let pairs = 0
  for (const [key, value] of new URLSearchParams(text)) {
    if (++pairs > MAX_PAIRS) throw invalidRequest(`Too many parameters (over ${MAX_PAIRS})`)
    plant(root, splitKey(key), value, key)
  }
  return root
}

function emptyTree(): FormTree {
  return Object.create(null) as FormTree
}

function splitKey(key: string): string[] {
  const open = key.indexOf('[')
  if (open <= 0) return [key]
  const rest = key.slice(open)
  if (!/^(\[[^[\]]*\])+$/.test(rest)) throw invalidRequest(`Invalid parameter name: ${key}`, key)
  return [key.slice(0, open), ...rest.slice(1, -1).split('][')]
}

function plant(root: FormTree, path: readonly string[], value: string, key: string): void {
  if (path.length > MAX_DEPTH) throw invalidRequest(`Parameter nested too deeply: ${key}`, key)
  let node = root
  path.forEach((part, depth) => {
    const name = part === '' ? String(Object.keys(node).length) : part
    if (depth === path.length - 1) {
      node[name] = value
      return
    }
    const child = (node[name] ??= emptyTree())
    if (typeof child === 'string') throw invalidRequest(`Invalid parameter: ${key}`, key)
    node = child
  })
}
