import { COMMON_PASSWORDS } from './common-passwords.list.js'

const common = new Set(COMMON_PASSWORDS.trim().split(/\s+/))

/** Whether a password is among the most common ones, in any case, or one character repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  return common.has(plain) || new Set(plain).size === 1 || isRun(plain)
}

/** Whether each character follows the one before, or precedes it: `abcdefgh`, `87654321`. */
function isRun(text: string): boolean {
  const steps = new Set<number>()
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}
