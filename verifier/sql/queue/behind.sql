-- How many readings and sources have come that no verdict takes into account yet?
select greatest((select count(*) from extractions) - coalesce(max(extractions), 0),
                (select count(*) from sources) - coalesce(max(sources), 0))::bigint as waiting
from progress
