import { Injectable } from '@nestjs/common'
import { Organisations } from '@weibao/identity'
import { fairnessIndex, type Id, type LocalDay } from '@weibao/kernel'
import { rows, UnitOfWork } from '@weibao/platform'

interface OfferedInRound {
  readonly roundId: Id
  readonly number: string
  readonly endedAt: Date
  readonly cooperativeId: Id
  readonly offeredGrams: number
  readonly matchedGrams: number
}

/** The fairness ledger: what each cooperative offered and what of it was matched, round by round. */
@Injectable()
export class FairnessReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: Organisations,
  ) {}

  async overTime({ from, to }: { from?: LocalDay | undefined; to?: LocalDay | undefined }) {
    const { reader } = this.unitOfWork
    const found = await rows<OfferedInRound>(
      reader,
      `select r.round_id as "roundId", r.number, r.ended_at as "endedAt", c.cooperative_id as "cooperativeId",
         c.open_grams as "offeredGrams", c.matched_grams as "matchedGrams"
       from round_facts r join round_cooperative_facts c on c.round_id = r.round_id
       where ($1::date is null or (r.ended_at at time zone 'Asia/Shanghai')::date >= $1)
         and ($2::date is null or (r.ended_at at time zone 'Asia/Shanghai')::date <= $2)
       order by r.round_id desc limit 20000`,
      [from ?? null, to ?? null],
    )
    const confirmed = await rows<{ cooperativeId: Id; grams: number }>(
      reader,
      `select cooperative_id as "cooperativeId", sum(mass_grams)::bigint as grams from allocation_facts
       where state in ('confirmed', 'ordered')
         and ($1::date is null or (confirmed_at at time zone 'Asia/Shanghai')::date >= $1)
         and ($2::date is null or (confirmed_at at time zone 'Asia/Shanghai')::date <= $2)
       group by cooperative_id`,
      [from ?? null, to ?? null],
    )
    const byRound = group(found, ({ roundId }) => roundId)
    const byCooperative = group(found, ({ cooperativeId }) => cooperativeId)
    const names = new Map(
      (await this.organisations.findMany(reader, [...byCooperative.keys()])).map(
        ({ id, nameZh: zh, nameEn: en }) => [id, { zh, en }],
      ),
    )
    const confirmedOf = new Map(confirmed.map(({ cooperativeId, grams }) => [cooperativeId, grams]))
    return {
      rounds: [...byRound.values()].map((each) => ({
        roundId: each[0]!.roundId,
        number: each[0]!.number,
        endedAt: each[0]!.endedAt.toISOString(),
        index: fairnessIndex(
          each.map(({ offeredGrams, matchedGrams }) => ({
            offeredGrams,
            deliveredGrams: matchedGrams,
          })),
        ),
        matchedGrams: total(each, 'matchedGrams'),
      })),
      cooperatives: [...byCooperative].map(([cooperativeId, each]) => ({
        cooperativeId,
        name: names.get(cooperativeId) ?? { zh: '—', en: '—' },
        // What is offered again in the next round is one offer: the most that was open at once.
        offeredGrams: Math.max(...each.map(({ offeredGrams }) => offeredGrams)),
        matchedGrams: total(each, 'matchedGrams'),
        confirmedGrams: confirmedOf.get(cooperativeId) ?? 0,
      })),
    }
  }
}

function group<T>(all: readonly T[], keyOf: (each: T) => Id): Map<Id, T[]> {
  const groups = new Map<Id, T[]>()
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}

function total(all: readonly OfferedInRound[], key: 'matchedGrams' | 'offeredGrams'): number {
  return all.reduce((sum, each) => sum + each[key], 0)
}
