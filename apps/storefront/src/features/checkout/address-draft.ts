import type { Address } from '@weibao/contracts/order'

/** The address as it is typed. Kept on this device so that a lost connection loses nothing. */
export interface AddressDraft {
  readonly recipient: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly subdistrictCode: string
  readonly street: string
}

export const BAOSHAN = { province: '上海市', city: '上海市', district: '宝山区' } as const

export const emptyAddress: AddressDraft = {
  ...BAOSHAN,
  recipient: '',
  phone: '',
  subdistrictCode: '',
  street: '',
}

export type AddressFault = 'required' | 'phoneError' | 'tooShort'

/** What is missing or wrong, by field: the same rules as the contract's `addressSchema`. */
export function faultsOf(draft: AddressDraft): Partial<Record<keyof AddressDraft, AddressFault>> {
  const faults: Partial<Record<keyof AddressDraft, AddressFault>> = {}
  for (const name of ['recipient', 'province', 'city', 'district', 'street'] as const)
    if (!draft[name].trim()) faults[name] = 'required'
  if (!/^1[3-9]\d{9}$/.test(draft.phone.trim()))
    faults.phone = draft.phone.trim() ? 'phoneError' : 'required'
  if (draft.street.trim() && [...draft.street.trim()].length < 4) faults.street = 'tooShort'
  if (isBaoshan(draft) && !draft.subdistrictCode) faults.subdistrictCode = 'required'
  return faults
}

export function isBaoshan(draft: Pick<AddressDraft, 'province' | 'district'>): boolean {
  return draft.province === BAOSHAN.province && /^宝山/.test(draft.district)
}

export function toAddress(draft: AddressDraft): Address {
  return {
    recipient: draft.recipient.trim(),
    phone: draft.phone.trim(),
    province: draft.province,
    city: draft.city.trim(),
    district: draft.district.trim(),
    subdistrictCode: isBaoshan(draft) && draft.subdistrictCode ? draft.subdistrictCode : null,
    street: draft.street.trim(),
  }
}

export function toDraft(address: Address): AddressDraft {
  return { ...address, subdistrictCode: address.subdistrictCode ?? '' }
}

/** Whether what is typed is this address. */
export function isSameAddress(address: Address, draft: AddressDraft): boolean {
  return JSON.stringify(toAddress(toDraft(address))) === JSON.stringify(toAddress(draft))
}
