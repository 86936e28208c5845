import { describe, expect, it } from 'vitest'
import { checkOrganisation, emptyOrganisation, organisationBodyOf } from './organisation-draft'

const say = { needText: 'text', needPlace: 'place', needRegistration: 'number' }
const filled = {
  ...emptyOrganisation('buyer'),
  nameZh: '月浦第三小学食堂',
  nameEn: 'Yuepu No. 3 Primary School canteen',
  shortNameZh: '月浦三小',
  shortNameEn: 'Yuepu No. 3',
  placeCode: '310113104',
  address: '月浦镇绥化路 1 号',
  registrationNumber: '１２３１０１１３mb2c000000',
}

describe('an application to take part', () => {
  it('takes a registration number however it was typed', () => {
    expect(checkOrganisation(filled, say)).toEqual({})
    expect(organisationBodyOf(filled).licence).toMatchObject({
      registrationNumber: '12310113MB2C000000',
      licenceNumber: null,
    })
  })

  it('names every field that is missing', () => {
    expect(checkOrganisation(emptyOrganisation('buyer'), say)).toEqual({
      'name.zh': 'text',
      'name.en': 'text',
      'shortName.zh': 'text',
      'shortName.en': 'text',
      address: 'text',
      placeCode: 'place',
      'licence.registrationNumber': 'number',
    })
  })

  it('asks no subdistrict of who sits elsewhere, and sends none', () => {
    const elsewhere = { ...filled, region: 'elsewhere' as const }
    expect(checkOrganisation({ ...elsewhere, placeCode: '' }, say)).toEqual({})
    expect(organisationBodyOf(elsewhere).placeCode).toBeNull()
  })
})
