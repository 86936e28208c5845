import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { IdentityConfig } from '../identity-config.js'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A token of 256 random bits, for cookies, keys and links. Stored only as its `tokenHash`. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: it has too many bits to be guessed, so one SHA-256 is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** Sixteen random characters (80 bits) that a person can write down. */
export function newRecoveryCode(): string {
  return Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('')
}

/** Whether two byte strings are the same, in a time that does not tell where they differ. */
export function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Everything that needs a secret of the configuration. */
@Injectable()
export class Secrets {
  constructor(private readonly config: IdentityConfig) {}

  /** A keyed digest of parts: for what has few bits (codes) and for signatures. */
  digest(purpose: string, ...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.config.sessionSecret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest()
  }

  /** Encrypts by AES-256-GCM, bound to the object it belongs to. */
  seal(text: string, boundTo: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.config.dataEncryptionKey, nonce)
    cipher.setAAD(Buffer.from(boundTo))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  }

  /** Opens what `seal` made; throws when it was changed or belongs to another object. */
  open(sealed: Buffer, boundTo: string): string {
    const nonce = sealed.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.config.dataEncryptionKey, nonce)
    decipher.setAAD(Buffer.from(boundTo))
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  }
}
