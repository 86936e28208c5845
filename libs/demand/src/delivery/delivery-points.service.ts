import { Injectable } from '@nestjs/common'
import type {
  AddDeliveryPointBody,
  EditDeliveryPointBody,
  ManagedDeliveryPointView,
} from '@weibao/contracts/demand'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { DeliveryPointRepository } from './delivery-point.repository.js'
import { refuseTakenName } from '../taken-names.js'

/** The doors of a buyer organisation as its people keep them. */
@Injectable()
export class DeliveryPoints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly points: DeliveryPointRepository,
    private readonly audit: Audit,
  ) {}

  /** Those in use, or all that ever were. */
  async list(
    actor: Actor,
    buyerId: Id,
    withInactive: boolean,
  ): Promise<{ items: ManagedDeliveryPointView[] }> {
    actor.mustReach('demand:read', buyerId)
    return { items: await this.points.list(this.unitOfWork.reader, buyerId, withInactive) }
  }

  async add(actor: Actor, buyerId: Id, body: AddDeliveryPointBody) {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork
      .run(async (tx) => {
        const id = await this.make(tx, buyerId, body)
        const { name, street, subdistrictCode } = body
        await this.audit.record(tx, {
          act: 'delivery-point.added',
          actor,
          organisationId: buyerId,
          object: { kind: 'delivery-point', id },
          after: { name, street, subdistrictCode },
        })
        return { id, isActive: true, ...body }
      })
      .catch(refuseTakenName)
  }

  /** Adds a point as `add` does, for whoever has checked who asks. Its id. */
  async make(tx: Tx, buyerId: Id, body: AddDeliveryPointBody): Promise<Id> {
    const id = newId()
    await this.points.insert(tx, { ...body, id, buyerId, at: this.clock.now() })
    return id
  }

  /**
   * Changes who receives where. Its subdistrict stays, as what was matched was counted there; one that is no longer
   * in use takes no new demand, while what is under way still goes there.
   */
  async edit(
    actor: Actor,
    buyerId: Id,
    id: Id,
    body: EditDeliveryPointBody,
  ): Promise<ManagedDeliveryPointView> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork
      .run(async (tx) => {
        const before = await this.points.lock(tx, buyerId, id)
        const after = await this.points.edit(tx, buyerId, id, body)
        if (!before || !after) throw notFound()
        await this.audit.record(tx, {
          act: 'delivery-point.edited',
          actor,
          organisationId: buyerId,
          object: { kind: 'delivery-point', id },
          before: placeOf(before),
          after: placeOf(after),
        })
        return after
      })
      .catch(refuseTakenName)
  }
}

/** Where it is, not who receives there: a person's name and number do not stay in the log for ever. */
function placeOf({ name, street, isActive }: ManagedDeliveryPointView) {
  return { name, street, isActive }
}
