import type { Id } from '@weibao/kernel'
import type { Reader, Tx } from '@weibao/platform'
import type { OpenLine, Purse } from './market-snapshot.js'

/** What of a line is not for the engine, but for the papers. */
export interface LineNote {
  readonly demandNumber: string
  /** Channel of what the budget line buys (setting `programme.channels`). */
  readonly channel: string
}

/** The notes of lines by id. */
export function notesOf(lines: readonly DemandedLine[]): ReadonlyMap<Id, LineNote> {
  return new Map(lines.map(({ id, demandNumber, channel }) => [id, { demandNumber, channel }]))
}

/** A line as its buyer wants it, before what is matched of it already is taken off. */
export type DemandedLine = OpenLine & LineNote

export interface OpenDemandNow {
  readonly lines: readonly DemandedLine[]
  /** What each budget line may spend, less all that was spent of it other than by allocations. */
  readonly purses: readonly Purse[]
}

/** What a buyer's budget line and delivery point mean for a demand that is not there yet. */
export interface DemandTerms {
  readonly destination: OpenLine['destination']
  /** What the budget line may spend in all; null: no ceiling, or none named. */
  readonly ceilingFen: number | null
}

/** What a budget line allows those who accept out of it. */
export interface PurseTerms {
  readonly id: Id
  readonly name: string
  /** Null: no ceiling. */
  readonly ceilingFen: number | null
  /** Above this, the strictest that held since what is accepted was proposed, a second approver is waited for; null: never. */
  readonly approvalLimitFen: number | null
}

/** Where the lines of a round come from. */
export abstract class DemandSource {
  /** The lines that are open on a reader, which may be a snapshot. */
  abstract open(reader: Reader): Promise<OpenDemandNow>

  /** The open lines of these demands. */
  abstract linesOf(reader: Reader, demandIds: readonly Id[]): Promise<readonly DemandedLine[]>

  /** The terms of a demand with these, of the buyer's own; null when one is foreign. */
  abstract terms(
    reader: Reader,
    buyerId: Id,
    named: { readonly budgetLineId: Id | null; readonly deliveryPointId: Id | null },
  ): Promise<DemandTerms | null>

  /** The versions of those of the lines that are still open, kept from changing until the Tx ends. */
  abstract lockVersions(tx: Tx, lineIds: readonly Id[]): Promise<ReadonlyMap<Id, number>>

  /** Budget lines in id order, kept from changing until the Tx ends; whoever locks one waits for the other. */
  abstract lockPurses(tx: Tx, ids: readonly Id[], since: Date): Promise<readonly PurseTerms[]>
}
