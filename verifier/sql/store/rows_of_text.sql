-- Which rows of text are these, each a column for every key of `$form`?
select unnest(from_json_strict($rows::json, $form), max_depth := 2)
