import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../../tools/testing/chromium.js'
import type { Account, MarketUrls } from '../../tools/market/open-market.js'

export type { Account, MarketUrls }

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function read<T>(file: string): T {
  const folder = process.env['WEIBAO_JOURNEY_FOLDER']
  if (!folder) throw new Error('no market: run this through vitest project "journeys"')
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
}

/** Addresses and accounts of the market that journeys walk through. */
export function journeyMarket(): MarketUrls {
  return read('urls.json')
}

/** Its databases, for looking at what a journey has written. */
export function journeyConnections(): { admin: string; owner: string; app: string } {
  return read('connections.json')
}

/** Chromium as installed on this machine. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium: install it or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: FLAGS })
}
