import { z } from 'zod'

const count = z.int().min(0).max(1_000_000)
const milliseconds = z
  .int()
  .min(0)
  .max(3 * 86_400_000)
const match = z.string().min(1).max(200).default('/v1/')

/** What the sandbox does on purpose wrongly, late or by itself. All off by default. */
export const settingsSchema = z.strictObject({
  /** How often each event is delivered to each endpoint. */
  deliveriesPerEvent: z.int().min(1).max(20).default(1),
  /** Deliveries leave in random order within this window; 0 keeps the order. */
  shuffleWindowMs: milliseconds.default(0),
  webhookDelayMs: milliseconds.default(0),
  /** Events wait until this is switched off again. */
  holdWebhooks: z.boolean().default(false),
  /** Every API call takes this much longer before it takes effect. */
  apiLatencyMs: milliseconds.max(60_000).default(0),
  /** Every API call takes effect at once and is answered so much later. */
  replyDelayMs: milliseconds.max(60_000).default(0),
  /** The next `count` calls whose path contains `match` take effect, and their answer is lost. */
  dropReplies: z.array(z.strictObject({ match, count })).max(20).default([]),
  /** The next `count` calls whose path contains `match` fail without effect. */
  errors: z
    .array(z.strictObject({ match, status: z.union([z.literal(500), z.literal(429)]), count }))
    .max(20)
    .default([]),
  /** Share (0–1) of otherwise good payments that are declined. */
  declineRate: z.number().min(0).max(1).default(0),
  /** New sessions are paid by themselves after so long; null means by a person. */
  autoPayAfterMs: milliseconds.nullable().default(null),
  /** Wallet payments are approved at once but settle so much later; null means at once. */
  walletSettleMs: milliseconds.nullable().default(null),
  /** The next so many late wallet settlements fail. */
  failWalletSettlements: count.default(0),
  /** Refunds stay pending so long; null means they succeed at once. */
  refundSettleMs: milliseconds.nullable().default(null),
  /** The next so many refunds fail after they were accepted. */
  failRefunds: count.default(0),
  /** Seed of every random choice. */
  seed: z.int().min(0).max(0xffff_ffff).default(1),
})

export type Settings = z.infer<typeof settingsSchema>

// A change names only what it changes, so no default may slip in.
export const settingsChangeSchema = z
  .strictObject({
    ...Object.fromEntries(
      Object.entries(settingsSchema.shape).map(([name, schema]) => [name, schema.unwrap()]),
    ),
    /** Start again from the settings of the environment. */
    reset: z.literal(true),
  })
  .partial()

/** A repeatable source of numbers in [0, 1), so that a run can be told again by its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
