import type { Paper, Product } from '@weibao/contracts/product'
import { Badge, PaperIcon, SealIcon, useFormats, useMessages, WovenBand } from '@weibao/ui'
import { papersMessages } from './papers.messages'

type PaperFacts = Pick<Paper, 'number' | 'expiresOn'> & {
  readonly kind: string
  readonly issuedOn?: string
  readonly isDemonstration?: boolean
}

/** Licences and reports as a list: what, its number, until when. */
export function Papers({ papers }: { papers: readonly PaperFacts[] }) {
  const t = useMessages(papersMessages)
  if (papers.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {papers.map((paper) => (
        <PaperItem key={`${paper.kind} ${paper.number}`} paper={paper} />
      ))}
    </ul>
  )
}

function PaperItem({ paper }: { paper: PaperFacts }) {
  const t = useMessages(papersMessages)
  const { day } = useFormats()
  return (
    <li className="wb-card grid grid-cols-[auto_1fr] gap-3 p-4">
      <PaperIcon className="text-lg text-indigo" />
      <div className="grid min-w-0 gap-0.5">
        <p className="font-semibold">{t(paper.kind as Paper['kind'])}</p>
        <p className="text-sm break-all text-ink-soft">{t('number', { number: paper.number })}</p>
        <p className="text-sm text-ink-soft">
          {paper.issuedOn && <>{t('issued', { day: day(paper.issuedOn) })} · </>}
          {paper.expiresOn === null
            ? t('noEnd')
            : t(isOver(paper.expiresOn) ? 'expired' : 'until', {
                day: day(paper.expiresOn, 'always'),
              })}
        </p>
        {paper.isDemonstration && (
          <p>
            <Badge>{t('demonstration')}</Badge>
          </p>
        )}
      </div>
    </li>
  )
}

/** The recognition as a small certificate under a band of cloth. */
export function RecognitionSeal({
  recognition,
}: {
  recognition: NonNullable<Product['recognition']>
}) {
  const t = useMessages(papersMessages)
  const { day } = useFormats()
  if (recognition.state !== 'recognised') return null
  return (
    <div className="wb-card">
      <WovenBand />
      <div className="grid grid-cols-[auto_1fr] items-center gap-4 p-4 md:px-6">
        <SealIcon className="text-2xl text-pine" />
        <div className="grid gap-1">
          <p className="font-display text-lg font-bold text-pine">{t('recognised')}</p>
          <p>{t('recognitionText')}</p>
          <p className="text-sm text-ink-soft">
            {t('number', { number: recognition.number })}
            {recognition.validFrom && recognition.validTo && (
              <>
                {' · '}
                {t('recognitionSpan', {
                  from: day(recognition.validFrom, 'always'),
                  to: day(recognition.validTo, 'always'),
                })}
              </>
            )}
            {recognition.isDemonstration && <> · {t('recognitionDemo')}</>}
          </p>
        </div>
      </div>
    </div>
  )
}

/** Valid through its last day, as days run in Shanghai. */
function isOver(lastDay: string): boolean {
  return Date.parse(`${lastDay}T23:59:59+08:00`) < Date.now()
}
