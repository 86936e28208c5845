import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import { newId, type Id } from '@weibao/kernel'
import { Secret } from 'otpauth'
import { Members, Organisations, People, SecondFactors } from '../index.js'
import { totpOf } from '../second-factor/second-factors.service.js'
import type { IdentityWorld, Visitor } from './identity-world.js'

export const PASSWORD = '山里的蜜蜂飞过河'
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

let count = 0

export interface Somebody {
  readonly id: Id
  readonly contact: string
}

/** A person with an address of their own. */
export async function makePerson(world: IdentityWorld, displayName = '李阿迪'): Promise<Somebody> {
  const contact = `person-${++count}-${newId().slice(-6)}@example.com`
  const person = { displayName, contacts: [contact], password: PASSWORD }
  return { id: await world.get<People>(People).create(person), contact }
}

export function makeOrganisation(
  world: IdentityWorld,
  kind: OrganisationKind,
  nameZh = '百花蜂业合作社',
): Promise<Id> {
  return world.get<Organisations>(Organisations).create({
    kind,
    nameZh,
    nameEn: 'Baihua Bees',
    shortNameZh: '百花',
    shortNameEn: 'Baihua',
    region: kind === 'cooperative' ? 'weixi' : 'baoshan',
    isDemonstration: true,
  })
}

/** A person with a role in an organisation, and with a second factor. */
export async function makeMember(
  world: IdentityWorld,
  organisationId: Id,
  role: MemberRole,
): Promise<Somebody & { memberId: Id }> {
  const person = await makePerson(world, `成员 ${role}`)
  await world.get<SecondFactors>(SecondFactors).adopt(person.id, TOTP_SECRET)
  const member = { organisationId, personId: person.id, role }
  return { ...person, memberId: await world.get<Members>(Members).add(member) }
}

/** The code that an authenticator shows, so many steps from now. */
export function totpCode(steps = 0, now = Date.now(), secret = TOTP_SECRET): string {
  const timestamp = now + steps * 30_000
  return totpOf(Secret.fromBase32(secret), '').generate({ timestamp })
}

/** Signs a browser in; with `steps` also by the second factor. */
export async function signIn(visitor: Visitor, contact: string, steps?: number): Promise<void> {
  const answer = await visitor.send('POST', '/session', { contact, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.text}`)
  if (steps === undefined) return
  const proof = await visitor.send('POST', '/session/second-factor', { code: totpCode(steps) })
  if (proof.status !== 200) throw new Error(`second factor: ${proof.text}`)
}

/** Decides on an application as it stands now; who cannot see it names its first state. */
export async function decide(
  visitor: Visitor,
  id: Id,
  act: 'approval' | 'refusal',
  body: object = {},
) {
  const { version = 1 } = (await visitor.send('GET', `/organisations/${id}`)).body
  return visitor.send('POST', `/organisations/${id}/${act}`, { version, ...body })
}
