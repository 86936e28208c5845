import { getMetadataArgsStorage } from 'typeorm'
import { describe, expect, it } from 'vitest'
import { identityEntities } from './identity.entities.js'
import { notPersonal, personalData } from './personal-data.inventory.js'

const storage = getMetadataArgsStorage()
const columns = identityEntities.flatMap((entity) => {
  const table = String(storage.tables.find(({ target }) => target === entity)?.name)
  return storage.columns
    .filter(({ target }) => target === entity)
    .map(({ options, propertyName }) => `${table}.${options.name ?? propertyName}`)
})
const listed = [
  ...Object.entries(personalData).flatMap(([table, kept]) =>
    Object.keys(kept).map((column) => `${table}.${column}`),
  ),
  ...Object.entries(notPersonal).flatMap(([table, names]) =>
    names.map((column) => `${table}.${column}`),
  ),
]

describe('the inventory of personal data', () => {
  it('names every column that is stored, once, and none that is not', () => {
    expect(columns.length).toBeGreaterThan(80)
    expect([...listed].sort()).toEqual([...columns].sort())
  })
})
