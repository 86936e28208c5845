/** The `error` object of Stripe's answers. */
export interface StripeErrorBody {
  type:
    'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error' | 'rate_limit_error'
  code?: string
  decline_code?: string
  doc_url?: string
  message: string
  param?: string
  charge?: string
  payment_intent?: unknown
  payment_method?: unknown
}

/** A refusal as Stripe words it, thrown anywhere below the API and answered in one place. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
  ) {
    super(body.message)
    if (body.code !== undefined) body.doc_url = `https://docs.stripe.com/error-codes#${body.code}`
  }
}

/** 400 about one parameter (or none), with Stripe's public code where it has one. */
export function invalidRequest(message: string, param?: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, {
    type: 'invalid_request_error',
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
    message,
  })
}

export function noSuch(what: string, id: string, param = 'id', status = 404): StripeRefusal {
  return new StripeRefusal(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${what}: '${id}'`,
  })
}

export function unauthorized(message: string, code?: string): StripeRefusal {
  return new StripeRefusal(401, {
    type: 'invalid_request_error',
    ...(code === undefined ? {} : { code }),
    message,
  })
}

/** Something Stripe does and the sandbox does not: said plainly rather than ignored. */
export function notSimulated(param: string): StripeRefusal {
  return invalidRequest(
    `Stripe knows '${param}', the sandbox does not play it. Test this against Stripe's test mode.`,
    param,
    'sandbox_not_simulated',
  )
}
