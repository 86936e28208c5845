-- The application's role owns nothing and cannot change a journal.
select c.relname as name, 'owned by the application' as fault
  from pg_class c join pg_roles r on r.oid = c.relowner
 where r.rolname = 'weibao_app'
union all
select t.name, 'may be changed by the application'
  from unnest(array['ledger_transactions', 'ledger_entries', 'volume_entries', 'lot_movements',
                    'settings', 'order_events', 'audit_entries', 'round_files', 'round_cooperatives', 'round_changes',
                    'tickets', 'allocation_moves', 'transfer_events', 'goods_receipts', 'goods_receipt_lines',
                    'harvest_forecast_changes', 'standing_demand_events', 'shipment_events', 'replacement_parcel_events']) as t(name)
 where has_table_privilege('weibao_app', t.name, 'update')
    or has_table_privilege('weibao_app', t.name, 'delete')
    or has_table_privilege('weibao_app', t.name, 'truncate')
