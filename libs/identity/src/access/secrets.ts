import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { openSealed, sealText } from '@weibao/platform'
import { IdentityConfig } from '../identity-config.js'

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

  /** Encrypts text, bound to the object it belongs to. */
  seal(text: string, boundTo: string): Buffer {
    return sealText(text, this.config.dataEncryptionKey, boundTo)
  }

  /** Opens what `seal` made; throws when it was changed or belongs to another object. */
  open(sealed: Buffer, boundTo: string): string {
    return openSealed(sealed, this.config.dataEncryptionKey, boundTo)
  }
}
