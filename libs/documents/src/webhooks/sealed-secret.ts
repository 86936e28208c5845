import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { invariant } from '@weibao/kernel'

/** A new signing secret: 32 random bytes. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`
}

/** AES-256-GCM, bound to the row it belongs to, so that it cannot be moved to another. */
export function seal(secret: string, key: Buffer, rowId: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(rowId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Throws when the key, the row or the content is not the one that was sealed. */
export function unseal(sealed: string, key: Buffer, rowId: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  invariant(bytes.length > 28, 'not a sealed secret')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(rowId)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
