import { Injectable } from '@nestjs/common'
import { newId, type Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { WantedLine } from './quote.js'
import type { Shopper } from './shopper.js'

/** All SQL about carts. */
@Injectable()
export class CartRepository {
  async linesOf(
    reader: Reader,
    shopper: Pick<Shopper, 'personId' | 'guestKey'>,
  ): Promise<WantedLine[]> {
    return rows<WantedLine>(
      reader,
      `select l.sku_id as "skuId", l.quantity from carts c join cart_lines l on l.cart_id = c.id
       where c.person_id = $1 or c.guest_key = $2 order by l.added_at, l.sku_id`,
      [shopper.personId, shopper.guestKey],
    )
  }

  /** Sets a line; the cart is made with it. Whether the cart had room (`max` different skus). */
  async setLine(tx: Tx, shopper: Shopper, line: WantedLine, max: number): Promise<boolean> {
    const cartId = await this.ensureCart(tx, shopper)
    const set = await execute(
      tx,
      `insert into cart_lines (cart_id, sku_id, quantity)
       select $1, $2, $3 where (select count(*) from cart_lines where cart_id = $1 and sku_id <> $2) < $4
       on conflict (cart_id, sku_id) do update set quantity = excluded.quantity returning sku_id`,
      [cartId, line.skuId, line.quantity, max],
    )
    return set > 0
  }

  async removeLines(tx: Tx, shopper: Shopper, skuIds: readonly Id[]): Promise<void> {
    await execute(
      tx,
      `delete from cart_lines l using carts c where c.id = l.cart_id and (c.person_id = $1 or c.guest_key = $2)
         and l.sku_id = any($3)`,
      [shopper.personId, shopper.guestKey, skuIds],
    )
  }

  /** Moves a guest's lines into a person's cart at sign-in; of two quantities the larger stays. */
  async merge(tx: Tx, guestKey: string, personId: Id): Promise<void> {
    const cartId = await this.ensureCart(tx, { personId, guestKey: null })
    await execute(
      tx,
      `insert into cart_lines (cart_id, sku_id, quantity, added_at)
       select $1, l.sku_id, l.quantity, l.added_at from carts c join cart_lines l on l.cart_id = c.id where c.guest_key = $2
       on conflict (cart_id, sku_id) do update set quantity = greatest(cart_lines.quantity, excluded.quantity) returning sku_id`,
      [cartId, guestKey],
    )
    await execute(tx, 'delete from carts where guest_key = $1', [guestKey])
  }

  async deleteOf(tx: Tx, personId: Id): Promise<void> {
    await execute(tx, 'delete from carts where person_id = $1', [personId])
  }

  private async ensureCart(
    tx: Tx,
    { personId, guestKey }: Pick<Shopper, 'personId' | 'guestKey'>,
  ): Promise<Id> {
    const column = personId ? 'person_id' : 'guest_key'
    const made = await row<{ id: Id }>(
      tx,
      `insert into carts (id, ${column}) values ($1, $2)
       on conflict (${column}) do update set updated_at = now() returning id`,
      [newId(), personId ?? guestKey],
    )
    return made!.id
  }
}
