import type { Sandbox } from './sandbox.js'
import type { Kind } from './store.js'
import { invalidRequest } from './stripe.errors.js'

type Plain = Record<string, unknown>

const MAX_DEPTH = 4

/** Which fields of an object hold the id of what. */
const EXPANDABLE: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  'checkout.session': { payment_intent: 'intent', customer: 'customer' },
  payment_intent: {
    latest_charge: 'charge',
    payment_method: 'paymentMethod',
    customer: 'customer',
  },
  charge: {
    balance_transaction: 'balanceTransaction',
    customer: 'customer',
    payment_intent: 'intent',
  },
  refund: {
    balance_transaction: 'balanceTransaction',
    charge: 'charge',
    failure_balance_transaction: 'balanceTransaction',
    payment_intent: 'intent',
  },
  dispute: { charge: 'charge', payment_intent: 'intent' },
  transfer: { balance_transaction: 'balanceTransaction', source_transaction: 'charge' },
}

const SOURCES: ReadonlyArray<readonly [string, Kind]> = [
  ['ch_', 'charge'],
  ['py_', 'charge'],
  ['re_', 'refund'],
  ['pyr_', 'refund'],
  ['du_', 'dispute'],
  ['tr_', 'transfer'],
]

/** Replaces ids by what they stand for, along `expand[]` paths such as `charge.payment_intent`. */
export function expandObject(box: Sandbox, object: object, paths: readonly string[] = []): object {
  if (paths.length === 0) return object
  const result: Plain = { ...object }
  const heads = groupByHead(paths)
  for (const [head, whole] of heads) {
    const rest = whole.filter((path) => path !== head).map((path) => path.slice(head.length + 1))
    if (rest.some((path) => path.split('.').length >= MAX_DEPTH))
      throw invalidRequest(`You can expand at most ${MAX_DEPTH} levels.`, 'expand')
    const target = result['object'] === 'list' && head === 'data' ? result['data'] : null
    if (Array.isArray(target)) {
      result['data'] = target.map((one: object) => expandObject(box, one, rest))
      continue
    }
    const found = lookUp(box, result, head)
    if (found === undefined)
      throw invalidRequest(`This property cannot be expanded (${head}).`, 'expand')
    result[head] = found === null ? null : expandObject(box, found, rest)
  }
  return result
}

/** undefined: not such a field; null: nothing there. */
function lookUp(box: Sandbox, object: Plain, field: string): object | null | undefined {
  const type = String(object['object'])
  const id = object[field]
  if (type === 'checkout.session' && field === 'line_items') return lineItems(box, object)
  if (type === 'charge' && field === 'refunds') return refunds(box, object)
  if (typeof id === 'object' && id !== null) return id
  const kind =
    type === 'balance_transaction' && field === 'source'
      ? SOURCES.find(([prefix]) => String(id).startsWith(prefix))?.[1]
      : EXPANDABLE[type]?.[field]
  if (kind === undefined) return undefined
  return typeof id === 'string' ? (box.store.find(kind, id) ?? null) : null
}

function lineItems(box: Sandbox, session: Plain): object {
  const id = String(session['id'])
  const lines = box.store.get('plan', id).lines
  return {
    object: 'list',
    data: lines.slice(0, 10),
    has_more: lines.length > 10,
    url: `/v1/checkout/sessions/${id}/line_items`,
  }
}

function refunds(box: Sandbox, charge: Plain): object {
  const data: object[] = []
  for (const refund of box.store.newestFirst('refund'))
    if (refund.charge === charge['id']) data.push(refund)
  return {
    object: 'list',
    data: data.slice(0, 10),
    has_more: data.length > 10,
    url: `/v1/charges/${String(charge['id'])}/refunds`,
  }
}

function groupByHead(paths: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>()
  for (const path of paths) {
    const head = path.split('.')[0]!
    heads.set(head, [...(heads.get(head) ?? []), path])
  }
  return heads
}
