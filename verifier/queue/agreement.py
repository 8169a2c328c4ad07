"""Measures how far people agree beyond chance: Krippendorff's alpha for names, however many judged each claim."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def alpha(units: Iterable[tuple[Sequence[str], int]]) -> float | None:
    """Return alpha of units, each given as what was said of it and how many units there are like that.

    1 is agreement throughout, 0 what chance brings, below 0 is worse than chance. A unit of which less than two people
    said something counts for nothing. None where nothing can be measured, for all say one and the same.
    """
    together: defaultdict[Pair, float] = defaultdict(float)
    for said, times in units:
        names = Counter(said)
        for one, other in ((one, other) for one in names for other in names if len(said) > 1):
            pairs = names[one] * (names[other] - (one == other))
            together[one, other] += pairs * times / (len(said) - 1)
    return _beyond_chance(together)


def _beyond_chance(together: Mapping[Pair, float]) -> float | None:
    """Return alpha of the coincidences of names."""
    each: defaultdict[str, float] = defaultdict(float)
    for (name, _), weight in together.items():
        each[name] += weight
    total = sum(each.values())
    observed = sum(weight for (one, other), weight in together.items() if one != other)
    expected = total * total - sum(weight * weight for weight in each.values())
    return 1 - (total - 1) * observed / expected if expected else None
