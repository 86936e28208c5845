import { Injectable, type OnModuleInit } from '@nestjs/common'
import { MAX_ADDRESSES, type KeepAddress, type KeptAddress } from '@weibao/contracts/address-book'
import type { Address } from '@weibao/contracts/order'
import { PersonalData, type DataSubject, type PersonalDataPart } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Reader, type Tx } from '@weibao/platform'
import { AddressBookRepository } from './address-book.repository.js'

/** The addresses that a person keeps. While there are any, one of them is the default. */
@Injectable()
export class AddressBook implements PersonalDataPart, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly addresses: AddressBookRepository,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register('addresses', this)
  }

  async export(reader: Reader, { personId }: DataSubject): Promise<unknown> {
    const kept = await this.addresses.list(reader, personId)
    return kept.length > 0 ? kept : null
  }

  erase(tx: Tx, { personId }: DataSubject): Promise<void> {
    return this.addresses.deleteOf(tx, personId)
  }

  async list({ personId }: Actor): Promise<{ items: KeptAddress[] }> {
    return { items: await this.addresses.list(this.unitOfWork.reader, personId) }
  }

  /** Keeps an address; one that is kept already is not kept twice. Refuses with `address.too-many`. */
  keep({ personId }: Actor, { address, isDefault }: KeepAddress): Promise<KeptAddress> {
    return this.unitOfWork.run(async (tx) => {
      await this.addresses.lock(tx, personId)
      const kept = await this.addresses.list(tx, personId)
      const same = kept.find((each) => isSame(each.address, address))
      if (!same && kept.length >= MAX_ADDRESSES)
        throw refusal('address.too-many', { max: MAX_ADDRESSES })
      const id = same?.id ?? newId()
      if (!same) await this.addresses.insert(tx, personId, id, address, this.clock.now())
      if (isDefault || kept.length === 0) await this.addresses.makeDefault(tx, personId, id)
      return this.get(tx, personId, id)
    })
  }

  /** Changes an address of the person's own. The default stays it until another one becomes it. */
  change({ personId }: Actor, id: Id, { address, isDefault }: KeepAddress): Promise<KeptAddress> {
    return this.unitOfWork.run(async (tx) => {
      await this.addresses.lock(tx, personId)
      await this.get(tx, personId, id)
      await this.addresses.update(tx, personId, id, address, this.clock.now())
      if (isDefault) await this.addresses.makeDefault(tx, personId, id)
      return this.get(tx, personId, id)
    })
  }

  async remove({ personId }: Actor, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.addresses.lock(tx, personId)
      if ((await this.addresses.delete(tx, personId, id)) === 0) throw notFound()
      const [next] = await this.addresses.list(tx, personId)
      if (next && !next.isDefault) await this.addresses.makeDefault(tx, personId, next.id)
    })
  }

  private async get(tx: Tx, personId: Id, id: Id): Promise<KeptAddress> {
    const found = await this.addresses.find(tx, personId, id)
    if (!found) throw notFound()
    return found
  }
}

function isSame(a: Address, b: Address): boolean {
  return (
    a.recipient === b.recipient &&
    a.phone === b.phone &&
    a.province === b.province &&
    a.city === b.city &&
    a.district === b.district &&
    a.subdistrictCode === b.subdistrictCode &&
    a.street === b.street
  )
}
