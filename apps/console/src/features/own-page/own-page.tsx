import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError } from '@weibao/api-client/http'
import type { OwnCooperativePage } from '@weibao/contracts/cooperative'
import {
  Button,
  FormErrorSummary,
  Notice,
  Panel,
  TextArea,
  TextField,
  useBilingual,
  useMessages,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { checkPage, draftOfPage, pageBodyOf, type OwnPageDraft } from './own-page-draft'
import { ownPageMessages } from './own-page.messages'
import { ownPageQuery, useEditOwnPage } from './own-page.queries'

/** What a cooperative says of itself to buyers. What is typed stays on this device until it is saved. */
export function OwnPage() {
  const t = useMessages(ownPageMessages)
  const say = useBilingual()
  useTitle(t('title'))
  const { organisationId } = useActing()
  const { data: page } = useSuspenseQuery(ownPageQuery(organisationId))
  return (
    <div className="grid max-w-4xl gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">
            {say(page.name)} · {say(page.townshipName)}
          </p>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <a className="wb-link" href={`/cooperatives/${page.slug}`}>
          {t('look')}
        </a>
      </div>
      <PageForm key={page.version} page={page} />
    </div>
  )
}

function PageForm({ page }: { page: OwnCooperativePage }) {
  const t = useMessages(ownPageMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const edit = useEditOwnPage(organisationId)
  const fresh = draftOfPage(page)
  const [draft, keep] = useStored<OwnPageDraft>(`page:${organisationId}:${page.version}`, fresh)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(edit.error), ...missing }
  const isLost = edit.error instanceof ApiError && edit.error.code === 'network'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkPage(draft, {
      needText: t('needText'),
      needStory: t('needStory'),
      needMembers: t('needMembers'),
      needYear: t('needYear'),
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    edit.mutate(pageBodyOf(draft, page.version), {
      onSuccess: () => toast({ text: t('saved'), tone: 'good' }),
    })
  }
  const part = {
    draft,
    errors,
    change: (next: Partial<OwnPageDraft>) => keep({ ...draft, ...next }),
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary
          problems={formProblems(
            errors,
            edit.error,
            (field) => `page-${field.replaceAll('.', '-')}`,
          )}
        />
      )}
      <Words {...part} />
      <Facts {...part} />
      <div>
        <Button type="submit" busy={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

interface Part {
  readonly draft: OwnPageDraft
  readonly errors: FieldErrors
  readonly change: (part: Partial<OwnPageDraft>) => void
}

function Words({ draft, errors, change }: Part) {
  const t = useMessages(ownPageMessages)
  return (
    <Panel title={t('sectionWords')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="page-summary-zh"
          label={t('summaryZh')}
          error={errors['summary.zh']}
          maxLength={60}
          value={draft.summaryZh}
          onChange={(event) => change({ summaryZh: event.target.value })}
        />
        <TextField
          id="page-summary-en"
          label={t('summaryEn')}
          error={errors['summary.en']}
          maxLength={160}
          value={draft.summaryEn}
          onChange={(event) => change({ summaryEn: event.target.value })}
        />
        <TextArea
          id="page-story-zh"
          label={t('storyZh')}
          help={t('storyHelp')}
          error={errors['story.zh']}
          rows={8}
          maxLength={1500}
          value={draft.storyZh}
          onChange={(event) => change({ storyZh: event.target.value })}
        />
        <TextArea
          id="page-story-en"
          label={t('storyEn')}
          help={t('englishHelp')}
          error={errors['story.en']}
          rows={8}
          maxLength={3000}
          value={draft.storyEn}
          onChange={(event) => change({ storyEn: event.target.value })}
        />
      </div>
    </Panel>
  )
}

function Facts({ draft, errors, change }: Part) {
  const t = useMessages(ownPageMessages)
  return (
    <Panel title={t('sectionFacts')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="page-villages"
          label={t('villages')}
          help={t('villagesHelp')}
          error={errors['villages']}
          maxLength={200}
          className="sm:col-span-2"
          value={draft.villages}
          onChange={(event) => change({ villages: event.target.value })}
        />
        <TextField
          id="page-memberFarmers"
          label={t('members')}
          error={errors['memberFarmers']}
          inputMode="numeric"
          align="end"
          maxLength={6}
          value={draft.members}
          onChange={(event) => change({ members: event.target.value })}
        />
        <TextField
          id="page-foundedYear"
          label={t('founded')}
          error={errors['foundedYear']}
          inputMode="numeric"
          align="end"
          maxLength={4}
          value={draft.founded}
          onChange={(event) => change({ founded: event.target.value })}
        />
      </div>
    </Panel>
  )
}
