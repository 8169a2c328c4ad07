"""The words that figures are written with, as plain tables: a second language is another set of them."""
