import { checkInvariants } from './invariants.js'
import { Launcher } from './launcher.js'

/**
 * Opens a market with `npm start`'s own launcher on a fresh folder, so that journeys walk through
 * what a newcomer gets. Tests find it by `WEIBAO_JOURNEY_FOLDER` (test/support/journey-market.ts).
 */
export async function setup(): Promise<() => Promise<void>> {
  const launcher = new Launcher()
  try {
    await launcher.start()
  } catch (error) {
    await launcher.remove()
    throw error
  }
  process.env['WEIBAO_JOURNEY_FOLDER'] = launcher.folder
  return async () => {
    try {
      await checkInvariants('journeys', launcher.connections().admin)
    } finally {
      await launcher.remove()
    }
  }
}
