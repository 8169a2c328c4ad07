-- What is claimed where, of what and when, in words and figures a person can read, and what is the verdict?
-- Figures are in base units (kg, m, one dollar), as the unit is usually read; `hard_` is what they cannot be outside of.
copy (
    select claim.claim_id, claim.article_id, held.source as path, held.publisher, held.published,
           claim.document ->> '$.citations[0].quote' as quote,
           cast(claim.document ->> '$.citations[0].line' as integer) as line,
           claim.document ->> '$.statement' as statement,
           claim.document ->> '$.topic.measure' as measure,
           claim.document ->> '$.topic.item' as item,
           claim.document ->> '$.topic.actor' as actor,
           claim.document ->> '$.topic.counterparty' as counterparty,
           claim.document ->> '$.topic.event' as event,
           claim.aspect, claim.modality,
           claim.document ->> '$.figure.text' as figure, split_part(claim.dimension, ', ', 1) as dimension,
           figures.low, figures.high, figures.hard_low, figures.hard_high,
           claim.document ->> '$.period.text' as period, claim.period_start, claim.period_until,
           claim.document ->> '$.attribution' as attribution,
           verdicts.verdict, verdicts.reason as reason_code
    from live_claims as claim
    join current_articles as held on held.article_id = claim.article_id
    left join intervals as figures
           on figures.extraction_id = claim.extraction_id and figures.claim_id = claim.claim_id and figures.usual
    left join verdicts on verdicts.claim_id = claim.claim_id
) to $file (format parquet, compression zstd)
