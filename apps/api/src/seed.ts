import 'reflect-metadata'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { NestFactory } from '@nestjs/core'
import { Organisations } from '@weibao/identity'
import { RoundRunner, Rounds } from '@weibao/matching'
import { row, UnitOfWork } from '@weibao/platform'
import { AppModule } from './app.module.js'
import { readConfig } from './config.js'
import { seedAccounts, seedOffices } from './seed/accounts.js'
import { seedBuyers, TOUR_BUYER } from './seed/buyers.js'
import { demonstrationCooperatives, seedCatalogue } from './seed/catalogue.js'
import { seedProcurement } from './seed/procurement.js'
import { seedStanding } from './seed/standing.js'

/**
 * Fills an empty database with the demonstration: offices, invented cooperatives, Weixi's catalogue,
 * lots around today, and an account for each role. Does nothing where people exist already.
 */
const config = readConfig(process.env)
if (config.isProduction) throw new Error('the demonstration is not for production')

const app = await NestFactory.createApplicationContext(AppModule.with(config, 'seed'), {
  logger: ['error', 'warn'],
})
try {
  const isSeeded = await row(app.get(UnitOfWork).reader, 'select 1 from people limit 1')
  if (isSeeded) console.log('the demonstration is there already')
  else await seed()
} finally {
  await app.close()
}

async function seed(): Promise<void> {
  const organisations = app.get(Organisations, { strict: false })
  const ids = await seedOffices(app)
  for (const each of demonstrationCooperatives) {
    const names = {
      nameZh: each.zh,
      nameEn: each.en,
      shortNameZh: each.shortZh,
      shortNameEn: each.shortEn,
    }
    const place = { region: 'weixi' as const, placeCode: each.townshipCode }
    ids.set(
      each.slug,
      await organisations.create({
        kind: 'cooperative',
        ...names,
        ...place,
        isDemonstration: true,
      }),
    )
  }
  const counts = await seedCatalogue(app, ids)
  const buyers = await seedBuyers(app)
  for (const [key, id] of buyers.ids) ids.set(key, id)
  const accounts = await seedAccounts(app, ids, demonstrationCooperatives)
  mkdirSync(dirname(config.accountsFile), { recursive: true })
  writeFileSync(config.accountsFile, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  console.log(
    `seeded ${demonstrationCooperatives.length} cooperatives, ${counts.products} products, ${counts.lots} lots, ${buyers.ids.size} buyers with ${buyers.lines} lines, ${accounts.length} accounts`,
  )
  await runFirstRound()
  const orders = await seedProcurement(app, ids.get(TOUR_BUYER)!, ids.get('baoshan-office')!)
  const standing = await seedStanding(app, buyers.canteens)
  console.log(`${orders} matches carried on to orders, ${standing} needs of every week`)
}

/** Matches what is there on the first day, and says how well. */
async function runFirstRound(): Promise<void> {
  const rounds = app.get(Rounds, { strict: false })
  const id = await rounds.startScheduled()
  if (!id) return
  await app.get(RoundRunner, { strict: false }).runNext()
  const { number, state, outcome, failure } = await rounds.get(id)
  if (!outcome) throw new Error(`the first round ${state}: ${failure ?? ''}`)
  const kg = (grams: number) => (grams / 1000).toLocaleString('en')
  const gap = outcome.boundGrams ? 1 - outcome.volumeGrams / outcome.boundGrams : 0
  console.log(
    `round ${number}: ${kg(outcome.volumeGrams)} kg matched of ${kg(outcome.wantedGrams)} wanted, bound ${kg(outcome.boundGrams)} kg, gap ${(gap * 100).toFixed(2)} %, ${outcome.allocationCount} allocations`,
  )
}
