-- What did this answer take, unless the very same one has been noted?
insert into usage
    (request, label, article_id, model, input_tokens, cached_tokens, output_tokens, cost_usd, spent_at)
select
    $request, $label, $article, $model, $input, $cached, $output, round($cost::decimal(38, 15), 9),
    coalesce($at::timestamptz, current_timestamp)
where not exists (from usage where spent_at = $at::timestamptz and request = $request)
