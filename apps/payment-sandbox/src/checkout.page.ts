import type Stripe from 'stripe'
import type { FieldName, FilledForm } from './card-form.js'
import type { CheckoutTexts } from './checkout.texts.js'
import { checkoutTexts } from './checkout.texts.js'
import { document, formatAmount, html, type Html, type Language } from './html.js'

interface CheckoutView {
  readonly session: Stripe.Checkout.Session
  readonly lines: readonly Stripe.LineItem[]
  readonly language: Language
  /** What was entered before, when the page comes back with something to correct. */
  readonly form: FilledForm | null
  /** Why the last attempt failed, by Stripe's code. */
  readonly decline: string | null
}

/** The page behind `session.url`. */
export function checkoutPage(view: CheckoutView): string {
  const { session, language } = view
  const texts = checkoutTexts(language)
  const total = formatAmount(session.amount_total ?? 0, session.currency ?? 'cny')
  const hasProblem = view.decline !== null || Object.keys(view.form?.problems ?? {}).length > 0
  const title = `${texts.checkout} · ${texts.merchant}`
  return document({
    language,
    title: hasProblem ? `${texts.fix} · ${title}` : title,
    body: html`<main class="checkout">
      <header class="head">
        ${
          session.cancel_url
            ? html`<a class="back" href="${session.cancel_url}">← ${texts.back}</a>`
            : null
        }
        <p class="merchant">${texts.merchant}</p>
        <h1>${texts.checkout}</h1>
        <p class="total">${total}</p>
      </header>
      ${orderSection(view.lines, total, texts)}
      <form class="card" method="post" action="/c/pay/${session.id}" novalidate>
        ${problemBox(view, texts)} ${emailField(view, texts)} ${methodFields(view, texts)}
        <button class="primary" type="submit">${texts.payNow(total)}</button>
        ${
          session.custom_text.submit
            ? html`<p class="soft">${session.custom_text.submit.message}</p>`
            : null
        }
      </form>
    </main>`,
  })
}

function orderSection(
  lines: readonly Stripe.LineItem[],
  total: string,
  texts: CheckoutTexts,
): Html {
  const rows = lines.map(
    (line) =>
      html`<li>
        <span class="line-name"
          >${line.description}${
            (line.quantity ?? 1) > 1 ? html` <span class="soft">× ${line.quantity}</span>` : null
          }</span
        ><span class="amount">${formatAmount(line.amount_total, line.currency)}</span>
      </li>`,
  )
  return html`<section class="order" aria-labelledby="order">
    <h2 id="order">${texts.order}</h2>
    <ul class="lines">
      ${rows}
    </ul>
    <p class="sum"><span>${texts.total}</span><strong class="amount">${total}</strong></p>
  </section>`
}

function problemBox({ form, decline }: CheckoutView, texts: CheckoutTexts): Html | null {
  if (decline !== null) {
    const message = Object.entries(texts.declines).find(([code]) => code === decline)?.[1]
    return html`<div class="problem" role="alert">
      <h2>${texts.problem}</h2>
      <p>${message ?? texts.declines.card_declined}</p>
    </div>`
  }
  const problems = Object.entries(form?.problems ?? {})
  if (problems.length === 0) return null
  return html`<div class="problem" role="alert">
    <h2>${texts.fix}</h2>
    <ul>
      ${problems.map(
        ([field, problem]) =>
          html`<li>
            <a href="#${field === 'method' ? 'method-card' : field}">${texts.errors[problem]}</a>
          </li>`,
      )}
    </ul>
  </div>`
}

interface FieldOptions {
  readonly label: string
  readonly value: string
  readonly autocomplete: string
  readonly inputmode: 'text' | 'email' | 'numeric'
  readonly placeholder?: string
  readonly problem?: string | undefined
}

function field(name: FieldName | 'name', options: FieldOptions): Html {
  const { problem } = options
  return html`<div class="field field-${name}">
    <label for="${name}">${options.label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${options.value}"
      autocomplete="${options.autocomplete}"
      inputmode="${options.inputmode}"
      placeholder="${options.placeholder}"
      ${problem ? html`aria-invalid="true" aria-describedby="${name}-problem"` : null}
    />
    ${problem ? html`<p class="field-problem" id="${name}-problem">${problem}</p>` : null}
  </div>`
}

