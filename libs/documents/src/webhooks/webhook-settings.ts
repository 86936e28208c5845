import { Injectable } from '@nestjs/common'
import { PlatformConfig } from '@weibao/platform'
import { DocumentsConfig } from '../documents-config.js'

/** The two things of the configuration that webhooks go by. */
@Injectable()
export class WebhookSettings {
  readonly key: Buffer
  /** Development: http and this machine may be called. */
  readonly isOpen: boolean

  constructor(config: DocumentsConfig, platform: PlatformConfig) {
    this.key = config.dataEncryptionKey
    this.isOpen = !platform.isProduction
  }
}
