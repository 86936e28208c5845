import { ProblemBuilder } from './problem-builder.js'
import { object, ProblemError } from './problem-fields.js'
import type { Problem } from './problem.js'

const TABLES = ['coops', 'lots', 'buyers', 'demands'] as const
type Table = (typeof TABLES)[number]
const isTable = (name: string): name is Table => (TABLES as readonly string[]).includes(name)

/** An instance already in memory. Throws `ProblemError` with the path of the first thing wrong. */
export function problemFrom(instance: unknown): Problem {
  const value = object(instance, 'instance')
  const builder = new ProblemBuilder()
  builder.head(value)
  for (const table of TABLES) {
    const rows = value[table]
    if (!Array.isArray(rows)) throw new ProblemError(table, 'must be a list')
    builder[table](rows)
  }
  return builder.finish()
}

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125]
/** Rows are parsed in batches of about this many bytes. */
const BATCH = 1 << 16

/**
 * Reads an instance file piece by piece: rows go into columns as they come, so that neither the text nor
 * its objects are ever held whole. Tables in another order than the usual one are kept until the end.
 */
export class InstanceReader {
  private readonly builder = new ProblemBuilder()
  private readonly decoder = new TextDecoder()
  private readonly head: Record<string, unknown> = {}
  private readonly kept = new Map<Table, unknown[]>()
  private readonly rows = new Map<Table, number>()
  private bytes: Uint8Array = new Uint8Array(0)
  /** Scanner: next byte, nesting, whether inside a string, start of the text not yet taken. */
  private at = 0
  private depth = 0
  private inString = false
  private taken = 0
  private key = ''
  private table: Table | null = null
  private streaming = false
  private closed = false

  /** Takes the next piece of the file. Throws `ProblemError`. */
  push(piece: Uint8Array): void {
    const rest = this.bytes.subarray(this.taken)
    const joined = new Uint8Array(rest.length + piece.length)
    joined.set(rest)
    joined.set(piece, rest.length)
    this.bytes = joined
    this.at -= this.taken
    this.taken = 0
    this.scan()
  }

  /** The problem, when the file is complete. Throws `ProblemError`. */
  finish(): Problem {
    if (!this.closed) throw new ProblemError(this.place(), 'the file ends before the instance does')
    this.builder.head(this.head)
    for (const table of TABLES) {
      if (!this.rows.has(table)) throw new ProblemError(table, 'must be a list')
      const rows = this.kept.get(table)
      if (rows) this.builder[table](rows)
    }
    return this.builder.finish()
  }

  private place(): string {
    return this.table ? `${this.table}[${this.rows.get(this.table)!}]` : this.key || 'instance'
  }

  private scan(): void {
    const { bytes } = this
    const end = bytes.length
    let { at, inString } = this
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (inString) {
        if (byte === BACKSLASH) at++
        else if (byte === QUOTE) inString = false
      } else if (byte === QUOTE) inString = true
      else if (byte === OPEN || byte === OPEN_LIST) this.open(at)
      else if (byte === CLOSE || byte === CLOSE_LIST) this.close(at)
      else if (byte === COMMA && this.depth <= 2) this.comma(at)
    }
    this.at = at
    this.inString = inString
  }

  private open(at: number): void {
    this.depth++
    if (this.depth === 1) this.taken = at + 1
    if (this.depth !== 2 || this.bytes[at] !== OPEN_LIST) return
    const key = /^\s*"([^"\\]*)"\s*:\s*$/.exec(this.text(at))?.[1]
    if (key === undefined || !isTable(key)) return
    this.beginTable(key)
    this.taken = at + 1
  }

  private beginTable(table: Table): void {
    if (this.rows.has(table)) throw new ProblemError(table, 'is there twice')
    const before = TABLES.slice(0, TABLES.indexOf(table))
    const inOrder = before.every((each) => this.rows.has(each) && !this.kept.has(each))
    if (table === 'coops' && 'format' in this.head && 'routes' in this.head) {
      this.builder.head(this.head)
      this.streaming = true
    }
    if (!this.streaming || !inOrder) this.kept.set(table, [])
    this.table = table
    this.rows.set(table, 0)
  }

  private close(at: number): void {
    if (this.depth === 2 && this.table) {
      this.takeRows(at)
      this.table = null
      this.key = '-'
      this.taken = at + 1
    } else if (this.depth === 1) {
      this.takeField(at)
      this.closed = true
      this.taken = at + 1
    }
    this.depth--
  }

  private comma(at: number): void {
    if (this.depth === 2) {
      if (this.table && at - this.taken >= BATCH) this.takeRows(at)
    } else if (this.depth === 1) this.takeField(at)
  }

  private text(end: number): string {
    return this.decoder.decode(this.bytes.subarray(this.taken, end))
  }

  /** `"key": value` at the top, unless it was a table. */
  private takeField(at: number): void {
    const text = this.text(at)
    this.taken = at + 1
    if (text.trim() === '') return
    try {
      Object.assign(this.head, JSON.parse(`{${text}}`) as object)
    } catch (error) {
      const name = /^\s*"([^"]*)"/.exec(text)?.[1] ?? 'instance'
      throw new ProblemError(name, `is not JSON (${(error as Error).message})`)
    }
  }

  private takeRows(at: number): void {
    const table = this.table!
    const text = this.text(at)
    this.taken = at + 1
    if (text.trim() === '') return
    const rows = parseRows(text, table, this.rows.get(table)!)
    const kept = this.kept.get(table)
    this.rows.set(table, this.rows.get(table)! + rows.length)
    if (kept) for (const row of rows) kept.push(row)
    else this.builder[table](rows)
  }
}

function parseRows(text: string, table: Table, first: number): unknown[] {
  try {
    return JSON.parse(`[${text}]`) as unknown[]
  } catch (error) {
    const bad = firstBadRow(text)
    throw new ProblemError(`${table}[${first + bad}]`, `is not JSON (${(error as Error).message})`)
  }
}

/** Index of the first row that does not parse, by parsing ever longer beginnings at row ends. */
function firstBadRow(text: string): number {
  let depth = 0
  let start = 0
  let row = 0
  let inString = false
  for (let k = 0; k <= text.length; k++) {
    const sign = text[k]
    if (inString) {
      if (sign === '\\') k++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    else if ((sign === ',' && depth === 0) || sign === undefined) {
      try {
        JSON.parse(text.slice(start, k))
      } catch {
        return row
      }
      start = k + 1
      row++
    }
  }
  return row
}
