import { PlatformConfig } from '@weibao/platform'

/** What identity needs of the configuration beside platform's. */
export abstract class IdentityConfig extends PlatformConfig {
  /** Signs device cookies and codes; 32 characters at least. */
  abstract readonly sessionSecret: string
  /** Seals what must be read back, as secrets of second factors; 32 bytes. */
  abstract readonly dataEncryptionKey: Buffer
}
