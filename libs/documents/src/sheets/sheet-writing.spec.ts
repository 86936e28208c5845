import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import { fen } from '@weibao/kernel'
import { guardFormula, unguardFormula } from './formula-guard.js'
import { sheetColumns, type SheetValues } from './sheet-columns.js'
import { readRaw } from './sheet-reading.js'
import { readSheet, templateSheet, writeSheet } from './sheet-files.js'

const columns = sheetColumns({
  name: {
    type: 'text',
    title: { 'zh-CN': '合作社', en: 'Cooperative' },
    required: true,
    example: '示范合作社',
    note: { 'zh-CN': '与营业执照一致', en: 'As on the licence' },
  },
  quantity: {
    type: 'integer',
    title: { 'zh-CN': '数量', en: 'Quantity' },
    min: -1_000_000,
    example: '20',
  },
  amount: {
    type: 'money',
    title: { 'zh-CN': '金额（元）', en: 'Amount' },
    min: -1_000_000_000,
    example: '58.00',
  },
  day: { type: 'day', title: { 'zh-CN': '日期', en: 'Day' }, example: '2026-06-13' },
  at: { type: 'instant', title: { 'zh-CN': '时间', en: 'Time' }, example: '2026-06-13 09:30' },
  state: {
    type: 'choice',
    title: { 'zh-CN': '状态', en: 'State' },
    choices: [{ value: 'paid', label: { 'zh-CN': '已支付', en: 'Paid' } }],
    example: '已支付',
  },
})
type Row = SheetValues<typeof columns>
const row = (name: string, rest: Partial<Row> = {}): Row => ({
  name,
  quantity: -3,
  amount: fen(-5_805),
  day: '2026-06-13',
  at: '2026-06-13T01:30:07.000Z',
  state: 'paid',
  ...rest,
})
const write = (format: 'csv' | 'xlsx', rows: Row[], locale: 'zh-CN' | 'en' = 'zh-CN') =>
  writeSheet(format, {
    title: '结算 [6月]',
    locale,
    columns,
    rows,
    meta: [
      { label: '计数规则', value: 'v3' },
      { label: '筛选', value: '=全部' },
    ],
  })

/** Every way known to make a spreadsheet program calculate. */
const HOSTILE = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\u0000=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '"=1',
  "'=1",
  ' =1',
  ';=1',
  ',=1',
  '=HYPERLINK("http://a","b")',
  "=cmd|' /C calc'!A0",
  "''=1",
  "'\t1",
  '-1',
]

