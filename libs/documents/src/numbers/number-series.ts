import { Injectable } from '@nestjs/common'
import { invariant, isLocalDay, type LocalDay } from '@weibao/kernel'
import { row, type Tx } from '@weibao/platform'

/** Gap-free numbers of papers, counted by series and month. */
@Injectable()
export class NumberSeries {
  /**
   * The next number of a series (two to four capital letters) in the month of a day, for example
   * `SH-202611-000123`. A number belongs to the caller's transaction: rolled back, it is given again.
   * The series stays locked until that transaction ends, so take the number last.
   */
  async next(tx: Tx, series: string, day: LocalDay): Promise<string> {
    invariant(/^[A-Z]{2,4}$/.test(series), `not a series: ${series}`)
    invariant(isLocalDay(day), `not a day: ${day}`)
    const period = day.slice(0, 7).replace('-', '')
    const taken = await row<{ number: number }>(
      tx,
      `insert into number_series (series, period, last_number) values ($1, $2, 1)
       on conflict (series, period) do update set last_number = number_series.last_number + 1
       returning last_number as number`,
      [series, period],
    )
    invariant(taken, 'an upsert returns its row')
    return `${series}-${period}-${String(taken.number).padStart(6, '0')}`
  }
}
