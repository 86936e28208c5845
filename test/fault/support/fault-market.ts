import pg from 'pg'
import { openOnlyLot } from '../../load/support/goods.js'
import { startTestMarket, type TestMarket } from '../../support/market.js'
import { watchCommits } from './commit-watch.js'
import { Killer, type Victim } from './killer.js'
import { openProviderDoor } from './provider-door.js'

export interface FaultMarket {
  readonly market: TestMarket
  readonly owner: pg.Client
  readonly killer: Killer
  /** Goods of which there are more than all buyers want. */
  readonly skuIds: readonly string[]
  readonly stop: () => Promise<void>
}

const VICTIMS: readonly Victim[] = ['api-1', 'api-2', 'worker']
const GOODS = 8
const PLENTY = 1_000_000

/** A market of which every commit of the money path and every call to the provider is watched. */
export async function openFaultMarket(
  suite: string,
  env: NodeJS.ProcessEnv = {},
): Promise<FaultMarket> {
  let sandboxPort = 0
  const found: { killer: Killer | null } = { killer: null }
  const doors = await Promise.all(
    VICTIMS.map(async (name) => {
      const told = (point: string) => found.killer?.reached(point, name) ?? false
      return [name, await openProviderDoor(() => sandboxPort, told)] as const
    }),
  )
  const closeDoors = () => Promise.all(doors.map(([, door]) => door.close()))
  const market = await startTestMarket({
    suite,
    env: { RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn', ...env },
    envOf: (name, plan) => {
      sandboxPort = plan.sandboxPort
      const door = doors.find(([victim]) => victim === name)
      return {
        DATABASE_URL: `${plan.databaseUrl}?application_name=${name}`,
        ...(door ? { STRIPE_API_BASE: door[1].address } : {}),
      }
    },
  }).catch(async (error: unknown) => {
    await closeDoors()
    throw error
  })
  const killer = new Killer(market)
  found.killer = killer
  const owner = new pg.Client(market.database.ownerUrl)
  await owner.connect()
  const skuIds: string[] = []
  for (let nth = 0; nth < GOODS; nth++) skuIds.push((await openOnlyLot(owner, PLENTY, nth)).skuId)
  const unwatch = await watchCommits(market.database.ownerUrl, (point, process) =>
    killer.reached(point, process),
  )
  const stop = async () => {
    await killer.rest().catch(() => undefined)
    await unwatch()
    await owner.end()
    await market.stop().finally(closeDoors)
  }
  return { market, owner, killer, skuIds, stop }
}
