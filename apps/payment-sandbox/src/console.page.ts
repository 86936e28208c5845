import { VIEWS, type Row, type View, type ViewName } from './console.views.js'
import { document, html, type Html, type Language } from './html.js'
import type { Delivery } from './records.js'

const TEXTS = {
  zh: {
    title: '支付沙箱',
    search: '编号或订单号',
    state: '状态',
    all: '全部',
    filter: '筛选',
    id: '编号',
    when: '时间',
    amount: '金额',
    about: '说明',
    older: '更早的记录',
    empty: '还没有记录。发起一笔付款后，这里会显示发生了什么。',
    noMatch: '没有符合条件的记录。',
    back: '返回列表',
    related: '相关记录',
    deliveries: '投递记录',
    attempts: '次数',
    endpoint: '接收地址',
    last: '最近结果',
    resend: '重新投递',
    dispute: '发起争议',
    win: '判商家胜',
    lose: '判商家败',
    arrive: '标记到账',
    bounce: '标记失败',
    pay: '打开付款页',
    noDeliveries: '没有配置接收地址。',
  },
  en: {
    title: 'Payment sandbox',
    search: 'Id or order number',
    state: 'State',
    all: 'All',
    filter: 'Filter',
    id: 'Id',
    when: 'When',
    amount: 'Amount',
    about: 'About',
    older: 'Older',
    empty: 'Nothing yet. Start a payment and see here what happens.',
    noMatch: 'Nothing matches.',
    back: 'Back to the list',
    related: 'Related',
    deliveries: 'Deliveries',
    attempts: 'Attempts',
    endpoint: 'Endpoint',
    last: 'Last result',
    resend: 'Deliver again',
    dispute: 'Open a dispute',
    win: 'Close as won',
    lose: 'Close as lost',
    arrive: 'Mark as arrived',
    bounce: 'Mark as failed',
    pay: 'Open the payment page',
    noDeliveries: 'No endpoint is configured.',
  },
} as const
type Texts = Readonly<Record<keyof (typeof TEXTS)['zh'], string>>

interface ListView {
  readonly language: Language
  readonly view: ViewName
  readonly rows: readonly Row[]
  readonly query: string
  readonly state: string
  /** Id to go on after; null when this is all. */
  readonly next: string | null
}

/** The list of one kind of thing that happened. */
export function listPage(list: ListView): string {
  const { language, view } = list
  const texts: Texts = TEXTS[language]
  const more = new URLSearchParams({
    view,
    q: list.query,
    state: list.state,
    after: list.next ?? '',
  })
  return document({
    language,
    title: `${VIEWS[view].name[language]} · ${texts.title}`,
    width: 'wide',
    body: html`<main class="console">
      <h1>${texts.title}</h1>
      ${tabs(view, language, texts)} ${filterForm(list, texts)}
      ${
        list.rows.length === 0
          ? html`<p class="empty">${list.query || list.state ? texts.noMatch : texts.empty}</p>`
          : table(list, texts)
      }
      ${
        list.next === null
          ? null
          : html`<p class="pages"><a href="/sandbox?${more.toString()}">${texts.older} →</a></p>`
      }
    </main>`,
  })
}

function tabs(view: ViewName, language: Language, texts: Texts): Html {
  const links = Object.entries(VIEWS).map(
    ([name, { name: names }]) =>
      html`<li>
        <a
          href="/sandbox?view=${name}&lang=${language}"
          ${name === view ? html`aria-current="page"` : null}
          >${names[language]}</a
        >
      </li>`,
  )
  return html`<nav aria-label="${texts.title}">
    <ul class="tabs">
      ${links}
    </ul>
  </nav>`
}

function filterForm({ view, query, state, language }: ListView, texts: Texts): Html {
  const { states }: View = VIEWS[view]
  return html`<form class="filter" method="get" action="/sandbox">
    <input type="hidden" name="view" value="${view}" />
    <input type="hidden" name="lang" value="${language}" />
    <div>
      <label for="q">${texts.search}</label>
      <input id="q" name="q" type="search" value="${query}" />
    </div>
    <div>
      <label for="state">${texts.state}</label>
      <select id="state" name="state">
        <option value="">${texts.all}</option>
        ${states.map(
          (name) =>
            html`<option value="${name}" ${name === state ? html`selected` : null}>
              ${name}
            </option>`,
        )}
      </select>
    </div>
    <button class="primary small">${texts.filter}</button>
  </form>`
}

