import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { DomainError } from '@weibao/kernel'
import { Rounds } from '@weibao/matching'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'

/**
 * `node dist/replay.js ROUND`: runs the engine again on the stored input of a round, named by its number or
 * its id, and holds the result against the stored one, byte for byte. Exit 0: the same; 1: not the same;
 * 2: there is no such round, or it has no result.
 */
const [name] = process.argv.slice(2)
if (!name) {
  console.error('usage: node dist/replay.js ROUND-NUMBER-OR-ID')
  process.exit(2)
}

const app = await NestFactory.createApplicationContext(
  AppModule.with(readConfig(process.env), 'replay'),
  { logger: ['error'] },
)
try {
  const rounds = app.get(Rounds, { strict: false })
  const started = performance.now()
  const { id, number, outcome } = await rounds.named(name)
  const replayed = await rounds.replay(id)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`round ${number}, engine ${outcome?.engineVersion ?? '–'}, ${seconds} s`)
  console.log(`input    ${outcome?.inputDigest ?? '–'} ${replayed.inputBytes} bytes`)
  console.log(`stored   ${replayed.storedDigest} ${replayed.resultBytes} bytes`)
  console.log(`replayed ${replayed.resultDigest}`)
  console.log(replayed.isSame ? 'the same, byte for byte' : 'NOT the same')
  process.exitCode = replayed.isSame ? 0 : 1
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.error(`${name}: ${error.code}`)
  process.exitCode = 2
} finally {
  await app.close()
}
