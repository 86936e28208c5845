import type { ApplyOrganisation, OrganisationView } from '@weibao/contracts/organisation'
import type { FieldErrors } from '../../lib/form'

export type ApplicantKind = ApplyOrganisation['kind']
type Region = ApplyOrganisation['region']

/** An organisation as it stands in the form: text, until it is checked. */
export interface OrganisationDraft {
  readonly nameZh: string
  readonly nameEn: string
  readonly shortNameZh: string
  readonly shortNameEn: string
  readonly region: Region
  readonly placeCode: string
  readonly address: string
  readonly registrationNumber: string
  readonly licenceNumber: string
  readonly licenceIssuer: string
  readonly licenceExpiresOn: string
  readonly legalRepresentative: string
}

export function emptyOrganisation(kind: ApplicantKind): OrganisationDraft {
  return {
    nameZh: '',
    nameEn: '',
    shortNameZh: '',
    shortNameEn: '',
    region: kind === 'buyer' ? 'baoshan' : 'weixi',
    placeCode: '',
    address: '',
    registrationNumber: '',
    licenceNumber: '',
    licenceIssuer: '',
    licenceExpiresOn: '',
    legalRepresentative: '',
  }
}

export function draftOfOrganisation({
  name,
  shortName,
  licence,
  ...known
}: OrganisationView): OrganisationDraft {
  return {
    nameZh: name.zh,
    nameEn: name.en,
    shortNameZh: shortName.zh,
    shortNameEn: shortName.en,
    region: known.region,
    placeCode: known.placeCode ?? '',
    address: known.address ?? '',
    registrationNumber: licence.registrationNumber ?? '',
    licenceNumber: licence.licenceNumber ?? '',
    licenceIssuer: licence.licenceIssuer ?? '',
    licenceExpiresOn: licence.licenceExpiresOn ?? '',
    legalRepresentative: licence.legalRepresentative ?? '',
  }
}

const REGISTRATION = /^[0-9A-HJ-NP-RTUW-Y]{18}$/

/** What the form can see by itself, by the names that the API's refusals use. */
export function checkOrganisation(
  draft: OrganisationDraft,
  say: { needText: string; needPlace: string; needRegistration: string },
): FieldErrors {
  const found: Record<string, string> = {}
  const texts = {
    'name.zh': draft.nameZh,
    'name.en': draft.nameEn,
    'shortName.zh': draft.shortNameZh,
    'shortName.en': draft.shortNameEn,
    address: draft.address,
  }
  for (const [name, text] of Object.entries(texts)) if (!text.trim()) found[name] = say.needText
  if (draft.region !== 'elsewhere' && !draft.placeCode) found['placeCode'] = say.needPlace
  if (!REGISTRATION.test(registrationOf(draft)))
    found['licence.registrationNumber'] = say.needRegistration
  return found
}

export function organisationBodyOf(draft: OrganisationDraft): Omit<ApplyOrganisation, 'kind'> {
  const orNull = (text: string) => text.trim() || null
  return {
    name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
    shortName: { zh: draft.shortNameZh.trim(), en: draft.shortNameEn.trim() },
    region: draft.region,
    placeCode: draft.region === 'elsewhere' ? null : draft.placeCode,
    address: orNull(draft.address),
    licence: {
      registrationNumber: registrationOf(draft),
      licenceNumber: orNull(draft.licenceNumber),
      licenceIssuer: orNull(draft.licenceIssuer),
      licenceExpiresOn: draft.licenceExpiresOn || null,
      legalRepresentative: orNull(draft.legalRepresentative),
    },
  }
}

function registrationOf({ registrationNumber }: OrganisationDraft): string {
  return registrationNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
