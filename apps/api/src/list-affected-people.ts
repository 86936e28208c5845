import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AffectedPeople, People } from '@weibao/identity'
import { UnitOfWork } from '@weibao/platform'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'

/**
 * `node dist/list-affected-people.js FROM TO [ACCOUNT-ID]`: whose data was touched between two
 * instants (ISO 8601), by anybody or by one account, one line each: id, contacts, what, when.
 */
const [from = '', to = '', actorId = null] = process.argv.slice(2)
const [start, end] = [new Date(from), new Date(to)]
if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()))
  throw new Error('usage: node dist/list-affected-people.js FROM TO [ACCOUNT-ID]')

const app = await NestFactory.createApplicationContext(
  AppModule.with(readConfig(process.env), 'list-affected-people'),
  { logger: ['error'] },
)
try {
  const { reader } = app.get(UnitOfWork)
  const people = app.get(People, { strict: false })
  const affected = await app
    .get(AffectedPeople, { strict: false })
    .find({ from: start, to: end, actorId })
  for (const { personId, acts, firstAt, lastAt } of affected) {
    const person = await people.find(reader, personId)
    const contacts = [person?.email, person?.mobile].filter(Boolean).join(' ') || 'closed'
    const when = `${firstAt.toISOString()} … ${lastAt.toISOString()}`
    console.log([personId, contacts, acts.join(' '), when].join('\t'))
  }
  console.error(`${affected.length} people`)
} finally {
  await app.close()
}
