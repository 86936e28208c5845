import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { packZip } from '../sheets/zip-archive.js'
import { acceptFile, acceptImage } from './accepted-file.js'
import { contentDisposition, safeFileName } from './file-download.js'
import { detectType } from './file-types.js'

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#B3372B' } })

describe('What a file is', () => {
  it.each([
    ['csv', Buffer.from('批次号,数量\nA,1\n')],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    [
      'xlsx',
      packZip([
        ['[Content_Types].xml', ''],
        ['xl/workbook.xml', ''],
      ]),
    ],
    [null, packZip([['evil.exe', '']])],
    [null, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    [null, Buffer.from('\ufeff <!doctype html><script>alert(1)</script>')],
    [null, Buffer.from('MZ\u0000\u0001')],
    [null, Buffer.alloc(0)],
  ])('is told by its content: %s', (type, bytes) => {
    expect(detectType(bytes)).toBe(type)
  })

  it('must be among what is allowed, and within the limit', () => {
    expect(acceptFile(Buffer.from('%PDF-1.7'), ['pdf'])).toMatchObject({
      mime: 'application/pdf',
      extension: 'pdf',
    })
    expect(() => acceptFile(Buffer.from('%PDF-1.7'), ['csv'])).toThrow('file.type-not-allowed')
    expect(() => acceptFile(Buffer.alloc(10 * 1024 * 1024 + 1), ['csv'])).toThrow('file.too-large')
  })
})

describe('An uploaded picture', () => {
  it('is turned upright, made smaller, and loses what the camera wrote', async () => {
    const bytes = await photo(3_000, 1_500)
      .withExif({ IFD0: { Copyright: 'secret-place' }, IFD3: { GPSLatitude: '31/1 24/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const image = await acceptImage(bytes)
    expect(image).toMatchObject({ mime: 'image/webp', width: 1_200, height: 2_400 })
    const kept = await sharp(image.bytes).metadata()
    expect(kept).toMatchObject({ format: 'webp', width: 1_200, height: 2_400 })
    expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined])
    expect(image.bytes.includes('secret-place')).toBe(false)
  })

  it('drops what hides behind the picture', async () => {
    const jpeg = await photo(20, 20).jpeg().toBuffer()
    const { bytes } = await acceptImage(
      Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]),
    )
    expect(bytes.includes('<script>')).toBe(false)
  })

  it('is refused as SVG, torn, or immense', async () => {
    await expect(
      acceptImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).rejects.toMatchObject({ code: 'file.type-not-allowed' })
    const png = await photo(200, 200).png().toBuffer()
    await expect(acceptImage(png.subarray(0, 100))).rejects.toMatchObject({ code: 'file.damaged' })
    const immense = await photo(7_000, 7_000).png().toBuffer()
    await expect(acceptImage(immense)).rejects.toMatchObject({ code: 'file.too-many-pixels' })
  })
})

describe('The name of a download', () => {
  it.each([
    ['../../etc/passwd', 'passwd.csv'],
    ['C:\\temp\\report.exe', 'report.csv'],
    ['结算单 6月.csv', '结算单 6月.csv'],
    ['.htaccess', 'file.csv'],
    ['a\r\nSet-Cookie: x=1', 'a Set-Cookie_ x=1.csv'],
    ['evil\u202Evsc.exe', 'evilvsc.csv'],
    ['', 'file.csv'],
  ])('%j is saved as %j', (name, safe) => {
    expect(safeFileName(name, 'csv')).toBe(safe)
  })

  it('stands in one header, in plain and in real form', () => {
    expect(contentDisposition('结算"单\ud800.pdf')).toBe(
      `attachment; filename="_____.pdf"; filename*=UTF-8''%E7%BB%93%E7%AE%97%22%E5%8D%95_.pdf`,
    )
    expect([...safeFileName('长'.repeat(500), 'pdf')].length).toBe(124)
  })
})
