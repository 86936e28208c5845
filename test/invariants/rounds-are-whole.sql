-- A round is there whole, with the files of its digests, or it has left nothing behind.
select r.id, r.number, r.state
  from rounds r
  cross join lateral (select count(*) as rows, coalesce(sum(goods_fen), 0) as goods_fen, coalesce(sum(mass_grams), 0) as grams
                        from allocations where round_id = r.id and attempt = 1) a
  cross join lateral (select count(*) as rows from tickets where round_id = r.id and attempt = 1) t
  cross join lateral (select max(digest) filter (where kind = 'input') as input,
                             max(digest) filter (where kind = 'result') as result
                        from round_files where round_id = r.id) f
 where case when r.state in ('proposed', 'closed')
            then (a.rows, a.goods_fen, a.grams, t.rows, f.input, f.result)
              is distinct from (r.allocation_count, r.goods_fen, r.taken_grams, r.line_count, r.input_digest, r.result_digest)
            else a.rows + t.rows > 0 or f.result is not null end
