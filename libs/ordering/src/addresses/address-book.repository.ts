import { Injectable } from '@nestjs/common'
import type { KeptAddress } from '@weibao/contracts/address-book'
import type { Address } from '@weibao/contracts/order'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

const ROW = `
  select id, is_default as "isDefault", jsonb_build_object('recipient', recipient, 'phone', phone,
    'province', province, 'city', city, 'district', district, 'subdistrictCode', subdistrict_code,
    'street', street) as address
  from kept_addresses`

/** All SQL about the addresses that people keep. */
@Injectable()
export class AddressBookRepository {
  /** The default one first, then those changed last. */
  list(reader: Reader, personId: Id): Promise<KeptAddress[]> {
    return rows<KeptAddress>(
      reader,
      `${ROW} where person_id = $1 order by is_default desc, changed_at desc, id desc`,
      [personId],
    )
  }

  find(reader: Reader, personId: Id, id: Id): Promise<KeptAddress | null> {
    return row<KeptAddress>(reader, `${ROW} where person_id = $1 and id = $2`, [personId, id])
  }

  /** One change of a person's addresses at a time: their number and their default hang together. */
  async lock(tx: Tx, personId: Id): Promise<void> {
    await execute(tx, `select pg_advisory_xact_lock(hashtextextended('addresses ' || $1, 0))`, [
      personId,
    ])
  }

  async insert(tx: Tx, personId: Id, id: Id, address: Address, at: Date): Promise<void> {
    await execute(
      tx,
      `insert into kept_addresses (id, person_id, recipient, phone, province, city, district,
         subdistrict_code, street, is_default, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10)`,
      [id, personId, ...columnsOf(address), at],
    )
  }

  async update(tx: Tx, personId: Id, id: Id, address: Address, at: Date): Promise<void> {
    await execute(
      tx,
      `update kept_addresses set recipient = $3, phone = $4, province = $5, city = $6, district = $7,
         subdistrict_code = $8, street = $9, changed_at = $10 where id = $1 and person_id = $2`,
      [id, personId, ...columnsOf(address), at],
    )
  }

  /** Two statements, so that there is never a moment with two defaults. */
  async makeDefault(tx: Tx, personId: Id, id: Id): Promise<void> {
    await execute(
      tx,
      `update kept_addresses set is_default = false where person_id = $1 and is_default and id <> $2`,
      [personId, id],
    )
    await execute(
      tx,
      `update kept_addresses set is_default = true where person_id = $1 and id = $2`,
      [personId, id],
    )
  }

  delete(tx: Tx, personId: Id, id: Id): Promise<number> {
    return execute(tx, `delete from kept_addresses where person_id = $1 and id = $2`, [
      personId,
      id,
    ])
  }

  async deleteOf(tx: Tx, personId: Id): Promise<void> {
    await execute(tx, `delete from kept_addresses where person_id = $1`, [personId])
  }
}

function columnsOf(address: Address): (string | null)[] {
  const { recipient, phone, province, city, district, subdistrictCode, street } = address
  return [recipient, phone, province, city, district, subdistrictCode, street]
}
