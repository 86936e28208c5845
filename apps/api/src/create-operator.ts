import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { NestFactory } from '@nestjs/core'
import { Members, Organisations, People } from '@weibao/identity'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'

/**
 * `node dist/create-operator.js ADDRESS`: the first operator of a new site, who invites everybody else.
 * Prints a password once; signing in asks for a second factor to be set up.
 */
const [contact] = process.argv.slice(2)
if (!contact) throw new Error('usage: node dist/create-operator.js E-MAIL-OR-MOBILE')

const app = await NestFactory.createApplicationContext(
  AppModule.with(readConfig(process.env), 'create-operator'),
  {
    logger: ['error'],
  },
)
try {
  const password = randomBytes(18).toString('base64url')
  const personId = await app
    .get(People, { strict: false })
    .create({ displayName: '运维', contacts: [contact], password })
  const organisationId = await app.get(Organisations, { strict: false }).create({
    kind: 'administration',
    nameZh: '平台运维',
    nameEn: 'Site operations',
    shortNameZh: '运维',
    shortNameEn: 'Operations',
    region: 'baoshan',
  })
  await app.get(Members, { strict: false }).add({ organisationId, personId, role: 'operator' })
  console.log(`${contact} may sign in with: ${password}`)
} finally {
  await app.close()
}
