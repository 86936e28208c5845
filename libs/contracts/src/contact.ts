import { z } from 'zod'

/**
 * How a person is reached: an e-mail address or a Chinese mobile number, in one field. What goes in
 * may hold spaces, full-width digits or +86; what comes out is the normal form that is unique.
 */

const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/
const MOBILE = /^\+861[3-9]\d{9}$/
const MAX_LENGTH = 254

/** The normal form of a contact, or null when it is neither an e-mail address nor a mobile number. */
export function normalContact(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  if (plain.includes('@')) {
    const email = plain.toLowerCase()
    const isShort = email.length <= MAX_LENGTH && email.indexOf('@') <= 64
    return isShort && EMAIL.test(email) ? email : null
  }
  const digits = plain.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return MOBILE.test(`+86${digits}`) ? `+86${digits}` : null
}

/** Which kind of contact a normal form is. */
export function channelOf(contact: string): 'mail' | 'sms' {
  return contact.includes('@') ? 'mail' : 'sms'
}

export const contactSchema = z
  .string()
  .max(MAX_LENGTH)
  .transform((text) => normalContact(text) ?? '')
  .refine((contact) => contact !== '', { params: { code: 'field.contact' } })
