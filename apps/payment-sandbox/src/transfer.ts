import type Stripe from 'stripe'
import { moveBalance } from './balance.js'
import { newStripeId } from './identifier.js'
import type { CreateCustomer, CreateTransfer } from './resource.schema.js'
import type { Sandbox } from './sandbox.js'
import { noSuch } from './stripe.errors.js'

/** Sends money to a connected account. The sandbox keeps no balance of that account. */
export function createTransfer(box: Sandbox, input: CreateTransfer): Stripe.Transfer {
  if (!input.destination.startsWith('acct_'))
    throw noSuch('destination', input.destination, 'destination', 400)
  const source = input.source_transaction
  if (source !== undefined && !box.store.has('charge', source))
    throw noSuch('charge', source, 'source_transaction', 400)
  const id = newStripeId('tr')
  const transaction = moveBalance(box, {
    amount: -input.amount,
    currency: input.currency,
    source: id,
    type: 'transfer',
    category: 'transfer',
    description: input.description ?? null,
  })
  const transfer = box.store.put('transfer', {
    id,
    object: 'transfer',
    amount: input.amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: box.seconds(),
    currency: input.currency,
    description: input.description ?? null,
    destination: input.destination,
    destination_payment: newStripeId('py'),
    livemode: false,
    metadata: input.metadata ?? {},
    reversals: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: false,
    source_transaction: source ?? null,
    source_type: 'card',
    transfer_group: input.transfer_group ?? null,
  } satisfies Stripe.Transfer)
  box.emit('transfer.created', transfer)
  return transfer
}

/** Remembers a buyer under an id. */
export function createCustomer(box: Sandbox, input: CreateCustomer): Stripe.Customer {
  return box.store.put('customer', {
    id: newStripeId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: box.seconds(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: input.description ?? null,
    discount: null,
    email: input.email ?? null,
    invoice_prefix: newStripeId('I', 7).slice(2).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: input.metadata ?? {},
    name: input.name ?? null,
    next_invoice_sequence: 1,
    phone: input.phone ?? null,
    preferred_locales: input.preferred_locales ?? [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  })
}
