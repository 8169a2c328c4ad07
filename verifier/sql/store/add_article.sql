-- Is this article new? Then keep it.
insert into articles (article_id, title, publisher, published, text)
values ($article_id, $title, $publisher, $published, $text)
on conflict do nothing
returning article_id
