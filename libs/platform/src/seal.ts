import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { invariant } from '@weibao/kernel'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts text by AES-256-GCM, bound to the object it belongs to, so that it cannot be moved to
 * another. `key` is 32 bytes.
 */
export function sealText(text: string, key: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The text of a seal. Throws when key, object or content is not the one that was sealed. */
export function openSealed(sealed: Buffer, key: Buffer, boundTo: string): string {
  invariant(sealed.length >= NONCE_BYTES + TAG_BYTES, 'not a sealed text')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const opened = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([opened, decipher.final()]).toString('utf8')
}
