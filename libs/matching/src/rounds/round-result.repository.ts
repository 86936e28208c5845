import { Injectable } from '@nestjs/common'
import type { AllocationState, TicketReason } from '@weibao/contracts/allocation'
import type { Id } from '@weibao/kernel'
import { notFound, row, rows, type Reader } from '@weibao/platform'
import type { RowFilter, RowPage } from '../allocations/allocation.repository.js'
import type { TicketEntry } from './round.entity.js'

export type TicketRow = TicketEntry & {
  readonly roundNumber: string
  readonly productNameZh: string | null
  readonly productNameEn: string | null
}

const TICKET = `
  select t.id, t.round_id as "roundId", t.demand_line_id as "demandLineId", t.attempt, t.demand_id as "demandId",
    t.demand_number as "demandNumber", t.buyer_id as "buyerId", t.product_id as "productId",
    t.category_code as "categoryCode", t.subdistrict_code as "subdistrictCode", t.reason,
    t.wanted_grams as "wantedGrams", t.matched_grams as "matchedGrams", t.parts, t.flip,
    t.lots_of_goods as "lotsOfGoods", t.written_at as "writtenAt", r.number as "roundNumber",
    p.name_zh as "productNameZh", p.name_en as "productNameEn"
  from tickets t
  join rounds r on r.id = t.round_id
  left join lateral (select name_zh, name_en from product_facts where product_id = t.product_id limit 1) p on true`

/** All SQL that reads what a round came to: its tickets and its figures. */
@Injectable()
export class RoundResultRepository {
  listTickets(reader: Reader, filter: RowFilter, page: RowPage): Promise<TicketRow[]> {
    return rows<TicketRow>(
      reader,
      `${TICKET} where ($1::uuid is null or t.round_id = $1) and ($2::uuid is null or t.buyer_id = $2)
         and ($3::uuid is null or t.demand_id = $3) and ($4::text is null or t.reason = $4)
         and ($5::boolean is null or (t.matched_grams < t.wanted_grams) = $5)
         and ($6::text is null or t.category_code = $6) and ($7::text is null or t.subdistrict_code = $7)
         and (($8::text is null and $9::uuid is null) or exists (
           select from allocations a where a.round_id = t.round_id and a.demand_line_id = t.demand_line_id
             and ($8::text is null or a.township_code = $8) and ($9::uuid is null or a.cooperative_id = $9)))
         and ($10::uuid is null or t.demand_line_id = $10) and ($11::uuid is null or t.id < $11)
       order by t.id desc limit $12`,
      [
        filter.roundId ?? null,
        filter.buyerId ?? null,
        filter.demandId ?? null,
        filter.reason ?? null,
        filter.isMissed ?? null,
        filter.categoryCode ?? null,
        filter.subdistrictCode ?? null,
        filter.townshipCode ?? null,
        filter.cooperativeId ?? null,
        filter.lineId ?? null,
        page.before,
        page.limit,
      ],
    )
  }

  async ticket(reader: Reader, id: Id): Promise<TicketRow> {
    const found = await row<TicketRow>(reader, `${TICKET} where t.id = $1`, [id])
    if (!found) throw notFound()
    return found
  }

  categoryNames(reader: Reader) {
    return rows<{ code: string; zh: string; en: string }>(
      reader,
      'select code, name_zh as zh, name_en as en from category_facts',
    )
  }

  townshipNames(reader: Reader) {
    return rows<{ code: string; zh: string; en: string }>(
      reader,
      'select code, name_zh as zh, name_en as en from township_facts',
    )
  }

  flows(reader: Reader, roundId: Id) {
    return rows<{
      townshipCode: string
      categoryCode: string
      subdistrictCode: string | null
      allocationCount: number
      massGrams: number
      goodsFen: number
    }>(
      reader,
      `select township_code as "townshipCode", category_code as "categoryCode", subdistrict_code as "subdistrictCode",
         count(*)::int as "allocationCount", sum(mass_grams)::bigint as "massGrams", sum(goods_fen)::bigint as "goodsFen"
       from allocations where round_id = $1 and attempt = 1
       group by 1, 2, 3 order by sum(goods_fen) desc, 1, 2, 3`,
      [roundId],
    )
  }

  reasons(reader: Reader, roundId: Id) {
    return rows<{
      reason: TicketReason
      lineCount: number
      wantedGrams: number
      missedGrams: number
    }>(
      reader,
      `select reason, count(*)::int as "lineCount", sum(wanted_grams)::bigint as "wantedGrams",
         sum(wanted_grams - matched_grams)::bigint as "missedGrams"
       from tickets where round_id = $1 and attempt = 1 group by reason order by 4 desc, 1`,
      [roundId],
    )
  }

  cooperatives(reader: Reader, roundId: Id) {
    return rows<{
      cooperativeId: Id
      townshipCode: string
      offeredGrams: number
      placedGrams: number
      matchedGrams: number
    }>(
      reader,
      `select c.cooperative_id as "cooperativeId", f.township_code as "townshipCode",
         c.offered_grams as "offeredGrams", c.placed_grams as "placedGrams", c.matched_grams as "matchedGrams"
       from round_cooperatives c join cooperative_facts f on f.cooperative_id = c.cooperative_id
       where c.round_id = $1 order by c.matched_grams desc, c.cooperative_id`,
      [roundId],
    )
  }

  states(reader: Reader, roundId: Id) {
    return rows<{ state: AllocationState; count: number; goodsFen: number }>(
      reader,
      `select state, count(*)::int as count, sum(goods_fen)::bigint as "goodsFen"
       from allocations where round_id = $1 group by state order by state`,
      [roundId],
    )
  }

  changes(reader: Reader, roundId: Id) {
    return rows<{
      lineId: Id
      lotCode: string
      proposedPackages: number
      takenPackages: number
      cause: 'lot-sold' | 'line-changed' | 'below-minimum'
    }>(
      reader,
      `select c.demand_line_id as "lineId", l.code as "lotCode", c.proposed_packages as "proposedPackages",
         c.taken_packages as "takenPackages", c.cause
       from round_changes c join lot_facts l on l.lot_id = c.lot_id where c.round_id = $1 order by c.id limit 500`,
      [roundId],
    )
  }
}
