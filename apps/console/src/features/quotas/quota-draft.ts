import type { FileQuotaBody, QuotaArrangement, QuotaView } from '@weibao/contracts/quota'
import { parseYuan } from '@weibao/kernel'
import type { FieldErrors } from '../../lib/form'

export interface QuotaDraft {
  readonly arrangement: QuotaArrangement
  readonly amount: string
  readonly sharedWith: string
  readonly contractor: string
}

/** What stands in the form at first: what was filed before, if anything. */
export function draftOf(quota: QuotaView | undefined): QuotaDraft {
  return {
    arrangement: quota?.arrangement ?? 'own-canteen',
    amount: quota && quota.minimumFen > 0 ? (quota.minimumFen / 100).toFixed(2) : '',
    sharedWith: quota?.sharedWith.join('\n') ?? '',
    contractor: quota?.contractor ?? '',
  }
}

/** What is filed: only what belongs to the arrangement, whatever else stands in the form. */
export function bodyOf({ arrangement, amount, sharedWith, contractor }: QuotaDraft): FileQuotaBody {
  return {
    arrangement,
    minimumFen: arrangement === 'none' ? 0 : (parseYuan(amount) ?? 0),
    sharedWith: arrangement === 'shared' ? namesIn(sharedWith) : [],
    contractor: arrangement === 'outsourced' ? contractor.trim() : null,
  }
}

type Say = (key: 'needAmount' | 'needShared' | 'needContractor') => string

/** What of a draft cannot be filed, by field. */
export function checkDraft(draft: QuotaDraft, t: Say): FieldErrors {
  const body = bodyOf(draft)
  const found: Record<string, string> = {}
  if (body.arrangement !== 'none' && body.minimumFen <= 0) found['minimumFen'] = t('needAmount')
  const isNamed = body.sharedWith.length > 0 && body.sharedWith.every(isName)
  if (body.arrangement === 'shared' && !isNamed) found['sharedWith'] = t('needShared')
  if (body.contractor !== null && !isName(body.contractor))
    found['contractor'] = t('needContractor')
  return found
}

function namesIn(text: string): string[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
}

function isName(name: string): boolean {
  return [...name].length >= 2
}