function emailField({ session, form }: CheckoutView, texts: CheckoutTexts): Html {
  const problem = form?.problems.email
  return field('email', {
    label: texts.email,
    value: form?.values['email'] ?? session.customer_details?.email ?? '',
    autocomplete: 'email',
    inputmode: 'email',
    placeholder: 'name@example.com',
    problem: problem && texts.errors[problem],
  })
}

function methodFields(view: CheckoutView, texts: CheckoutTexts): Html {
  const { session, form } = view
  const chosen = form?.values['method'] ?? session.payment_method_types[0]
  const problem = form?.problems.method
  const choices = session.payment_method_types.map((type) => {
    const method = type as 'card' | 'alipay' | 'wechat_pay'
    return html`<div class="method">
      <label class="method-label" for="method-${method}">
        <input
          type="radio"
          id="method-${method}"
          name="method"
          value="${method}"
          ${chosen === method ? html`checked` : null}
        />
        <span class="mark mark-${method}" aria-hidden="true"></span>${texts[method]}
      </label>
      <div class="method-body">
        ${method === 'card' ? cardFields(view, texts) : html`<p class="soft">${texts.walletHint}</p>`}
      </div>
    </div>`
  })
  return html`<fieldset class="methods">
    <legend>${texts.method}</legend>
    ${problem ? html`<p class="field-problem">${texts.errors[problem]}</p>` : null} ${choices}
  </fieldset>`
}

function cardFields({ form }: CheckoutView, texts: CheckoutTexts): Html {
  const values = form?.values ?? {}
  const words = (name: FieldName) => {
    const problem = form?.problems[name]
    return problem && texts.errors[problem]
  }
  return html`<p class="soft hint">${texts.cardHint}</p>
    ${field('number', {
      label: texts.cardNumber,
      value: values['number'] ?? '',
      autocomplete: 'cc-number',
      inputmode: 'numeric',
      placeholder: '4242 4242 4242 4242',
      problem: words('number'),
    })}
    <div class="pair">
      ${field('expiry', {
        label: texts.expiry,
        value: values['expiry'] ?? '',
        autocomplete: 'cc-exp',
        inputmode: 'numeric',
        placeholder: '12 / 34',
        problem: words('expiry'),
      })}
      ${field('cvc', {
        label: texts.cvc,
        value: '',
        autocomplete: 'cc-csc',
        inputmode: 'numeric',
        placeholder: '123',
        problem: words('cvc'),
      })}
    </div>
    ${field('name', {
      label: texts.name,
      value: values['name'] ?? '',
      autocomplete: 'cc-name',
      inputmode: 'text',
    })}`
}

/** What is shown at the address of a session that takes no payment any more. */
export function closedPage(session: Stripe.Checkout.Session, language: Language): string {
  const texts = checkoutTexts(language)
  const isPaid = session.status === 'complete'
  const title = isPaid ? texts.closed.complete : texts.closed.expired
  const onward = isPaid ? successAddress(session) : session.cancel_url
  return document({
    language,
    title,
    body: html`<main class="checkout">
      <section class="card centred">
        <h1>${title}</h1>
        <p>${isPaid ? texts.closed.completeHint : texts.closed.expiredHint}</p>
        ${
          onward
            ? html`<a class="primary" href="${onward}"
                >${isPaid ? texts.closed.goOn : texts.back}</a
              >`
            : null
        }
      </section>
    </main>`,
  })
}

export function missingPage(language: Language): string {
  const title = checkoutTexts(language).closed.missing
  return document({
    language,
    title,
    body: html`<main class="checkout">
      <section class="card centred"><h1>${title}</h1></section>
    </main>`,
  })
}

/** Where a buyer goes after paying, with the session's id put in. */
export function successAddress(session: Stripe.Checkout.Session): string | null {
  return session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null
}