/** The XML parts of an xlsx. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>()
  const file = Buffer.from(bytes)
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50;) {
    const [packed, name] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)]
    const start = at + 30 + name
    parts.set(
      file.toString('utf8', at + 30, start),
      inflateRawSync(file.subarray(start, start + packed)).toString(),
    )
    at = start + packed
  }
  return parts
}

describe('A written sheet', () => {
  it.each(['csv', 'xlsx'] as const)(
    'reads back to the same values from %s in both languages',
    async (format) => {
      const rows = [
        row('塔城示范合作社'),
        row('O\u2019Neil, "Sons"', { day: null, at: null, state: null, amount: null }),
      ]
      for (const locale of ['zh-CN', 'en'] as const) {
        const { bytes } = await write(format, rows, locale)
        const reading = await readSheet(bytes, columns)
        expect(reading.errors).toEqual([])
        expect(reading.rows.map(({ values }) => values)).toEqual(rows)
      }
    },
  )

  it('has the same digest and bytes for the same values, and another digest for others', async () => {
    const [csv, xlsx, again, other] = [
      await write('csv', [row('甲')]),
      await write('xlsx', [row('甲')]),
      await write('xlsx', [row('甲')]),
      await write('xlsx', [row('乙')]),
    ]
    expect(xlsx.digest).toBe(csv.digest)
    expect(Buffer.compare(xlsx.bytes, again.bytes)).toBe(0)
    expect(other.digest).not.toBe(xlsx.digest)
    expect(Buffer.from(csv.bytes).toString()).toContain(csv.digest)
  })

  it('never holds a formula in CSV, and negative numbers stay numbers', async () => {
    const { bytes } = await write(
      'csv',
      HOSTILE.map((name) => row(name)),
    )
    const text = Buffer.from(bytes).toString()
    expect(text.startsWith('\ufeff# 计数规则: v3\r\n')).toBe(true)
    const records = parse(text, { bom: true, from_line: 5, relax_column_count: true }) as string[][]
    expect(records[0]![0]).toBe('合作社')
    const body = records.slice(1)
    expect(body).toHaveLength(HOSTILE.length)
    body.forEach((cells, index) => {
      expect(cells[0]).toBe(`'${HOSTILE[index]}`)
      expect(cells.slice(1, 3)).toEqual(['-3', '-58.05'])
    })
    expect(
      readRaw(Buffer.from(bytes))
        .slice(-HOSTILE.length)
        .map(({ cells }) => cells[0]!.text),
    ).toEqual(HOSTILE)
  })

  it('never holds a formula in xlsx, where cells are typed', async () => {
    const names = [...HOSTILE, '__proto__', 'constructor', '_x000D_', '<b>&"\'</b>', '𠮷😀']
    const { bytes } = await write(
      'xlsx',
      names.map((name) => row(name)),
    )
    const sheet = partsOf(bytes).get('xl/worksheets/sheet1.xml')!
    expect(sheet).not.toMatch(/<f[\s>/]/)
    expect(sheet.match(/<v>-58\.05<\/v>/g)).toHaveLength(names.length)
    expect([...sheet.matchAll(/ t="(\w+)"/g)].every(([, type]) => type === 'inlineStr')).toBe(true)
    expect(
      readRaw(Buffer.from(bytes))
        .slice(1)
        .map(({ cells }) => cells[0]!.text),
    ).toEqual(names)
  })

  it('is understood by another reader, types and second sheet included', async () => {
    const { bytes, digest } = await write('xlsx', [row('塔城示范合作社')])
    const [data, notes] = await readXlsxFile(Buffer.from(bytes))
    expect(data!.data).toEqual([
      ['合作社', '数量', '金额（元）', '日期', '时间', '状态'],
      [
        '塔城示范合作社',
        -3,
        -58.05,
        new Date('2026-06-13T00:00:00Z'),
        new Date('2026-06-13T09:30:07Z'),
        '已支付',
      ],
    ])
    expect(notes!.data).toContainEqual(['计数规则', 'v3'])
    expect(notes!.data).toContainEqual(['数据摘要 SHA-256', digest])
  })

  it('keeps any text through the guard against formulae', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom(...'=+-@\t\r\n\'" ,;|＝＠a1'))
        .map((characters) => characters.join('')),
    )
    fc.assert(fc.property(anything, (text) => unguardFormula(guardFormula(text)) === text))
    fc.assert(fc.property(anything, (text) => !/^[\s"]*[=+\-@＝＋－＠]/.test(guardFormula(text))))
  })

  it('writes 20,000 rows', async () => {
    const { bytes } = await write(
      'xlsx',
      Array.from({ length: 20_000 }, (_, i) => row(`合作社${i}`)),
    )
    expect(bytes.length).toBeGreaterThan(100_000)
  })
})

describe('The template of an import', () => {
  it.each(['csv', 'xlsx'] as const)('itself imports from %s', async (format) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { bytes } = await templateSheet(format, '导入', columns, locale)
      const { rows, errors } = await readSheet(bytes, columns)
      expect(errors).toEqual([])
      expect(rows.map(({ values }) => values)).toEqual([
        {
          name: '示范合作社',
          quantity: 20,
          amount: 5_800,
          day: '2026-06-13',
          at: '2026-06-13T01:30:00.000Z',
          state: 'paid',
        },
      ])
    }
  })

  it('tells what each column wants', async () => {
    const { bytes } = await templateSheet('csv', '导入', columns, 'zh-CN')
    const text = Buffer.from(bytes).toString()
    expect(text).toContain('# 合作社: 必填；与营业执照一致')
    expect(text).toContain('# 状态: 选填；可选：已支付')
  })
})
