import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '../../tools/services/database.js'
import { root } from '../../tools/services/paths.js'
import { reportFolder } from '../../tools/testing/steps.js'

const folder = join(root, 'test/invariants')
const SHOWN_ROWS = 5

/**
 * Runs every query of test/invariants on a database that a suite has filled: none may return a row.
 * Writes the count where `npm test` adds it up, and throws with the rows when one does not hold.
 */
export async function checkInvariants(suite: string, url: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const broken: string[] = []
  await withClient(url, async (client) => {
    for (const file of files.sort()) {
      const fault = await findViolation(client, readFileSync(join(folder, file), 'utf8'))
      if (fault !== null) broken.push(`${file}: ${fault}`)
    }
  })
  mkdirSync(reportFolder, { recursive: true })
  writeFileSync(
    join(reportFolder, `invariants-${suite}-${process.pid}-${Date.now()}.json`),
    JSON.stringify({ passed: files.length - broken.length, failed: broken.length }),
  )
  if (broken.length > 0) throw new Error(`invariants after ${suite}:\n${broken.join('\n')}`)
}

/** What a query of an invariant finds in the current transaction, null when it holds. */
export async function findViolation(client: pg.ClientBase, sql: string): Promise<string | null> {
  try {
    const { rows, rowCount } = await client.query(sql)
    if (rowCount === 0) return null
    return `${rowCount} rows: ${JSON.stringify(rows.slice(0, SHOWN_ROWS))}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
