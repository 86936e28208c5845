import type { Address } from '@weibao/contracts/order'
import { PersonalData } from '@weibao/identity'
import { UnitOfWork } from '@weibao/platform'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrderWorld, type OrderWorld } from '../testing/order-world.js'
import { AddressBook } from './address-book.service.js'

let world: OrderWorld
let book: AddressBook

beforeAll(async () => {
  world = await openOrderWorld()
  book = world.processes[0].get(AddressBook)
})
afterAll(() => world.close())

const addressOf = (street: string): Address => ({
  recipient: '陈小满',
  phone: '13900001234',
  province: '上海市',
  city: '上海市',
  district: '宝山区',
  subdistrictCode: '310113003',
  street,
})
const streets = async (person: ReturnType<typeof makeActor>) =>
  (await book.list(person)).items.map(({ address, isDefault }) => [address.street, isDefault])

describe('An address book', () => {
  it('starts with a default, keeps the same address once, and always has one default', async () => {
    const person = makeActor()
    const home = await book.keep(person, { address: addressOf('友谊路 1 号'), isDefault: false })
    await book.keep(person, { address: addressOf('友谊路 1 号'), isDefault: false })
    const work = await book.keep(person, { address: addressOf('牡丹江路 2 号'), isDefault: true })
    expect(await streets(person)).toEqual([
      ['牡丹江路 2 号', true],
      ['友谊路 1 号', false],
    ])
    await book.remove(person, work.id)
    expect(await streets(person)).toEqual([['友谊路 1 号', true]])
    await book.change(person, home.id, { address: addressOf('友谊路 9 号'), isDefault: false })
    expect(await streets(person)).toEqual([['友谊路 9 号', true]])
  })

  it('holds twenty addresses, however many are kept at the same moment', async () => {
    const person = makeActor()
    const tried = await Promise.allSettled(
      Array.from({ length: 22 }, (_, n) =>
        world.processes[n % 2]!.get(AddressBook).keep(person, {
          address: addressOf(`友谊路 ${n + 1} 号`),
          isDefault: true,
        }),
      ),
    )
    const refused = tried.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as unknown] : [],
    )
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({ code: 'address.too-many' })
    const kept = await streets(person)
    expect([kept.length, kept.filter(([, isDefault]) => isDefault).length]).toEqual([20, 1])
  })

  it('is nobody else’s to see, change or empty', async () => {
    const [person, stranger] = [makeActor(), makeActor()]
    const kept = { address: addressOf('友谊路 1 号'), isDefault: false }
    const { id } = await book.keep(person, kept)
    expect(await streets(stranger)).toEqual([])
    const missing = { code: 'object.not-found' }
    await expect(book.change(stranger, id, kept)).rejects.toMatchObject(missing)
    await expect(book.remove(stranger, id)).rejects.toMatchObject(missing)
    expect(await streets(person)).toHaveLength(1)
  })

  it('goes with the person: in the export of their data, and out with their account', async () => {
    const person = makeActor()
    const subject = { personId: person.personId, contacts: [] }
    await book.keep(person, { address: addressOf('友谊路 1 号'), isDefault: false })
    const data = world.processes[0].get(PersonalData)
    const unitOfWork = world.processes[0].get(UnitOfWork)
    expect(JSON.stringify(await data.export(unitOfWork.reader, subject))).toContain('友谊路 1 号')
    await unitOfWork.run((tx) => data.erase(tx, subject))
    expect(await streets(person)).toEqual([])
  })
})
