import { Injectable } from '@nestjs/common'

/** Whether this process still takes new work; readiness answers by it. */
@Injectable()
export class ProcessState {
  isStopping = false
}
