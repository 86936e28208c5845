import { useSuspenseQuery } from '@tanstack/react-query'
import { impliedFlags } from '@weibao/contracts/product-rules'
import { Checkbox, Panel, Select, TextArea, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { DraftPart } from '../../lib/draft-form'
import { categoriesQuery, townshipsQuery } from '../names/names.queries'
import type { ProductDraft } from './product-draft'
import { productFormMessages } from './product-form.messages'

type Part = DraftPart<ProductDraft>

const languages = ['zh', 'en'] as const
const modes = ['none', 'chilled', 'frozen'] as const

export function NameFields({ draft, errors, change }: Part) {
  const t = useMessages(productFormMessages)
  const say = useBilingual()
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  return (
    <Panel title={t('sectionWhat')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {languages.map((language) => (
          <TextField
            key={language}
            id={`product-name.${language}`}
            label={t(`name_${language}`)}
            error={errors[`name.${language}`]}
            maxLength={60}
            value={draft.name[language]}
            onChange={(event) =>
              change({ name: { ...draft.name, [language]: event.target.value } })
            }
          />
        ))}
        <Select
          id="product-categoryCode"
          label={t('category')}
          error={errors['categoryCode']}
          placeholder={t('choose')}
          options={categories.items.map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={draft.categoryCode}
          onChange={(event) => change({ categoryCode: event.target.value })}
        />
        <Select
          id="product-temperatureMode"
          label={t('temperature')}
          options={modes.map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
          value={draft.temperatureMode}
          onChange={(event) =>
            change({ temperatureMode: event.target.value as ProductDraft['temperatureMode'] })
          }
        />
      </div>
    </Panel>
  )
}

export function OriginFields({ draft, errors, change }: Part) {
  const t = useMessages(productFormMessages)
  const say = useBilingual()
  const { data: townships } = useSuspenseQuery(townshipsQuery)
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return (
    <Panel title={t('sectionOrigin')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id="product-townshipCode"
          label={t('township')}
          error={errors['townshipCode']}
          placeholder={t('choose')}
          options={townships.items.map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={draft.townshipCode}
          onChange={(event) => change({ townshipCode: event.target.value })}
        />
        <TextField
          id="product-villages"
          label={t('villages')}
          help={t('villagesHelp')}
          error={errors['villages']}
          optional
          maxLength={300}
          value={draft.villages}
          onChange={(event) => change({ villages: event.target.value })}
        />
        <Checkbox
          label={t('countyWide')}
          checked={draft.originScope === 'county'}
          onChange={({ target }) => change({ originScope: target.checked ? 'county' : 'township' })}
        />
        <TextField
          id="product-shelfLifeDays"
          label={t('shelfLife')}
          error={errors['shelfLifeDays']}
          optional
          inputMode="numeric"
          align="end"
          suffix={t('days')}
          maxLength={5}
          value={draft.shelfLifeDays}
          onChange={(event) => change({ shelfLifeDays: event.target.value })}
        />
        <fieldset className="sm:col-span-2">
          <legend className="wb-label">{t('months')}</legend>
          <div className="grid grid-cols-4 gap-x-4 sm:grid-cols-6">
            {months.map((month) => (
              <Checkbox
                key={month}
                label={t('month', { month })}
                checked={draft.harvestMonths.includes(month)}
                onChange={({ target }) =>
                  change({
                    harvestMonths: target.checked
                      ? [...draft.harvestMonths, month].sort((a, b) => a - b)
                      : draft.harvestMonths.filter((each) => each !== month),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Panel>
  )
}

const texts = [
  { name: 'story', max: 1000, rows: 6 },
  { name: 'storage', max: 300, rows: 3 },
  { name: 'use', max: 500, rows: 3 },
] as const

export function TextFields({ draft, errors, change }: Part) {
  const t = useMessages(productFormMessages)
  return (
    <Panel title={t('sectionTexts')} note={t('textsNote')}>
      <div className="grid gap-4 lg:grid-cols-2">
        {texts.flatMap(({ name, max, rows }) =>
          languages.map((language) => (
            <TextArea
              key={`${name}.${language}`}
              id={`product-${name}.${language}`}
              label={t(`${name}_${language}`)}
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              error={errors[`${name}.${language}`]}
              rows={rows}
              maxLength={max}
              value={draft[name][language]}
              onChange={(event) =>
                change({ [name]: { ...draft[name], [language]: event.target.value } })
              }
            />
          )),
        )}
      </div>
    </Panel>
  )
}

/** What the law asks; what follows from kind and temperature is ticked and cannot be taken off. */
export function RuleFields({ draft, errors, change }: Part) {
  const t = useMessages(productFormMessages)
  const implied = impliedFlags({ ...draft, isAdultOnly: false, isBusinessOnly: false })
  const flags = ['isAdultOnly', 'isBusinessOnly'] as const
  const own = ['isProtectedSpecies', 'isGift', 'isCanteen'] as const
  return (
    <Panel title={t('sectionRules')} note={t('rulesNote')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <div>
          {flags.map((flag) => (
            <Checkbox
              key={flag}
              label={t(flag)}
              help={t(`${flag}Help`)}
              checked={draft[flag] || implied[flag]}
              disabled={implied[flag]}
              onChange={({ target }) => change({ [flag]: target.checked })}
            />
          ))}
          <Checkbox
            label={t('isReturnException')}
            help={t('isReturnExceptionHelp')}
            checked={implied.isReturnException}
            disabled
          />
        </div>
        <div>
          {own.map((flag) => (
            <Checkbox
              key={flag}
              label={t(flag)}
              help={flag === 'isProtectedSpecies' ? t('isProtectedSpeciesHelp') : undefined}
              checked={draft[flag]}
              onChange={({ target }) => change({ [flag]: target.checked })}
            />
          ))}
        </div>
        {languages.map((language) => (
          <TextArea
            key={language}
            id={`product-compliance.${language}`}
            label={t(`compliance_${language}`)}
            help={t('complianceHelp')}
            error={errors[`compliance.0.${language}`]}
            optional
            rows={3}
            maxLength={800}
            value={draft.compliance[language]}
            onChange={(event) =>
              change({ compliance: { ...draft.compliance, [language]: event.target.value } })
            }
          />
        ))}
      </div>
    </Panel>
  )
}
