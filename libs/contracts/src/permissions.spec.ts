import { describe, expect, it } from 'vitest'
import { permissions, reachOf, rolesOf, type Permission, type Role } from './permissions.js'

const acts = Object.keys(permissions) as Permission[]
const roles: Role[] = ['shopper', ...Object.values(rolesOf).flat()]
const may = (role: Role, act: Permission) => reachOf(role, act) !== null

describe('the permission matrix', () => {
  it('reaches everybody’s objects from the administration only', () => {
    for (const act of acts)
      for (const role of roles)
        if (reachOf(role, act) === 'any')
          expect([act, rolesOf.administration]).toEqual([act, expect.arrayContaining([role])])
  })

  it('asks for a second factor wherever the administration changes what is not its own', () => {
    const changing = acts.filter(
      (act) =>
        /:(approve|adjust|close|edit|administer|act|manage)$/.test(act) &&
        rolesOf.administration.some((role) => reachOf(role, act) === 'any') &&
        // Keepers do the same without one, within their own organisation.
        !roles.some((role) => reachOf(role, act) === 'own'),
    )
    expect(changing).toContain('person:administer')
    for (const act of changing) expect([act, permissions[act].secondFactor]).toEqual([act, true])
  })

  it('lets an auditor read and nothing else', () => {
    for (const act of acts.filter((each) => may('auditor', each))) expect(act).toMatch(/:read$/)
  })

  it('keeps personal data of others to the operator', () => {
    for (const role of roles) expect(may(role, 'person:administer')).toBe(role === 'operator')
  })

  it('has cooperatives approved by Weixi and buyers by Baoshan, never by one', () => {
    for (const role of roles)
      expect(may(role, 'cooperative:approve') && may(role, 'buyer:approve')).toBe(false)
  })
})
