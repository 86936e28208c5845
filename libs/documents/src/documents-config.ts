/** What documents needs of the configuration; apps/api/src/config.ts parses and provides it. */
export abstract class DocumentsConfig {
  /** `smtp://user:password@host:port`, `smtps:…`, or `mailbox:` (development). */
  abstract readonly mailUrl: string
  /** Name and address of the sender. */
  abstract readonly mailFrom: string
  /** `https://…` of a gateway that takes `{id, to, text}` as JSON, or `mailbox:`. */
  abstract readonly smsUrl: string
  /** Folder of uploaded and made files. */
  abstract readonly filesDir: string
  /** 32 bytes; seals the secrets of webhooks. */
  abstract readonly dataEncryptionKey: Buffer
}
