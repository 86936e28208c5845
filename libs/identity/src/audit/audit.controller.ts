import { Controller } from '@nestjs/common'
import { auditRoutes } from '@weibao/contracts/audit'
import type { InputOf } from '@weibao/contracts/route'
import { Input, Serve } from '@weibao/platform'
import { AuditDesk } from './audit-desk.service.js'

@Controller()
export class AuditController {
  constructor(private readonly desk: AuditDesk) {}

  @Serve(auditRoutes.list)
  list(@Input() { query }: InputOf<typeof auditRoutes.list>) {
    return this.desk.list(query)
  }
}
