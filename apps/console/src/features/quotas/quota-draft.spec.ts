import { describe, expect, it } from 'vitest'
import { bodyOf, checkDraft, draftOf } from './quota-draft'

const draft = { ...draftOf(undefined), amount: '1200.50' }
const say = (key: string) => key

describe('a quota draft', () => {
  it('files only what belongs to its arrangement', () => {
    const full = { ...draft, sharedWith: '示例中学\n\n 示例小学 ', contractor: '示例餐饮' }
    expect(bodyOf({ ...full, arrangement: 'shared' })).toEqual({
      arrangement: 'shared',
      minimumFen: 120_050,
      sharedWith: ['示例中学', '示例小学'],
      contractor: null,
    })
    expect(bodyOf({ ...full, arrangement: 'none' })).toEqual({
      arrangement: 'none',
      minimumFen: 0,
      sharedWith: [],
      contractor: null,
    })
  })

  it('asks for the money, the others and the contractor where they are needed', () => {
    expect(checkDraft({ ...draft, amount: '0' }, say)).toEqual({ minimumFen: 'needAmount' })
    expect(checkDraft({ ...draft, arrangement: 'shared' }, say)).toEqual({
      sharedWith: 'needShared',
    })
    expect(checkDraft({ ...draft, arrangement: 'outsourced', contractor: '甲' }, say)).toEqual({
      contractor: 'needContractor',
    })
    expect(checkDraft({ ...draft, arrangement: 'none', amount: '' }, say)).toEqual({})
  })
})
