import { addressSchema } from '@weibao/contracts/order'
import { describe, expect, it } from 'vitest'
import { emptyAddress, faultsOf, toAddress, type AddressDraft } from './address-draft'

const good: AddressDraft = {
  ...emptyAddress,
  recipient: '林小满',
  phone: '13800138000',
  subdistrictCode: '310113109',
  street: '菊太路 88 弄 6 号',
}

const drafts: [string, Partial<AddressDraft>, string[]][] = [
  ['a whole address in Baoshan', {}, []],
  ['one elsewhere', { province: '云南省', city: '昆明市', district: '五华区' }, []],
  ['spaces around', { recipient: ' 林小满 ', phone: ' 13800138000 ' }, []],
  ['no recipient', { recipient: '  ' }, ['recipient']],
  ['a short number', { phone: '1380013800' }, ['phone']],
  ['a landline', { phone: '02156560000' }, ['phone']],
  ['no number', { phone: '' }, ['phone']],
  ['a street of three characters', { street: '菊太路' }, ['street']],
  ['no street', { street: '' }, ['street']],
  ['no district', { district: '' }, ['district']],
  ['no city', { city: '' }, ['city']],
]

describe('an address as typed', () => {
  it.each(drafts)('%s is judged as the contract judges it', (_, change, fields) => {
    const draft = { ...good, ...change }
    expect(Object.keys(faultsOf(draft))).toEqual(fields)
    const parsed = addressSchema.safeParse(toAddress(draft))
    const refused = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))
    expect([...new Set(refused)]).toEqual(fields)
  })

  it('asks for the subdistrict in Baoshan, where it decides what the sale counts as', () => {
    expect(faultsOf({ ...good, subdistrictCode: '' })).toEqual({ subdistrictCode: 'required' })
  })

  it('sends no subdistrict of Baoshan with an address elsewhere', () => {
    const elsewhere = { ...good, province: '云南省', city: '昆明市', district: '五华区' }
    expect(toAddress(elsewhere).subdistrictCode).toBeNull()
  })
})
