-- What did this answer take?
insert into usage (request, label, article_id, model, input_tokens, cached_tokens, output_tokens, cost_usd)
values ($request, $label, $article, $model, $input, $cached, $output, round($cost::decimal(38, 15), 9))
