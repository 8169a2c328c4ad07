"""Articles that agree because one leans on the other: reprints, one publisher, one paper citing the other."""

from tests.crosscheck.changed import scenes
from tests.crosscheck.changed.names import FILLERS
from tests.crosscheck.changed.pairs import COPIES, Kinds, Pair, Stage
from tests.crosscheck.changed.telling import Draft

KINDS = Kinds()


def _long(stage: Stage) -> tuple[Draft, Draft]:
    """Return a long article and the same one in another paper; its fact stands in the upper third."""
    scene = stage.scene(*scenes.FIGURES)
    fillers = stage.random.sample(FILLERS, 14)
    draft = stage.draft(scene.told(stage.random), fillers[:2], dated=False)
    draft = draft.but(paragraphs=(*draft.paragraphs, *fillers[2:]))
    return draft, draft.but(publisher=stage.names.paper())


@KINDS.add(COPIES, copied=True)
def reprint(stage: Stage) -> Pair:
    return Pair(*_long(stage))


@KINDS.add(COPIES, copied=True)
def reprint_under_a_new_headline(stage: Stage) -> Pair:
    original, copy = _long(stage)
    return Pair(original, copy.but(paragraphs=("What readers should know about it", *copy.paragraphs[1:])))


@KINDS.add(COPIES, copied=True)
def reprint_cut_to_a_third(stage: Stage) -> Pair:
    original, copy = _long(stage)
    return Pair(original, copy.but(paragraphs=copy.paragraphs[: len(copy.paragraphs) // 3 + 1]))


@KINDS.add(COPIES, copied=True)
def reprint_with_paragraphs_of_its_own(stage: Stage) -> Pair:
    original, copy = _long(stage)
    own = [filler for filler in FILLERS if filler not in original.paragraphs]
    place = stage.random.randint(1, len(copy.paragraphs))
    added = stage.random.sample(own, 2)
    return Pair(original, copy.but(paragraphs=(*copy.paragraphs[:place], *added, *copy.paragraphs[place:])))


@KINDS.add(COPIES, copied=True)
def reprint_of_a_reprint_under_one_publisher(stage: Stage) -> Pair:
    original, copy = _long(stage)
    return Pair(original, copy.but(publisher=original.publisher, paragraphs=copy.paragraphs[1:]))


@KINDS.add(COPIES)
def one_publisher(stage: Stage) -> Pair:
    pair = stage.pair(*stage.scene(*scenes.FIGURES).both(stage.random))
    assert pair.first.publisher is not None
    name = stage.random.choice((pair.first.publisher, pair.first.publisher.upper(), f"{pair.first.publisher}."))
    return Pair(pair.first, pair.second.but(publisher=name))


@KINDS.add(COPIES)
def citing_the_other_paper(stage: Stage) -> Pair:
    return _citing(stage, "{}")


@KINDS.add(COPIES)
def citing_the_other_paper_among_others(stage: Stage) -> Pair:
    return _citing(stage, "customs officials and {}")


def _citing(stage: Stage, words: str) -> Pair:
    pair = stage.pair(*stage.scene(*scenes.FIGURES).both(stage.random))
    fact = pair.second.facts[0]
    citing = fact.but(attribution=words.format(pair.first.publisher))
    paragraphs = tuple(citing if one is fact else one for one in pair.second.paragraphs)
    return Pair(pair.first, pair.second.but(paragraphs=paragraphs))


@KINDS.add(COPIES)
def one_publisher_with_and_without_its_article(stage: Stage) -> Pair:
    pair = stage.pair(*stage.scene(*scenes.FIGURES).both(stage.random))
    return Pair(pair.first, pair.second.but(publisher=str(pair.first.publisher).removeprefix("The ")))


@KINDS.add(COPIES)
def citing_the_other_paper_without_its_article(stage: Stage) -> Pair:
    pair = _citing(stage, "{}")
    fact = pair.second.facts[0]
    citing = fact.but(attribution=str(fact.attribution).removeprefix("The "))
    paragraphs = tuple(citing if one is fact else one for one in pair.second.paragraphs)
    return Pair(pair.first, pair.second.but(paragraphs=paragraphs))
