import { join } from 'node:path'
import { readSecrets } from '../../../tools/market/secrets.js'
import type { TestMarket } from '../../support/market.js'

export interface ProviderIntent {
  readonly id: string
  readonly status: string
  readonly amount: number
  readonly metadata: { readonly payment_id?: string }
}

export interface ProviderRefund {
  readonly id: string
  readonly status: string
  readonly amount: number
  readonly payment_intent: string
  readonly metadata: { readonly refund_id?: string }
}

export interface ProviderSession {
  readonly id: string
  readonly status: string
  readonly client_reference_id: string
}

type SandboxOfMarket = Pick<TestMarket, 'sandbox' | 'folder'>

/** Everything of a kind that the payment provider knows, as an accountant would ask it. */
export async function allAtProvider<T extends { id: string }>(
  market: SandboxOfMarket,
  kind: 'payment_intents' | 'refunds' | 'checkout/sessions',
): Promise<T[]> {
  const key = readSecrets(join(market.folder, 'secrets.json')).stripeSecretKey
  const all: T[] = []
  for (;;) {
    const after = all.length > 0 ? `&starting_after=${all.at(-1)!.id}` : ''
    const response = await fetch(`${market.sandbox}/v1/${kind}?limit=100${after}`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    const page = (await response.json()) as { data: T[]; has_more: boolean }
    if (!response.ok) throw new Error(`${kind}: ${JSON.stringify(page)}`)
    all.push(...page.data)
    if (!page.has_more) return all
  }
}

/** Changes how the sandbox behaves from now on (apps/payment-sandbox/README.md). */
export async function steer(market: SandboxOfMarket, change: object): Promise<void> {
  const response = await fetch(`${market.sandbox}/sandbox/control`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!response.ok) throw new Error(`steering the sandbox: ${await response.text()}`)
}
