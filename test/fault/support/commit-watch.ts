import pg from 'pg'

/** Steps of the money path that a commit ends: table, moment, and when a row counts. */
const STEPS: readonly { point: string; table: string; on: string; when: string }[] = [
  { point: 'order placed and goods held', table: 'order_groups', on: 'insert', when: 'true' },
  {
    point: 'payment page known',
    table: 'payments',
    on: 'update',
    when: `old.session_id is null and new.session_id is not null`,
  },
  { point: 'event of the provider stored', table: 'stripe_events', on: 'insert', when: 'true' },
  {
    point: 'money booked and order confirmed',
    table: 'payments',
    on: 'update',
    when: `old.captured_at is null and new.captured_at is not null`,
  },
  {
    point: 'outbox handed over',
    table: 'outbox',
    on: 'update',
    when: `old.state = 'waiting' and new.state = 'done'`,
  },
  {
    point: 'outbox leased',
    table: 'outbox',
    on: 'update',
    when: `new.leased_until is not null and old.leased_until is distinct from new.leased_until`,
  },
  { point: 'refund requested', table: 'refunds', on: 'insert', when: 'true' },
  {
    point: 'refund settled',
    table: 'refunds',
    on: 'update',
    when: `old.state <> 'succeeded' and new.state = 'succeeded'`,
  },
  {
    point: 'answer kept for the key',
    table: 'idempotency_keys',
    on: 'update',
    when: `old.state = 'running' and new.state = 'done'`,
  },
  {
    point: 'key claimed',
    table: 'idempotency_keys',
    on: 'insert',
    when: 'true',
  },
]

export const COMMIT_POINTS = STEPS.map(({ point }) => point)

/**
 * Tells at each commit of the money path which process made it: triggers notify, and a notification
 * arrives exactly when the commit is done. Needs connections named after their process.
 */
export async function watchCommits(
  ownerUrl: string,
  reached: (point: string, process: string) => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`create function tell_fault_bench() returns trigger language plpgsql as $$
    begin
      perform pg_notify('fault_bench', tg_argv[0] || '|' || current_setting('application_name'));
      return null;
    end $$`)
  for (const [i, { point, table, on, when }] of STEPS.entries())
    await client.query(`create trigger fault_bench_${i} after ${on} on ${table} for each row
      when (${when}) execute function tell_fault_bench('${point}')`)
  client.on('notification', ({ payload = '' }) => {
    const [point = '', process = ''] = payload.split('|')
    reached(point, process)
  })
  await client.query('listen fault_bench')
  return () => client.end()
}
