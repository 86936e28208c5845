import type { EditCooperativePage, OwnCooperativePage } from '@weibao/contracts/cooperative'
import type { FieldErrors } from '../../lib/form'

/** The page as it stands in the form: text, until it is checked. */
export interface OwnPageDraft {
  readonly summaryZh: string
  readonly summaryEn: string
  readonly storyZh: string
  readonly storyEn: string
  /** Divided by commas or blanks. */
  readonly villages: string
  readonly members: string
  readonly founded: string
}

export function draftOfPage(page: OwnCooperativePage): OwnPageDraft {
  return {
    summaryZh: page.summary.zh,
    summaryEn: page.summary.en,
    storyZh: page.story.zh,
    storyEn: page.story.en,
    villages: page.villages.join('、'),
    members: String(page.memberFarmers),
    founded: page.foundedYear === null ? '' : String(page.foundedYear),
  }
}

const WHOLE = /^\d{1,6}$/
const YEAR = /^(19[5-9]\d|20\d\d)$/

/** What the form can see by itself, by the names that the API's refusals use. */
export function checkPage(
  draft: OwnPageDraft,
  say: { needText: string; needStory: string; needMembers: string; needYear: string },
): FieldErrors {
  const found: Record<string, string> = {}
  if (!draft.summaryZh.trim()) found['summary.zh'] = say.needText
  if ([...draft.storyZh.trim()].length < 10) found['story.zh'] = say.needStory
  if (!WHOLE.test(draft.members.trim())) found['memberFarmers'] = say.needMembers
  if (draft.founded.trim() && !YEAR.test(draft.founded.trim())) found['foundedYear'] = say.needYear
  return found
}

export function pageBodyOf(draft: OwnPageDraft, version: number): EditCooperativePage {
  return {
    summary: { zh: draft.summaryZh.trim(), en: draft.summaryEn.trim() },
    story: { zh: draft.storyZh.trim(), en: draft.storyEn.trim() },
    villages: [...new Set(draft.villages.split(/[、，,;；\s]+/).filter(Boolean))],
    memberFarmers: Number(draft.members),
    foundedYear: draft.founded.trim() ? Number(draft.founded) : null,
    version,
  }
}
