import type { Id, LocalDay } from '@weibao/kernel'
import type { Reason } from '@weibao/matching-engine'
import type { Priced } from '../allocations/allocation-price.js'
import type { FittingLine } from './preview-fit.js'
import type { Ticket } from '../rounds/ticket.js'

/** A demand that could be opened: what would it get now? */
export interface PreviewQuestion {
  readonly lines: readonly FittingLine[]
  /** What its budget line may still spend; null: no ceiling. */
  readonly leftFen: number | null
}

export interface PreviewPart extends Priced {
  readonly lotId: Id
  readonly packages: number
  readonly leavesOn: LocalDay
  readonly arrivesOn: LocalDay
}

export interface PreviewLine {
  readonly reason: Reason
  /** Otherwise the work was cut short: it can have so much, and perhaps more. */
  readonly isExact: boolean
  readonly wantedGrams: number
  readonly matchedGrams: number
  readonly lotsOfGoods: number
  readonly parts: readonly PreviewPart[]
  readonly flip: Ticket['flip']
}

/** What the preview process says. `asOf`: when the market it answers by was last known to be the present one. */
export type PreviewAnswer =
  | { readonly state: 'ready'; readonly asOf: string; readonly lines: readonly PreviewLine[] }
  | { readonly state: 'warming' }

/** Most lines of one question. */
export const MAX_QUESTION_LINES = 100
