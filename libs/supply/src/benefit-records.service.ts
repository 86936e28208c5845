import { Injectable } from '@nestjs/common'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { execute, row, type Reader, type Tx } from '@weibao/platform'

export interface NewBenefitRecord {
  readonly cooperativeId: Id
  readonly householdCode: string
  readonly kind: 'purchase' | 'wages' | 'dividends'
  readonly amountFen: number
  readonly paidOn: LocalDay
}

/** Which farming households a cooperative paid: counted volume needs a record for the season. */
@Injectable()
export class BenefitRecords {
  /** Writes records; one that is there already (household, kind, day) stays as it is. */
  async record(tx: Tx, records: readonly NewBenefitRecord[], recordedBy: Id | null): Promise<void> {
    await execute(
      tx,
      `insert into benefit_records (id, cooperative_id, season, household_code, kind, amount_fen, paid_on, recorded_by)
       select r.id, r.cooperative_id, extract(year from r.paid_on), r.household_code, r.kind, r.amount_fen, r.paid_on, $2
       from jsonb_to_recordset($1) as r(id uuid, cooperative_id uuid, household_code text, kind text, amount_fen bigint, paid_on date)
       on conflict on constraint benefit_records_once do nothing returning id`,
      [
        JSON.stringify(
          records.map((each) => ({
            id: newId(),
            cooperative_id: each.cooperativeId,
            household_code: each.householdCode,
            kind: each.kind,
            amount_fen: each.amountFen,
            paid_on: each.paidOn,
          })),
        ),
        recordedBy,
      ],
    )
  }

  /** Whether a cooperative has a record for the season (calendar year) of a day. */
  async hasRecord(reader: Reader, cooperativeId: Id, day: LocalDay): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from benefit_records where cooperative_id = $1 and season = $2 limit 1',
      [cooperativeId, Number(day.slice(0, 4))],
    )
    return found !== null
  }
}
