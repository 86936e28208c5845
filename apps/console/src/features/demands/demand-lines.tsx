import type { DemandView } from '@weibao/contracts/demand'
import { useBilingual, useFormats, useMessages } from '@weibao/ui'
import { demandsMessages } from './demands.messages'

type Line = DemandView['lines'][number]

/** What is wanted of a line, how much of it, and for how much at most. */
function useLineText() {
  const t = useMessages(demandsMessages)
  const say = useBilingual()
  const { money, weight } = useFormats()
  return (line: Line) =>
    t('lineText', {
      goods: line.productName
        ? say(line.productName)
        : t('any', { category: say(line.categoryName) }),
      mass: weight(line.wantedGrams),
      price: money(line.maxLandedFenPerKg),
    })
}

/** The lines of a demand in words; in a list the first ones, and how many more. */
export function Lines({ lines, shown }: { lines: readonly Line[]; shown: number }) {
  const t = useMessages(demandsMessages)
  const textOf = useLineText()
  return (
    <ul className="grid gap-0.5 text-sm">
      {lines.slice(0, shown).map((line) => (
        <li key={line.id}>{textOf(line)}</li>
      ))}
      {lines.length > shown && (
        <li className="text-ink-soft">{t('moreLines', { count: lines.length - shown })}</li>
      )}
    </ul>
  )
}

/** Every line with all that it asks for. */
export function WholeLines({ lines }: { lines: readonly Line[] }) {
  const textOf = useLineText()
  const termsOf = useLineTerms()
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <li key={line.id} className="border-t border-line pt-3 first:border-0 first:pt-0">
          {textOf(line)}
          <span className="block text-sm text-ink-soft">{termsOf(line).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function useLineTerms() {
  const t = useMessages(demandsMessages)
  const { day, weight } = useFormats()
  return (line: Line): string[] => [
    t('window', { from: day(line.deliverFrom), to: day(line.deliverTo) }),
    ...(line.minimumGrams > 0 ? [t('atLeast', { mass: weight(line.minimumGrams) })] : []),
    ...(line.worstGrade === 'ungraded' ? [] : [t('gradeOf', { grade: t(line.worstGrade) })]),
    ...(line.minShelfDays > 0 ? [t('shelfOf', { days: line.minShelfDays })] : []),
    ...(line.recognisedOnly ? [t('recognisedOnly')] : []),
  ]
}
