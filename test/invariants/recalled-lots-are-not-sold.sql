-- A recalled lot is off sale, for good.
select r.lot_code, l.state from recalls r join lots l on l.id = r.lot_id where l.state in ('open', 'exhausted', 'short')
