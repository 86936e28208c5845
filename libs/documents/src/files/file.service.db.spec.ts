import { text } from 'node:stream/consumers'
import { newId } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentsModule } from '../documents.module.js'
import { testDocumentsConfig } from '../testing/documents-config.js'
import { Files } from './file.service.js'

describe('Files', () => {
  let world: World
  let files: Files
  const owner = makeActor()
  beforeAll(async () => {
    world = await openWorld({ modules: [DocumentsModule], providers: [testDocumentsConfig()] })
    files = world.get(Files)
    files.allowReading('test-paper', (actor, file) => actor.personId === file.ownerPersonId)
  })
  afterAll(() => world?.close())

  const keep = async (content: string, purpose = 'test-paper') => {
    const put = await files.put(Buffer.from(content))
    const facts = { put, name: '../合同.exe', extension: 'csv', mime: 'text/csv', purpose }
    return world.unitOfWork.run((tx) => files.keep(tx, { ...facts, ownerPersonId: owner.personId }))
  }

  it('gives a file back to whom its purpose allows, under a clean name', async () => {
    const { file, bytes } = await files.open(owner, await keep('甲,乙'))
    expect(await text(bytes)).toBe('甲,乙')
    expect(file).toMatchObject({ name: '合同.csv', sizeBytes: 7 })
  })

  it('looks as if it were not there to anybody else', async () => {
    const id = await keep('secret')
    await expect(files.open(makeActor(), id)).rejects.toMatchObject({ code: 'object.not-found' })
    await expect(files.open(owner, newId())).rejects.toMatchObject({ code: 'object.not-found' })
  })

  it('keeps equal content once on disk, at the same time too', async () => {
    const puts = await Promise.all(Array.from({ length: 10 }, () => files.put(Buffer.from('same'))))
    expect(new Set(puts.map(({ sha256 }) => sha256)).size).toBe(1)
  })

  it('keeps nothing for a purpose whose readers nobody declared', async () => {
    await expect(keep('x', 'unknown')).rejects.toThrow('no access declared')
  })
})
