import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { UnreadableSheet } from './sheet-errors.js'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const MOST_ENTRIES = 1_000

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedSize: number
  readonly offset: number
}

/**
 * The parts of a zip file, unpacked one by one and only when asked for, together never more than
 * `budget` bytes: what the directory claims is not believed. Throws `UnreadableSheet`.
 */
export class ZipArchive {
  private readonly entries: Map<string, Entry>

  constructor(
    private readonly bytes: Buffer,
    private budget: number,
  ) {
    this.entries = readDirectory(bytes)
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The unpacked bytes of a part. */
  read(name: string): Buffer {
    const entry = this.entries.get(name)
    if (!entry) throw new UnreadableSheet('sheet.damaged')
    if (entry.isEncrypted) throw new UnreadableSheet('sheet.not-supported')
    const { bytes } = this
    const at = entry.offset
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) {
      throw new UnreadableSheet('sheet.damaged')
    }
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const packed = bytes.subarray(start, start + entry.packedSize)
    const unpacked = entry.method === 0 ? packed : this.inflate(packed)
    this.budget -= unpacked.length
    if (this.budget < 0) throw new UnreadableSheet('sheet.unpacked-too-large')
    return unpacked
  }

  private inflate(packed: Buffer): Buffer {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.budget) })
    } catch (error) {
      const isTooLarge = error instanceof RangeError
      throw new UnreadableSheet(isTooLarge ? 'sheet.unpacked-too-large' : 'sheet.damaged')
    }
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) throw new UnreadableSheet('sheet.unpacked-too-large')
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new UnreadableSheet('sheet.damaged')
    }
    const nameLength = bytes.readUInt16LE(at + 28)
    const method = bytes.readUInt16LE(at + 10)
    if (method !== 0 && method !== 8) throw new UnreadableSheet('sheet.not-supported')
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      method,
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record stands in the last 64 KB, behind at most a comment. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 0xffff; at--) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new UnreadableSheet('sheet.damaged')
}

/** 1 January 1980: the same content always gives the same bytes. */
const DOS_DATE = 0x0021

/** Packs parts into a zip file, in the order given. */
export function packZip(parts: readonly (readonly [name: string, content: string])[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const raw = Buffer.from(content, 'utf8')
    const packed = deflateRawSync(raw, { level: 6 })
    const path = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(DOS_DATE, 8)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(20)
    entry.writeUInt32LE(ENTRY_SIGNATURE, 0)
    entry.writeUInt16LE(20, 4)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(entry.subarray(0, 6), common, place, path)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL_SIGNATURE, 0)
    bodies.push(local, common, path, packed)
    offset += 30 + path.length + packed.length
  }
  const size = directory.reduce((total, part) => total + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
