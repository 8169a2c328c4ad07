-- Which article did somebody hand in?
insert into additions (addition_id, name, text, title, publisher, published, person)
values ($addition, $name, $text, $title, $publisher, $published, $person)
