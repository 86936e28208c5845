import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { sheetCheckSchema } from '@weibao/contracts/sheet'
import { sheetCheckOf } from './sheet-check.js'
import { sheetColumns } from './sheet-columns.js'
import { sheetErrorText } from './sheet-errors.js'
import { readSheet } from './sheet-files.js'
import { packZip } from './zip-archive.js'

const columns = sheetColumns({
  code: {
    type: 'text',
    title: { 'zh-CN': '批次号', en: 'Lot' },
    required: true,
    unique: true,
    max: 20,
  },
  name: { type: 'text', title: { 'zh-CN': '商品名称', en: 'Product' }, aliases: ['品名'], max: 40 },
  quantity: {
    type: 'integer',
    title: { 'zh-CN': '数量', en: 'Quantity' },
    required: true,
    min: 1,
    max: 100_000,
  },
  price: { type: 'money', title: { 'zh-CN': '单价（元）', en: 'Unit price' }, required: true },
  harvest: { type: 'day', title: { 'zh-CN': '采收日期', en: 'Harvest day' } },
  mode: {
    type: 'choice',
    title: { 'zh-CN': '温控', en: 'Temperature' },
    choices: [
      { value: 'ambient', label: { 'zh-CN': '常温', en: 'Ambient' } },
      { value: 'frozen', label: { 'zh-CN': '冷冻', en: 'Frozen' } },
    ],
  },
})
const HEADER = '批次号,商品名称,数量,单价（元）,采收日期,温控'
const good = 'L-1,百花蜜,20,58.00,2026-06-13,常温'
const goodValues = {
  code: 'L-1',
  name: '百花蜜',
  quantity: 20,
  price: 5800,
  harvest: '2026-06-13',
  mode: 'ambient',
}
const read = (text: string | Buffer) => readSheet(Buffer.from(text as string), columns)
const csv = (...lines: string[]) => read([HEADER, ...lines].join('\n'))
const codesOf = async (...lines: string[]) => {
  const { errors } = await csv(...lines)
  return errors.map(({ row, column, code }) => `${row} ${column} ${code}`)
}

