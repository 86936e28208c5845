import { useQuery } from '@tanstack/react-query'
import { subdistricts } from '@weibao/contracts/subdistricts'
import { Panel, RadioGroup, Select, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { FieldErrors } from '../../lib/form'
import { townshipsQuery } from '../names/names.queries'
import type { OrganisationDraft } from './organisation-draft'
import { organisationMessages } from './organisation.messages'

interface Part {
  readonly draft: OrganisationDraft
  readonly errors: FieldErrors
  readonly change: (part: Partial<OrganisationDraft>) => void
}

type TextPart = Exclude<keyof OrganisationDraft, 'region' | 'placeCode'>

/** Names, place and licence. What identifies an approved organisation can no longer be changed. */
export function OrganisationFields({
  draft,
  errors,
  change,
  isIdentityFixed,
}: Part & { isIdentityFixed: boolean }) {
  const t = useMessages(organisationMessages)
  const field = (name: TextPart, path: string, maxLength: number) => ({
    id: `organisation-${path.replaceAll('.', '-')}`,
    label: t(name),
    error: errors[path],
    maxLength,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <>
      <Panel title={t('sectionNames')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...field('nameZh', 'name.zh', 80)}
            help={isIdentityFixed ? t('fixedHelp') : t('nameHelp')}
            readOnly={isIdentityFixed}
          />
          <TextField {...field('nameEn', 'name.en', 120)} help={t('nameEnHelp')} />
          <TextField {...field('shortNameZh', 'shortName.zh', 20)} />
          <TextField {...field('shortNameEn', 'shortName.en', 40)} />
        </div>
      </Panel>
      <Panel title={t('sectionPlace')}>
        <div className="grid gap-4">
          <PlaceFields {...{ draft, errors, change, isIdentityFixed }} />
          <TextField {...field('address', 'address', 200)} />
        </div>
      </Panel>
      <Panel title={t('sectionLicence')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...field('registrationNumber', 'licence.registrationNumber', 24)}
            help={isIdentityFixed ? t('fixedHelp') : t('registrationHelp')}
            readOnly={isIdentityFixed}
          />
          <TextField
            {...field('legalRepresentative', 'licence.legalRepresentative', 40)}
            optional
          />
          <TextField {...field('licenceNumber', 'licence.licenceNumber', 60)} optional />
          <TextField {...field('licenceIssuer', 'licence.licenceIssuer', 80)} optional />
          <TextField
            {...field('licenceExpiresOn', 'licence.licenceExpiresOn', 10)}
            type="date"
            help={t('licenceExpiresHelp')}
            optional
          />
        </div>
      </Panel>
    </>
  )
}

function PlaceFields({
  draft,
  errors,
  change,
  isIdentityFixed,
}: Part & { isIdentityFixed: boolean }) {
  const t = useMessages(organisationMessages)
  const say = useBilingual()
  const townships = useQuery(townshipsQuery).data?.items ?? []
  const places = draft.region === 'baoshan' ? subdistricts : townships
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {isIdentityFixed ? (
        <TextField label={t('region')} value={t(`region_${draft.region}`)} readOnly />
      ) : (
        <RadioGroup
          label={t('region')}
          layout="row"
          value={draft.region}
          options={(['baoshan', 'weixi', 'elsewhere'] as const).map((value) => ({
            value,
            label: t(`region_${value}`),
          }))}
          onChange={(region) => change({ region, placeCode: '' })}
        />
      )}
      {draft.region !== 'elsewhere' && (
        <Select
          id="organisation-placeCode"
          label={t(draft.region === 'baoshan' ? 'subdistrict' : 'township')}
          placeholder={t('choose')}
          error={errors['placeCode']}
          options={places.map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={draft.placeCode}
          onChange={(event) => change({ placeCode: event.target.value })}
        />
      )}
    </div>
  )
}
