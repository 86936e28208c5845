const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/
const MOBILE = /^1[3-9]\d{9}$/

/** Whether it looks like an e-mail address or a mobile number of mainland China. The server decides. */
export function isContact(typed: string): boolean {
  const text = typed.normalize('NFKC').trim()
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return EMAIL.test(text) || MOBILE.test(digits)
}

/** Six digits as typed or pasted: spaces and full-width digits are fine. */
export function codeDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
