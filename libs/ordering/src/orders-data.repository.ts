import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

/** All SQL about what orders keep of a person: given out, taken away, or still needed. */
@Injectable()
export class OrdersDataRepository {
  /** A person's order groups with their orders and lines, ready for JSON. One statement. */
  async exportOf(reader: Reader, personId: Id): Promise<unknown[]> {
    const found = await rows<{ group: unknown }>(
      reader,
      `select jsonb_build_object('number', g.number, 'placedAt', g.placed_at, 'totalFen', g.total_fen,
         'address', g.address, 'email', g.email, 'termsVersion', g.terms_version,
         'orders', (select jsonb_agg(jsonb_build_object('number', o.number, 'state', o.state, 'note', o.note,
            'cooperative', o.cooperative_name_zh, 'goodsFen', o.goods_fen, 'freightFen', o.freight_fen,
            'lines', (select jsonb_agg(jsonb_build_object('name', l.name_zh, 'sku', l.sku_name_zh,
               'quantity', l.quantity, 'totalFen', l.line_total_fen, 'giftBox',
               (select b.name_zh from order_bundles b where b.id = l.order_bundle_id)) order by l.id)
               from order_lines l where l.order_id = o.id)) order by o.number)
           from orders o where o.group_id = g.id)) as "group"
       from order_groups g where g.person_id = $1 and g.buyer_id is null order by g.id`,
      [personId],
    )
    return found.map(({ group }) => group)
  }

  /** Takes name, phone and address out of a person's past orders; the books stay, and so do organisations'. */
  async erasePerson(tx: Tx, personId: Id): Promise<void> {
    await execute(
      tx,
      `update order_groups set address = null, email = null where person_id = $1 and buyer_id is null`,
      [personId],
    )
    await execute(
      tx,
      `update orders set recipient = '—', note = '' where person_id = $1 and buyer_id is null`,
      [personId],
    )
  }

  async hasOpenOrders(reader: Reader, personId: Id): Promise<boolean> {
    const found = await row(
      reader,
      `select 1 from orders where person_id = $1 and buyer_id is null and state in ('placed', 'confirmed', 'partly-shipped', 'shipped', 'delivered') limit 1`,
      [personId],
    )
    return found !== null
  }
}
