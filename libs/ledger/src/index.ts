export { cooperativePayable, type AccountCode } from './chart.js'
export { LedgerModule } from './ledger.module.js'
export { Ledger, type Posted, type Reversal } from './ledger.service.js'
export type { Posting, PostingLine } from './posting.js'
