import { Injectable } from '@nestjs/common'
import type { OverseenPaper } from '@weibao/contracts/paper-oversight'
import { paperKinds, type PaperKind } from '@weibao/contracts/paper-kinds'
import { sheetColumns, writeSheet } from '@weibao/documents'
import { Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import {
  decodeCursor,
  refusal,
  rows,
  toPage,
  UnitOfWork,
  type Actor,
  type Reader,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { REPLACED } from './paper.repository.js'
import { paperNames } from './papers-in-force.service.js'

interface Filter {
  readonly kind?: PaperKind | undefined
  readonly due?: 'expired' | '30' | '90' | undefined
  readonly q?: string | undefined
}

/** Sorts behind every day: a paper that never expires. */
const NEVER = '9999-12-31'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const columns = sheetColumns({
  cooperative: { type: 'text', title: title('合作社', 'Cooperative') },
  kind: {
    type: 'choice',
    title: title('证照', 'Paper'),
    choices: paperKinds.map((kind) => ({ value: kind, label: title(...paperNames[kind]) })),
  },
  number: { type: 'text', title: title('编号', 'Number') },
  covers: { type: 'text', title: title('适用商品', 'Covers') },
  issuedOn: { type: 'day', title: title('签发日期', 'Issued on') },
  expiresOn: { type: 'day', title: title('有效期至', 'Expires on') },
  daysLeft: { type: 'integer', title: title('剩余天数', 'Days left'), min: -100_000 },
  isReplaced: {
    type: 'choice',
    title: title('已有新证', 'Replaced'),
    choices: [
      { value: 'yes', label: title('是', 'Yes') },
      { value: 'no', label: title('否', 'No') },
    ],
  },
})

/** What the liaison watches: whose papers run out, and when. */
@Injectable()
export class PaperOversight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async list(filter: Filter & { limit: number; cursor?: string | undefined }) {
    const after = decodeCursor(filter.cursor, 2)
    const found = await this.find(this.unitOfWork.reader, filter, {
      day: after ? String(after[0]) : null,
      id: after ? String(after[1]) : null,
      limit: filter.limit + 1,
    })
    return toPage(
      found,
      filter.limit,
      (last) => [last.expiresOn ?? NEVER, last.id],
      (each) => each,
    )
  }

  /** The same list as a file. Refuses with `report.too-many-rows` beyond `technical.export-rows`. */
  async sheet({ locale }: Actor, filter: Filter & { format: 'xlsx' | 'csv' }) {
    const { reader } = this.unitOfWork
    const max = await this.settings.get(reader, 'technical.export-rows', localDay(this.clock.now()))
    const found = await this.find(reader, filter, { day: null, id: null, limit: max + 1 })
    if (found.length > max) throw refusal('report.too-many-rows', { max })
    const say = (text: { zh: string; en: string } | null) =>
      text ? (locale === 'en' && text.en ? text.en : text.zh) : ''
    return writeSheet(filter.format, {
      title: locale === 'en' ? 'Papers' : '证照',
      locale,
      columns,
      rows: found.map((paper) => ({
        cooperative: say(paper.cooperativeName),
        kind: paper.kind,
        number: paper.number,
        covers: say(paper.productName),
        issuedOn: paper.issuedOn,
        expiresOn: paper.expiresOn,
        daysLeft: paper.daysLeft,
        isReplaced: paper.isReplaced ? ('yes' as const) : ('no' as const),
      })),
    })
  }

  private find(
    reader: Reader,
    { kind, due, q }: Filter,
    page: { day: LocalDay | null; id: Id | null; limit: number },
  ): Promise<OverseenPaper[]> {
    const within = due === 'expired' ? -1 : due ? Number(due) : null
    return rows<OverseenPaper>(
      reader,
      `select a.id, a.kind, a.number, a.issued_on as "issuedOn", a.expires_on as "expiresOn",
         a.is_demonstration as "isDemonstration", a.expires_on - $1::date as "daysLeft", a.product_id as "productId",
         case when p.id is not null then jsonb_build_object('zh', p.name_zh, 'en', p.name_en) end as "productName",
         ${REPLACED} as "isReplaced", a.file_id as "fileId", a.cooperative_id as "cooperativeId",
         jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName"
       from papers a join cooperative_profiles c on c.organisation_id = a.cooperative_id
         left join products p on p.id = a.product_id
       where ($2::text is null or a.kind = $2)
         and ($3::int is null or (a.expires_on - $1::date <= $3 and not ${REPLACED}))
         and ($4::text is null or strpos(lower(concat_ws(' ', c.name_zh, c.name_en, a.number)), lower($4)) > 0)
         and ($5::date is null or (coalesce(a.expires_on, '${NEVER}'), a.id) > ($5, $6::uuid))
       order by coalesce(a.expires_on, '${NEVER}'), a.id limit $7`,
      [localDay(this.clock.now()), kind ?? null, within, q ?? null, page.day, page.id, page.limit],
    )
  }
}
