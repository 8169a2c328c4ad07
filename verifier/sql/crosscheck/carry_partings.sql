-- Which claims of these readings say, in a new text of a source, the same as one that a person moved in an earlier text?
-- Of what was said of those before the new text came, the last is repeated; those moved again since are left alone.
insert into partings (parting, claim_id, kind, from_topic, topic_id, name, why, person, said_at, carried_from)
with told as (
    select claim_id, article_id, coalesce(words_topic, topic_id) as words_topic, aspect, dimension, value, document
    from claims
    where extraction_id in (select unnest($extractions::varchar[]))
),

earlier as (
    select present.article_id, earlier.article_id as earlier_id, present.added_at as came_at
    from sources as present
    join sources as earlier on earlier.source = present.source and earlier.seq < present.seq
    where present.article_id in (select article_id from told) and earlier.article_id <> present.article_id
),

moved as (
    select partings.parting, partings.said_at, claims.article_id, claims.aspect, claims.dimension, claims.value,
           claims.document, coalesce(claims.words_topic, claims.topic_id) as words_topic
    from partings
    join claims on claims.claim_id = partings.claim_id
    where claims.article_id in (select earlier_id from earlier)
),

carried as (
    select told.claim_id, max(moved.parting) as parting
    from told
    join earlier on earlier.article_id = told.article_id
    join moved on moved.article_id = earlier.earlier_id and moved.said_at <= earlier.came_at
              and moved.words_topic = told.words_topic and moved.aspect = told.aspect
              and moved.dimension = told.dimension and moved.value is not distinct from told.value
    where list_has_any(
        list_transform(
            list_append(json_extract_string(told.document, '$.citations[*].quote'), told.document ->> '$.statement'),
            lambda words: regexp_replace(lower(words), '\s+', ' ', 'g')
        ),
        list_transform(
            list_append(json_extract_string(moved.document, '$.citations[*].quote'), moved.document ->> '$.statement'),
            lambda words: regexp_replace(lower(words), '\s+', ' ', 'g')
        )
    )
    group by told.claim_id
)

select (select max(parting) from partings) + row_number() over (order by carried.claim_id),
       carried.claim_id, partings.kind, partings.from_topic, partings.topic_id, partings.name, partings.why,
       partings.person, partings.said_at, partings.parting
from carried
join partings on partings.parting = carried.parting
where not exists (
    select 1 from partings as own where own.claim_id = carried.claim_id and own.parting >= carried.parting
)
returning claim_id
