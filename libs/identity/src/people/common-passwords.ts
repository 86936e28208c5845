/** Whether a password is among the most common ones, in any case. */
export function isCommonPassword(password: string): boolean {
  return ['password', '12345678', '123456789'].includes(password.toLowerCase())
}