describe('Reading a sheet', () => {
  it.each([
    ['UTF-8', Buffer.from(`${HEADER}\n${good}\n`)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${HEADER}\r\n${good}\r\n`)],
    ['GBK, as Chinese Excel saves it', iconv.encode(`${HEADER}\r\n${good}\r\n`, 'gbk')],
    [
      'UTF-16 with TAB, as "Unicode text"',
      iconv.encode(`${HEADER}\r\n${good}\r\n`.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }),
    ],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(`${HEADER}\n${good}`, 'utf-16be')]),
    ],
    [
      'UTF-16 without its mark',
      iconv
        .encode(`${HEADER}\r\n${good}\r\n${good}`, 'utf-16le')
        .subarray(0, iconv.encode(`${HEADER}\r\n${good}\r\n`, 'utf-16le').length),
    ],
    ['mixed line ends', Buffer.from(`\r\n${HEADER}\r${good}\n\r\n`)],
  ])('understands CSV in %s', async (_, bytes) => {
    const reading = await readSheet(bytes, columns)
    expect(reading.errors).toEqual([])
    expect(reading.rows.map(({ values }) => values)).toEqual([goodValues])
  })

  it('finds columns by Chinese or English title, alias, in any order', async () => {
    const reading = await read('unit price,Quantity, 品名 ,＊批次号\n58,20,百花蜜,L-1')
    expect(reading.errors).toEqual([])
    expect(reading.rows[0]!.values).toEqual({ ...goodValues, harvest: null, mode: null })
  })

  it('accepts what people type: full-width digits, thousands, signs, other date forms', async () => {
    const { rows, errors } = await csv(
      'A,蜜,２０,"1,058.5",2026/6/3,Frozen',
      'B,蜜,"1,000",￥58元,2026年6月13日,冷 冻',
    )
    expect(errors).toEqual([])
    expect(
      rows.map(({ row, values }) => [
        row,
        values.quantity,
        values.price,
        values.harvest,
        values.mode,
      ]),
    ).toEqual([
      [2, 20, 105_850, '2026-06-03', 'frozen'],
      [3, 1000, 5800, '2026-06-13', 'frozen'],
    ])
  })

  it.each([
    ['A,,1e400,1,,', '2 quantity sheet.scientific'],
    ['A,,abc,1,,', '2 quantity sheet.not-a-number'],
    ['A,,1.5,1,,', '2 quantity sheet.not-whole'],
    ['A,,-3,1,,', '2 quantity sheet.number-too-small'],
    ['A,,99999999999999999999,1,,', '2 quantity sheet.number-out-of-range'],
    ['A,,1,-1,,', '2 price sheet.money-too-small'],
    ['A,,1,0.005,,', '2 price sheet.money-decimals'],
    ['A,,1,1e400,,', '2 price sheet.scientific'],
    ['A,,1,58元钱,,', '2 price sheet.not-money'],
    ['A,,1,1,2026-02-30,', '2 harvest sheet.day-not-in-calendar'],
    ['A,,1,1,13/06/2026,', '2 harvest sheet.not-a-day'],
    ['A,,1,1,,温的', '2 mode sheet.not-a-choice'],
    ['A,=1+1,1,1,,', '2 name sheet.formula'],
    ['A,＝1+1,1,1,,', '2 name sheet.formula'],
    ['A,=cmd|calc,=2,1,,', '2 name sheet.formula,2 quantity sheet.formula'],
    ['A,蜜\u0000,1,1,,', '2 name sheet.control-character'],
    ['A,蜜\u202e,1,1,,', '2 name sheet.control-character'],
    ['A,"蜜\n糖",1,1,,', '2 name sheet.line-break'],
    [`A,${'蜜'.repeat(41)},1,1,,`, '2 name sheet.text-too-long'],
    [`A,${'蜜'.repeat(500_000)},1,1,,`, '2 name sheet.text-too-long'],
    [',,,1,,', '2 code sheet.required,2 quantity sheet.required'],
    ['A,,1,1,,,多余', '2 null sheet.column-untitled'],
    ['A,"蜜"糖,1,1,,', '2 null sheet.quote-misplaced'],
  ])('explains %j', async (line, expected) => {
    expect((await codesOf(line)).join()).toBe(expected)
  })

  it('goes on behind a row whose quote is never closed', async () => {
    expect(await codesOf('A,"蜜,1,1,,', 'B,糖,x,1,,', 'C,茶,1,1,,')).toEqual([
      '2 null sheet.quote-unclosed',
      '3 quantity sheet.not-a-number',
    ])
  })

  it('tells the row that a repeated value was first seen in', async () => {
    const { errors } = await csv('A,,1,1,,', 'B,,1,1,,', 'A,,1,1,,')
    expect(errors).toMatchObject([
      { row: 4, column: 'code', letters: 'A', code: 'sheet.duplicate', params: { first: 2 } },
    ])
  })

  it('speaks of wrong columns before anything else', async () => {
    const { errors, rows } = await read('批次号,数量,数量,颜色\nA,1,1,红')
    expect(rows).toEqual([])
    expect(errors.map(({ code, letters, column }) => [code, letters, column])).toEqual([
      ['sheet.column-repeated', 'C', 'quantity'],
      ['sheet.column-unknown', 'D', null],
      ['sheet.column-missing', null, 'price'],
    ])
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'sheet.empty'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'sheet.too-large'],
    [
      'more than 10,000 rows',
      Buffer.from(`${HEADER}\n${'A,,1,1,,\n'.repeat(10_001)}`),
      'sheet.too-many-rows',
    ],
    [
      'a million columns',
      Buffer.from(`${HEADER}${',x'.repeat(1_000_000)}`),
      'sheet.too-many-columns',
    ],
    ['an old xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet.not-supported'],
    ['bytes of no encoding', Buffer.from('ff80fe81ffff0a2cff', 'hex'), 'sheet.encoding-unknown'],
    ['a zip that is no workbook', packZip([['a.txt', 'hello']]), 'sheet.not-supported'],
    ['a torn zip', packZip([['xl/workbook.xml', '<workbook/>']]).subarray(0, 60), 'sheet.damaged'],
  ])('refuses %s as a whole', async (_, bytes, code) => {
    const { errors, rows } = await readSheet(bytes, columns)
    expect(rows).toEqual([])
    expect(errors.map((error) => error.code)).toEqual([code])
  })

  it('explains 10,000 bad rows, every one, beside the event loop', async () => {
    const line = (i: number) => `L-${i},${'坏\u200b'},${i % 2 ? 'x' : '1e400'},58.999,2026-02-30,温`
    const bytes = Buffer.from(
      `${HEADER}\n${Array.from({ length: 10_000 }, (_, i) => line(i)).join('\n')}`,
    )
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    const { errors, rows } = await readSheet(bytes, columns)
    clearInterval(ticking)
    expect(rows).toEqual([])
    expect(new Set(errors.map(({ row }) => row)).size).toBe(10_000)
    expect(errors).toHaveLength(50_000)
    expect(ticks).toBeGreaterThan(5)
  })

  it('finds the one bad row among 9,999 good ones', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `L-${i},蜜,${i === 7_000 ? 0 : 1},58,,`)
    const { errors, rows } = await csv(...lines)
    expect(rows).toHaveLength(9_999)
    expect(errors).toMatchObject([
      { row: 7_002, column: 'quantity', code: 'sheet.number-too-small' },
    ])
  })

  it('says each error in both languages with its particulars', async () => {
    const { errors } = await csv('A,,1,58.999,,')
    expect(sheetErrorText(errors[0]!, 'zh-CN')).toBe('“58.999”超过两位小数，金额只到分。')
    expect(sheetErrorText(errors[0]!, 'en')).toContain('“58.999” has more than two decimals')
  })

  it('answers as the contract of the API has it, at most a thousand errors', async () => {
    const reading = await csv(good, ...Array.from({ length: 1_200 }, (_, i) => `B-${i},,x,1,,`))
    const check = sheetCheckSchema.parse(sheetCheckOf(reading, columns, 'en'))
    expect(check).toMatchObject({ rowCount: 1_201, goodRowCount: 1, errorCount: 1_200 })
    expect(check.errors).toHaveLength(1_000)
    expect(check.errors[0]).toEqual({
      row: 3,
      column: 'quantity',
      letters: 'C',
      title: columns.quantity.title.en,
      code: 'sheet.not-a-number',
      message: '“x” is not a number.',
    })
  })

  it('gives the same digest for the same file only', async () => {
    const [a, b, c] = [await csv(good), await csv(good), await csv(`${good} `)]
    expect(a.digest).toBe(b.digest)
    expect(c.digest).not.toBe(a.digest)
  })
})

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
/** A workbook with the given rows of XML, as another program might write it. */
const workbook = (sheetData: string, extra: [string, string][] = []) =>
  packZip([
    [
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    [
      'xl/worksheets/sheet1.xml',
      `<x:worksheet xmlns:x="m"><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    ],
    ...extra,
  ])
const text = (at: string, value: string) =>
  `<x:c r="${at}" t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`
const head = `<x:row r="1">${text('A1', '批次号')}${text('B1', '数量')}${text('C1', '单价（元）')}${text('D1', '商品名称')}</x:row>`

describe('Reading an xlsx', () => {
  it('understands a workbook of another writer: numbers, dates, money, text', async () => {
    const bytes = await writeXlsxFile([
      HEADER.split(',').map((value) => ({ value, fontWeight: 'bold' as const })),
      [
        { value: 'L-1' },
        { value: '百花蜜' },
        { value: 20, type: Number },
        { value: 58.1, type: Number, format: '#,##0.00' },
        { value: new Date('2026-06-13T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
        { value: '常温' },
      ],
    ]).toBuffer()
    const { rows, errors } = await readSheet(bytes, columns)
    expect(errors).toEqual([])
    expect(rows).toEqual([{ row: 2, values: { ...goodValues, price: 5810 } }])
  })

  it('refuses formulae, faulty cells and lost digits by their cell and never evaluates', async () => {
    const { errors, rows } = await readSheet(
      workbook(
        `${head}<x:row r="3">${text('A3', 'A')}<x:c r="B3"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="C3" t="e"><x:v>#REF!</x:v></x:c><x:c r="D3"><x:v>310101199001011234</x:v></x:c></x:row>` +
          `<x:row r="5">${text('A5', 'B')}<x:c r="B5"><x:v>1e400</x:v></x:c><x:c r="C5"><x:v>58.099999999999994</x:v></x:c></x:row>`,
      ),
      columns,
    )
    expect(rows).toEqual([])
    expect(errors.map(({ row, letters, code }) => `${letters}${row} ${code}`)).toEqual([
      'B3 sheet.formula',
      'C3 sheet.cell-fault',
      'D3 sheet.digits-lost',
      'B5 sheet.number-out-of-range',
    ])
  })

  it('does not expand entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const sheet = `${bomb}<x:worksheet xmlns:x="m"><x:sheetData>${head}<x:row r="2">${text('A2', '&b;')}<x:c r="B2"><x:v>1</x:v></x:c><x:c r="C2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const { rows } = await readSheet(workbook('', [['xl/worksheets/sheet1.xml', sheet]]), columns)
    expect(rows.map(({ values }) => values.code)).toEqual(['&b;'])
  })

  it('stops a zip bomb, and a sheet that claims to be immense', async () => {
    const bomb = workbook(' '.repeat(80 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(200_000)
    expect((await readSheet(bomb, columns)).errors[0]!.code).toBe('sheet.unpacked-too-large')
    const far = workbook(`${head}<x:row r="9999999">${text('XFD9999999', 'x')}</x:row>`)
    expect((await readSheet(far, columns)).errors.map((error) => error.code)).toEqual([
      'sheet.too-many-columns',
    ])
    const many = workbook(
      head +
        Array.from({ length: 20_000 }, () => '<x:row><x:c><x:v>1</x:v></x:c></x:row>').join(''),
    )
    expect((await readSheet(many, columns)).errors[0]!.code).toBe('sheet.too-many-rows')
  })

  it('does not follow a directory that lies about sizes or points outside', async () => {
    const lying = workbook(head)
    const at = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    lying.writeUInt32LE(0xfffffff0, at + 16)
    expect((await readSheet(lying, columns)).errors[0]!.code).toBe('sheet.damaged')
  })

  it('survives any torn or altered workbook', async () => {
    const whole = workbook(head)
    for (let seed = 1; seed < 120; seed++) {
      const broken = Buffer.from(whole)
      for (let i = 0; i < 4; i++)
        broken[(seed * 7919 + i * 104_729) % broken.length] = (seed * 31 + i) % 256
      const { rows } = await readSheet(broken, columns)
      expect(rows).toEqual([])
    }
  })
})
