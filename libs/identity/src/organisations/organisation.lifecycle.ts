import { Lifecycle } from '@weibao/kernel'
import type { OrganisationStatus } from './organisation.entity.js'

export const organisationLifecycle = new Lifecycle<OrganisationStatus>('organisation', {
  applied: ['approved', 'refused'],
  refused: ['applied'],
  approved: ['suspended'],
  suspended: ['approved'],
})
