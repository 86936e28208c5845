-- A case settled after acceptance, and no other, takes back goods and freight less commission: in the ledger and
-- as a negative earning.
select k.id, k.number, l.fen, l.commission_fen, f.payable_fen, f.commission_fen as commission_booked_fen, e.amount_fen
  from after_sale_cases k
  cross join lateral (select coalesce(sum(refunded_goods_fen + refunded_freight_fen), 0) as fen,
                             coalesce(sum(refunded_commission_fen), 0) as commission_fen
                        from after_sale_lines where case_id = k.id and k.is_after_acceptance) l
  left join (select reference, sum(amount_fen) filter (where account_group = 'cooperative-payable') as payable_fen,
                    sum(amount_fen) filter (where account = 'commission-income') as commission_fen
               from ledger_facts where kind = 'earning-refund' group by 1) f on f.reference = k.id::text
  left join earnings e on e.kind = 'refund' and e.reference = k.id::text
 where coalesce(f.payable_fen, 0) <> l.fen - l.commission_fen
    or coalesce(f.commission_fen, 0) <> l.commission_fen
    or coalesce(-e.amount_fen, 0) <> l.fen - l.commission_fen
