import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { withClient } from '../services/database.js'

const PGBENCH = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench']

/** Where pgbench is on this machine; null when it is not installed. */
export function findPgbench(): string | null {
  return PGBENCH.find((path) => existsSync(path)) ?? null
}

/**
 * The statements, with their parameters, that one run of `work` sends to the database, as a script
 * for pgbench: every id that the run made new is made new again each time.
 */
export async function recordScript(
  admin: { url: string; logFile: string },
  work: () => Promise<void>,
): Promise<string> {
  const setting = (sql: string) => withClient(admin.url, (client) => client.query(sql))
  await setting(`alter system set log_line_prefix = '%a|%p|'`)
  await setting(`alter system set log_statement = 'all'`)
  await setting('select pg_reload_conf()')
  await sleep(300)
  const begin = statSync(admin.logFile).size
  const since = Date.now()
  await work()
  await sleep(700)
  await setting(`alter system reset log_statement`)
  await setting('select pg_reload_conf()')
  const text = readFileSync(admin.logFile).subarray(begin).toString()
  return toScript(readStatements(text), since)
}

interface Statement {
  readonly process: string
  readonly text: string
  parameters: string[]
}

/** What the workers ask in case there is something to do says nothing of a checkout. */
const IDLE = /^\s*update (jobs|outbox) set leased_until = now\(\)/i

function readStatements(log: string): Statement[] {
  const found: Statement[] = []
  // A line that begins with a tab goes on with the one before.
  for (const line of log.replaceAll(/\n\t/g, '\n\u0000').split(/\n(?!\u0000)/)) {
    const clean = line.replaceAll('\u0000', '')
    const head = /^weibao-\w+\|(\d+)\|(LOG|DETAIL): {2}/.exec(clean)
    if (!head) continue
    const rest = clean.slice(head[0].length)
    const text = /^(?:statement|execute [^:]+): ([\s\S]*)$/.exec(rest)?.[1]
    if (text !== undefined) found.push({ process: head[1]!, text, parameters: [] })
    else if (/^parameters:/i.test(rest) && found.length > 0)
      found.at(-1)!.parameters = readParameters(rest)
  }
  return oneAfterTheOther(found.filter(({ text }) => !IDLE.test(text)))
}

/** Transactions that ran beside each other, in the order of their ends: a script has one connection. */
function oneAfterTheOther(statements: readonly Statement[]): Statement[] {
  const open = new Map<string, Statement[]>()
  return statements.flatMap((statement) => {
    if (/^\s*start transaction/i.test(statement.text)) open.set(statement.process, [])
    const transaction = open.get(statement.process)
    if (!transaction) return [statement]
    transaction.push(statement)
    if (!/^\s*(commit|rollback)/i.test(statement.text)) return []
    open.delete(statement.process)
    return transaction
  })
}

/** `$1 = 'x', $2 = NULL` as SQL literals. */
function readParameters(detail: string): string[] {
  const found: string[] = []
  for (const [, n, value] of detail.matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g))
    found[Number(n) - 1] = value!
  return found
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Other values that may be there only once: order numbers, keys of guests, the provider's ids. */
const ONCE = /\b(?:\d{6}-\d{6}(?=['-])|[0-9a-f]{64}|(?:cs_test|pi|evt|re|ch|py)_[A-Za-z0-9_]+)/g

function toScript(statements: readonly Statement[], since: number): string {
  const fresh = new Map<string, string>()
  const renew = (value: string) => {
    const known = fresh.get(value)
    if (known) return known
    const name = `:v${fresh.size}`
    fresh.set(value, name)
    return name
  }
  const lines = statements.map(({ text, parameters }) => {
    const filled = text.replaceAll(
      /\$(\d+)/g,
      (whole, n: string) => parameters[Number(n) - 1] ?? whole,
    )
    const renewed = filled
      .replaceAll(UUID, (id) => (isMadeSince(id, since) ? renew(id) : id))
      .replaceAll(ONCE, (value) => renew(value))
    return `${renewed.replaceAll(/\s*\n\s*/g, ' ').replace(/;\s*$/, '')};`
  })
  const names = [...fresh.values()].map((name) => `gen_random_uuid() as ${name.slice(1)}`)
  return `select ${names.join(', ')} \\gset\n${lines.join('\n')}\n`
}

/** A version 7 id carries the millisecond it was made in; a random one is of this run. */
function isMadeSince(id: string, since: number): boolean {
  if (id[14] === '4') return true
  return id[14] === '7' && Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) >= since - 1000
}

export interface PgbenchFigure {
  readonly perSecond: number
  readonly failed: string
}

/** Runs a script by pgbench with as many clients as the api has connections to the database. */
export function runPgbench(
  program: string,
  url: string,
  script: { file: string; text: string },
  { clients, seconds }: { clients: number; seconds: number },
): PgbenchFigure {
  writeFileSync(script.file, script.text)
  const flags = ['-n', '-M', 'simple', '-c', String(clients), '-j', '1', '-T', String(seconds)]
  const { stdout, stderr } = spawnSync(program, [...flags, '-f', script.file, url], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0)
  const aborted = /error: (.*)/i.exec(stderr)?.[1] ?? ''
  return { perSecond, failed: aborted }
}
