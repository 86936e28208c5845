import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PdfDocument } from './pdf-document.js'
import { renderPdf } from './pdf-renderer.js'

/** Reads the text of each page through the fonts' ToUnicode maps, as a reader's copy does. */
function pagesOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(match[1]!, match[2]!)
  }
  const stream = (id: string) => {
    const body = objects.get(id)!
    const data = /stream\n([\s\S]*)\nendstream/.exec(body)![1]!
    const raw = Buffer.from(data, 'latin1')
    return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
  }
  const fonts = new Map<string, Map<string, string>>()
  for (const body of objects.values()) {
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(body)
    if (!toUnicode) continue
    const map = new Map<string, string>()
    let glyph = 0
    for (const range of stream(toUnicode[1]!).matchAll(/<\w+> <\w+> \[([^\]]*)\]/g)) {
      for (const code of range[1]!.matchAll(/<([0-9a-f ]*)>/gi)) {
        const text = Buffer.from(code[1]!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
        map.set((glyph++).toString(16).padStart(4, '0'), text)
      }
    }
    for (const [id, other] of objects) if (other === body) fonts.set(id, map)
  }
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)![1]!)!
      const names = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1]!, fonts.get(m[2]!)!]),
      )
      let current = new Map<string, string>()
      let text = ''
      const content = stream(/\/Contents (\d+) 0 R/.exec(page)![1]!)
      for (const part of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (part[1]) current = names.get(part[1])!
        for (const run of (part[2] ?? '').matchAll(/<([0-9a-f]+)>/g)) {
          for (const glyph of run[1]!.match(/.{4}/g)!) text += current.get(glyph) ?? '?'
        }
        if (part[2]) text += '\n'
      }
      return text
    })
}

const contract: PdfDocument = {
  locale: 'zh-CN',
  title: '购销合同',
  subtitle: '维西傈僳族自治县农产品',
  number: 'HT-202611-000012',
  issuer: '维宝 · 消费协作平台',
  issuedAt: new Date('2026-11-25T02:00:00Z'),
  digest: 'sha256 9f86d081884c7d65',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: '采购单位', value: '宝山示范食堂' },
        { label: '合作社', value: '塔城示范合作社' },
      ],
    },
    { kind: 'heading', text: '商品明细' },
    { kind: 'paragraph', text: '按批次交付，验收后付款。' },
    {
      kind: 'table',
      columns: [
        { title: '商品', width: 5 },
        { title: '数量', width: 1, align: 'right' },
        { title: '金额（元）', width: 2, align: 'right' },
      ],
      rows: [['百花蜜 500 克', '20', '1,160.00']],
    },
    {
      kind: 'totals',
      facts: [
        { label: '货款', value: '¥1,160.00' },
        { label: '合计', value: '¥1,180.00' },
      ],
    },
    { kind: 'notes', title: '说明', notes: ['本合同一经编号不再更改。'] },
    {
      kind: 'seal',
      characters: '维宝之印',
      lines: ['签发日期 2026年11月25日'],
      qr: { text: 'https://weibao.example/v/1', caption: '扫码核验' },
    },
  ],
}

const longTable = (rows: number): PdfDocument => ({
  ...contract,
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: '序号栏', width: 1 },
        { title: '金额栏', width: 1, align: 'right' },
      ],
      rows: Array.from({ length: rows }, (_, i) => [`第${i + 1}行`, `${i + 1}.00`]),
    },
  ],
})

describe('A rendered paper', () => {
  it('holds its Chinese text so that it can be searched and copied', async () => {
    const text = pagesOf(await renderPdf(contract)).join('')
    for (const expected of [
      '购销合同',
      '维西傈僳族自治县农产品',
      'HT-202611-000012',
      '宝山示范食堂',
      '百花蜜 500 克',
      '1,160.00',
      '¥1,180.00',
      '本合同一经编号不再更改。',
      'sha256 9f86d081884c7d65',
      '第 1 页，共 1 页',
    ])
      expect(text).toContain(expected)
  })

  it('begins each paper of a file with many on a page of its own, with its codes', async () => {
    const slip = (name: string): PdfDocument['blocks'] => [
      { kind: 'heading', text: name },
      { kind: 'codes', codes: [{ text: 'https://weibao.example/trace/1', caption: '批次壹' }] },
    ]
    const blocks = [...slip('甲单'), { kind: 'page' as const }, ...slip('乙单')]
    const pages = pagesOf(await renderPdf({ ...contract, blocks }))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('甲单')
    expect(pages[1]).toContain('乙单')
    expect(pages[1]).toContain('批次壹')
  })

  it('embeds only the glyphs it uses', async () => {
    expect((await renderPdf(contract)).byteLength).toBeLessThan(80_000)
  })

  it('has the same bytes for the same content', async () => {
    const [first, second] = [await renderPdf(contract), await renderPdf(contract)]
    expect(Buffer.compare(first, second)).toBe(0)
    const later = await renderPdf({ ...contract, issuedAt: new Date('2026-11-26T02:00:00Z') })
    expect(Buffer.compare(first, later)).not.toBe(0)
  })

  it('repeats the header of a long table on each page and keeps every row once, in order', async () => {
    const pages = pagesOf(await renderPdf(longTable(200)))
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((page, index) => {
      expect(page.match(/金额栏/g)).toHaveLength(1)
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
    })
    const rows = [...pages.join('').matchAll(/第(\d+)行/g)].map((match) => Number(match[1]))
    expect(rows).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  })

  it('neutralises text that would deceive, and prints what no font has as a square', async () => {
    const hostile = '合作社\u202Egnp.exe\u202C\u0000\u200B\uD800甲\r\n乙😀'
    const pages = pagesOf(
      await renderPdf({
        ...contract,
        title: hostile,
        blocks: [{ kind: 'facts', facts: [{ label: hostile, value: `x${'\u0301'.repeat(60)}` }] }],
      }),
    )
    const text = pages.join('')
    expect(pages).toHaveLength(1)
    expect(text).toContain('合作社gnp.exe')
    expect(text).not.toMatch(/[\u202e\u202c\u200b\u0000]/)
    expect(text).toContain('甲 乙□')
  })

  it('lays out a cell or paragraph longer than a page without losing its place', async () => {
    const pages = pagesOf(
      await renderPdf({
        ...contract,
        blocks: [
          { kind: 'paragraph', text: '漫长的说明文字。'.repeat(700) },
          {
            kind: 'table',
            columns: [{ title: '备注', width: 1 }],
            rows: [['很长'.repeat(4000)], ['末行']],
          },
        ],
      }),
    )
    expect(pages.join('').match(/漫/g)).toHaveLength(700)
    expect(pages.at(-1)).toContain('末行')
  })

  it('refuses a table beyond its limit', async () => {
    await expect(renderPdf(longTable(5_001))).rejects.toMatchObject({ code: 'document.too-large' })
  })

  it('draws in a thread: the event loop goes on meanwhile', async () => {
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    await renderPdf(longTable(1_000))
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(5)
  })
})