function table({ rows, view, language }: ListView, texts: Texts): Html {
  return html`<div
    class="table"
    tabindex="0"
    role="region"
    aria-label="${VIEWS[view].name[language]}"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.when}</th>
          <th scope="col">${texts.state}</th>
          <th scope="col" class="amount">${texts.amount}</th>
          <th scope="col">${texts.id}</th>
          <th scope="col">${texts.about}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td>${readable(row.created * 1_000).slice(5)}</td>
              <td><span class="state state-${row.mood}">${row.state}</span></td>
              <td class="amount">${row.amount ?? '–'}</td>
              <td><a href="/sandbox/${view}/${row.id}?lang=${language}">${row.id}</a></td>
              <td>${row.about}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

interface DetailView {
  readonly language: Language
  readonly view: ViewName
  readonly object: { readonly id: string; readonly status?: string | null }
  readonly deliveries: readonly Delivery[]
}

/** One thing in full, and what can be made to happen to it. */
export function detailPage({ language, view, object, deliveries }: DetailView): string {
  const texts: Texts = TEXTS[language]
  return document({
    language,
    title: `${object.id} · ${texts.title}`,
    width: 'wide',
    body: html`<main class="console">
      <a class="back" href="/sandbox?view=${view}&lang=${language}">← ${texts.back}</a>
      <h1>${object.id}</h1>
      ${relatedLinks(object, texts)} ${actions(view, object, texts)}
      ${view === 'events' ? deliveryTable(deliveries, texts) : null}
      <pre tabindex="0" role="region" aria-label="JSON">${JSON.stringify(object, null, 2)}</pre>
    </main>`,
  })
}

const LINKS: ReadonlyArray<readonly [RegExp, ViewName]> = [
  [/^cs_/, 'sessions'],
  [/^pi_[^_]+$/, 'intents'],
  [/^(ch|py)_/, 'charges'],
  [/^(re|pyr)_/, 'refunds'],
  [/^du_/, 'disputes'],
]

/** Ways to what this is about: the payment of a refund, the object of an event. */
function relatedLinks(object: object, texts: Texts): Html | null {
  const data = 'data' in object ? (object.data as { object?: { id?: string } }) : null
  const ids = [...Object.entries(object), ['object', data?.object?.id]].flatMap(([field, id]) =>
    field !== 'id' && typeof id === 'string' ? [id] : [],
  )
  const links = ids.flatMap((id) => {
    const view = LINKS.find(([pattern]) => pattern.test(id))?.[1]
    return view === undefined ? [] : [html`<li><a href="/sandbox/${view}/${id}">${id}</a></li>`]
  })
  if (links.length === 0) return null
  return html`<h2>${texts.related}</h2>
    <ul>
      ${links}
    </ul>`
}

function actions(view: ViewName, object: DetailView['object'], texts: Texts): Html | null {
  const button = (action: string, label: string, field: Html | null = null) =>
    html`<form method="post" action="/sandbox/${view}/${object.id}/${action}">
      ${field}<button class="secondary small">${label}</button>
    </form>`
  const status = (value: string) => html`<input type="hidden" name="status" value="${value}" />`
  const url = 'url' in object && typeof object.url === 'string' ? object.url : null
  const isOpen = object.status !== 'won' && object.status !== 'lost'
  const offered: Partial<Record<ViewName, readonly Html[]>> = {
    sessions: url === null ? [] : [html`<a class="secondary small" href="${url}">${texts.pay}</a>`],
    events: [button('resend', texts.resend)],
    charges: object.status === 'succeeded' ? [button('dispute', texts.dispute)] : [],
    disputes: isOpen
      ? [button('closure', texts.win, status('won')), button('closure', texts.lose, status('lost'))]
      : [],
    refunds:
      object.status === 'failed'
        ? []
        : [
            ...(object.status === 'pending'
              ? [button('outcome', texts.arrive, status('succeeded'))]
              : []),
            button('outcome', texts.bounce, status('failed')),
          ],
  }
  const shown = offered[view] ?? []
  return shown.length === 0 ? null : html`<div class="actions">${shown}</div>`
}

function deliveryTable(deliveries: readonly Delivery[], texts: Texts): Html {
  if (deliveries.length === 0) return html`<p class="empty">${texts.noDeliveries}</p>`
  return html`<h2>${texts.deliveries}</h2>
    <div class="table" tabindex="0" role="region" aria-label="${texts.deliveries}">
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.when}</th>
            <th scope="col">${texts.endpoint}</th>
            <th scope="col">${texts.state}</th>
            <th scope="col" class="amount">${texts.attempts}</th>
            <th scope="col">${texts.last}</th>
          </tr>
        </thead>
        <tbody>
          ${deliveries.map((delivery) => {
            const last = delivery.log.at(-1)
            return html`<tr>
              <td>${readable(last?.at ?? delivery.dueAt)}</td>
              <td>${delivery.url}</td>
              <td>${delivery.state}</td>
              <td class="amount">${delivery.attempts}</td>
              <td>${last ? (last.status ?? last.error) : '–'}</td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
    <p></p>`
}

function readable(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
}
