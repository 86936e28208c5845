import { Injectable } from '@nestjs/common'
import { newId, type Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Wanted, WantedBundle, WantedLine } from './quote.js'
import type { Shopper } from './shopper.js'

/** All SQL about carts. */
@Injectable()
export class CartRepository {
  /** What a cart holds, in the order it was put there. One statement. */
  async contentsOf(
    reader: Reader,
    shopper: Pick<Shopper, 'personId' | 'guestKey'>,
  ): Promise<Wanted> {
    const found = await rows<{ skuId: Id | null; bundleId: Id | null; quantity: number }>(
      reader,
      `select x.sku_id as "skuId", x.bundle_id as "bundleId", x.quantity from carts c cross join lateral (
         select l.sku_id, null::uuid as bundle_id, l.quantity, l.added_at from cart_lines l where l.cart_id = c.id
         union all
         select null, b.bundle_id, b.quantity, b.added_at from cart_bundles b where b.cart_id = c.id) x
       where c.person_id = $1 or c.guest_key = $2 order by x.added_at, x.sku_id, x.bundle_id`,
      [shopper.personId, shopper.guestKey],
    )
    return {
      lines: found.flatMap(({ skuId, quantity }) => (skuId ? { skuId, quantity } : [])),
      bundles: found.flatMap(({ bundleId, quantity }) => (bundleId ? { bundleId, quantity } : [])),
    }
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

  /** Sets how many boxes of a kind. Whether the cart had room (`max` different kinds). */
  async setBundle(tx: Tx, shopper: Shopper, bundle: WantedBundle, max: number): Promise<boolean> {
    const cartId = await this.ensureCart(tx, shopper)
    const set = await execute(
      tx,
      `insert into cart_bundles (cart_id, bundle_id, quantity)
       select $1, $2, $3 where (select count(*) from cart_bundles where cart_id = $1 and bundle_id <> $2) < $4
       on conflict (cart_id, bundle_id) do update set quantity = excluded.quantity returning bundle_id`,
      [cartId, bundle.bundleId, bundle.quantity, max],
    )
    return set > 0
  }

  /** Takes out these packs and boxes, whatever their number. */
  async remove(
    tx: Tx,
    shopper: Pick<Shopper, 'personId' | 'guestKey'>,
    {
      lines = [],
      bundles = [],
    }: { lines?: readonly { skuId: Id }[]; bundles?: readonly { bundleId: Id }[] },
  ): Promise<void> {
    const owner = 'c.id = x.cart_id and (c.person_id = $1 or c.guest_key = $2)'
    const of = [shopper.personId, shopper.guestKey]
    if (lines.length > 0)
      await execute(
        tx,
        `delete from cart_lines x using carts c where ${owner} and x.sku_id = any($3)`,
        [...of, lines.map(({ skuId }) => skuId)],
      )
    if (bundles.length > 0)
      await execute(
        tx,
        `delete from cart_bundles x using carts c where ${owner} and x.bundle_id = any($3)`,
        [...of, bundles.map(({ bundleId }) => bundleId)],
      )
  }

  /** Moves what a guest has put aside into a person's cart at sign-in; of two quantities the larger stays. */
  async merge(tx: Tx, guestKey: string, personId: Id): Promise<void> {
    const cartId = await this.ensureCart(tx, { personId, guestKey: null })
    await execute(
      tx,
      `insert into cart_lines (cart_id, sku_id, quantity, added_at)
       select $1, l.sku_id, l.quantity, l.added_at from carts c join cart_lines l on l.cart_id = c.id where c.guest_key = $2
       on conflict (cart_id, sku_id) do update set quantity = greatest(cart_lines.quantity, excluded.quantity) returning sku_id`,
      [cartId, guestKey],
    )
    await execute(
      tx,
      `insert into cart_bundles (cart_id, bundle_id, quantity, added_at)
       select $1, b.bundle_id, b.quantity, b.added_at from carts c join cart_bundles b on b.cart_id = c.id
       where c.guest_key = $2
       on conflict (cart_id, bundle_id) do update set quantity = greatest(cart_bundles.quantity, excluded.quantity)`,
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
