import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs'
import { renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** One write: an object put under its id, or one removed (value null). */
export interface Change {
  readonly kind: string
  readonly id: string
  readonly value: unknown
}

/**
 * An append-only file of JSON lines. One line is one unit of work, so a killed process leaves all
 * of it or nothing. Written through to the operating system, not to the platter: it survives
 * `kill -9`, a power cut may cost the last moments.
 */
export class Journal {
  private file: number
  /** Bytes that are whole lines. */
  private size = 0

  private constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.file = openSync(path, 'a+')
  }

  /** Opens the file and hands over every line of it, oldest first. */
  static open(path: string, replay: (changes: Change[]) => void): Journal {
    const journal = new Journal(path)
    const bytes = readFileSync(path)
    let start = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      replay(JSON.parse(bytes.toString('utf8', start, end)) as Change[])
      start = end + 1
    }
    // What follows the last line feed was cut short by a kill and never acknowledged.
    if (start < bytes.length) ftruncateSync(journal.file, start)
    journal.size = start
    return journal
  }

  append(changes: readonly Change[]): void {
    const line = Buffer.from(JSON.stringify(changes) + '\n')
    try {
      for (let done = 0; done < line.length;) done += writeSync(this.file, line, done)
    } catch (error) {
      // Half a line (a full disk) must not be continued by the next one.
      ftruncateSync(this.file, this.size)
      throw error
    }
    this.size += line.length
  }

  /** Replaces the whole file by these lines, in one rename. */
  rewrite(lines: Iterable<readonly Change[]>): void {
    const draft = `${this.path}.draft`
    const file = openSync(draft, 'w')
    for (const changes of lines) writeSync(file, JSON.stringify(changes) + '\n')
    fsyncSync(file)
    closeSync(file)
    renameSync(draft, this.path)
    closeSync(this.file)
    this.file = openSync(this.path, 'a+')
    this.size = fstatSync(this.file).size
  }

  close(): void {
    closeSync(this.file)
  }
}
