# Everything that must hold before a commit: ruff, mypy, the contracts between rooms, the tests, the wheel.
test *arguments:
    python -m pytest {{arguments}}

# The shipped articles with recorded answers: no key, no network.
demo *arguments:
    -verify --demo {{arguments}}

# One of the benchmarks in tests/benchmarks, with its arguments; alone it lists them.
bench name="" *arguments:
    @{{ if name == "" { "ls tests/benchmarks/*.py" } else { "python tests/benchmarks/" + name + ".py " + arguments } }}

# What ruff can repair by itself.
fix:
    python -m ruff check --fix
    python -m ruff format

# What runs on every push: fresh environments, the tests, the wheel, the demo from another folder.
ci:
    .ci/run
