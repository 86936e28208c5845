import { permissions, type Permission } from '@weibao/contracts/permissions'
import { describe, expect, it } from 'vitest'
import { grantableScopes } from './machine-key-desk.service.js'

describe('what a machine key may be allowed', () => {
  it('is never personal, never asks for a second factor, and never manages keys', () => {
    for (const kind of ['cooperative', 'buyer', 'administration'] as const)
      for (const scope of grantableScopes(kind)) {
        expect(permissions[scope].secondFactor).toBeUndefined()
        expect(['account:manage', 'machine-key:manage', 'member:manage']).not.toContain(scope)
      }
  })

  it('covers the daily work of a cooperative, and nothing of the administration', () => {
    expect(grantableScopes('cooperative')).toEqual(
      expect.arrayContaining<Permission>(['lot:manage', 'order:read', 'order:ship']),
    )
    expect(grantableScopes('administration')).toEqual([])
  })
})
