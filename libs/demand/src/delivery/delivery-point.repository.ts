import { Injectable } from '@nestjs/common'
import type {
  AddDeliveryPointBody,
  DeliveryPointView,
  EditDeliveryPointBody,
  ManagedDeliveryPointView,
} from '@weibao/contracts/demand'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

const COLUMNS = `id, name, subdistrict_code as "subdistrictCode", street, contact, phone, is_active as "isActive"`

/** A point as what is delivered there shows it. */
export const pointAsJson = (table: string) =>
  `jsonb_build_object('id', ${table}.id, 'name', ${table}.name, 'subdistrictCode', ${table}.subdistrict_code,
    'street', ${table}.street, 'contact', ${table}.contact, 'phone', ${table}.phone)`

/** SQL about delivery points as their organisation keeps them. */
@Injectable()
export class DeliveryPointRepository {
  list(reader: Reader, buyerId: Id, withInactive: boolean): Promise<ManagedDeliveryPointView[]> {
    return rows<ManagedDeliveryPointView>(
      reader,
      `select ${COLUMNS} from delivery_points where buyer_id = $1 and (is_active or $2)
       order by is_active desc, name limit 200`,
      [buyerId, withInactive],
    )
  }

  /** Whether it is the buyer's and takes new demand. */
  async isInUse(reader: Reader, buyerId: Id, id: Id): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from delivery_points where buyer_id = $1 and id = $2 and is_active',
      [buyerId, id],
    )
    return found !== null
  }

  ofDemands(
    reader: Reader,
    demandIds: readonly Id[],
  ): Promise<{ demandId: Id; point: DeliveryPointView }[]> {
    return rows(
      reader,
      `select d.id as "demandId", ${pointAsJson('p')} as point
       from demands d join delivery_points p on p.id = d.delivery_point_id where d.id = any($1)`,
      [demandIds],
    )
  }

  async insert(
    tx: Tx,
    point: AddDeliveryPointBody & { id: Id; buyerId: Id; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      `insert into delivery_points (id, buyer_id, name, subdistrict_code, street, contact, phone, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        point.id,
        point.buyerId,
        point.name,
        point.subdistrictCode,
        point.street,
        point.contact,
        point.phone,
        point.at,
      ],
    )
  }

  /** As it is before it is edited, locked; null when it is not the buyer's. */
  lock(tx: Tx, buyerId: Id, id: Id): Promise<ManagedDeliveryPointView | null> {
    return row<ManagedDeliveryPointView>(
      tx,
      `select ${COLUMNS} from delivery_points where buyer_id = $1 and id = $2 for update`,
      [buyerId, id],
    )
  }

  async edit(
    tx: Tx,
    buyerId: Id,
    id: Id,
    body: EditDeliveryPointBody,
  ): Promise<ManagedDeliveryPointView | null> {
    return row<ManagedDeliveryPointView>(
      tx,
      `with edited as (
         update delivery_points set name = $3, street = $4, contact = $5, phone = $6, is_active = $7
         where buyer_id = $1 and id = $2 returning *)
       select ${COLUMNS} from edited`,
      [buyerId, id, body.name, body.street, body.contact, body.phone, body.isActive],
    )
  }
}
