import { randomBytes } from 'node:crypto'
import { openSealed, sealText } from '@weibao/platform'

/** A new signing secret: 32 random bytes. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`
}

/** Encrypts a secret for the row it belongs to. */
export function seal(secret: string, key: Buffer, rowId: string): string {
  return sealText(secret, key, rowId).toString('base64')
}

/** Throws when the key, the row or the content is not the one that was sealed. */
export function unseal(sealed: string, key: Buffer, rowId: string): string {
  return openSealed(Buffer.from(sealed, 'base64'), key, rowId)
}
