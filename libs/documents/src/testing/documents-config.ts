import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Provider } from '@nestjs/common'
import { DocumentsConfig } from '../documents-config.js'

/** A configuration for tests: mailbox instead of mail, files in a folder of their own. */
export function testDocumentsConfig(changes: Partial<DocumentsConfig> = {}): Provider {
  const config: DocumentsConfig = {
    mailUrl: 'mailbox:',
    mailFrom: '维宝 <no-reply@weibao.example>',
    smsUrl: 'mailbox:',
    filesDir: mkdtempSync(join(tmpdir(), 'weibao-files-')),
    dataEncryptionKey: Buffer.alloc(32, 7),
    ...changes,
  }
  return { provide: DocumentsConfig, useValue: config }
}
