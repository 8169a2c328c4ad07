"""Makes claims of drafts: quotes, dates, topic, statement and id, all of it read by code from the article."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.extract.dates import basis, closed, settled, with_bases
from verifier.extract.drafts import Draft
from verifier.extract.items import Named, filled
from verifier.extract.mentions import narrowest, together
from verifier.extract.numbering import Numbered
from verifier.extract.wording import statement
from verifier.models import Article, Citation, Claim, Figure, Period, Span, Topic
from verifier.sentences import clause


def claims(drafts: Iterable[Draft], numbered: Numbered) -> tuple[Claim, ...]:
    """Return the claims the drafts stand for, in text order, no two with one id."""
    parted = [with_bases(part, numbered.periods) for draft in drafts for part in _parts(draft, numbered)]
    periods = settled(parted, numbered.periods)
    named = [Named(draft, numbered.figures, periods) for draft in parted]
    for claim, topic in zip(named, filled(named), strict=True):
        claim.call(topic)
    dated = closed(named)
    made = [
        _Making(numbered, claim.draft, claim.topic, period, _period(claim.draft.base, periods)).claim()
        for claim, period in zip(named, dated, strict=True)
    ]
    unique = {claim.id: claim for claim in reversed(made)}
    return tuple(
        sorted(unique.values(), key=lambda claim: (claim.citations[0].start, claim.citations[0].end, claim.id))
    )


@dataclass(frozen=True)
class _Making:
    numbered: Numbered
    draft: Draft
    topic: Topic
    period: Period | None
    base: Period | None

    def claim(self) -> Claim:
        """Return the claim with everything code reads for it."""
        pointed, sentence = self.draft.pointed, self._first_sentence
        return Claim(
            id=self._id(),
            article=self.numbered.article.id,
            statement=self._statement(),
            topic=self.topic,
            aspect=pointed.aspect,
            modality=pointed.modality,
            direction=pointed.direction,
            figure=self._figure,
            period=self.period,
            base=self.base,
            basis=basis(self.draft, self.period, self.base),
            attribution=pointed.attribution,
            sentence=self.numbered.article.quote(sentence),
            citations=self._citations(),
            model_words=self.draft.model_words,
        )

    @property
    def _mentions(self) -> list[Figure]:
        """The mentions the claim rests on, in text order."""
        figures = [self.numbered.figures[index] for index in sorted(self.draft.figures)]
        return figures if self.draft.measures else []

    @property
    def _figure(self) -> Figure | None:
        return narrowest(self._mentions) if self._mentions else None

    @property
    def _first_sentence(self) -> Span:
        first = self._mentions[:1]
        sentence = self.numbered.sentence_at(first[0].span.start) if first else self.draft.sentence
        return self.numbered.sentences[sentence].span

    @property
    def _later(self) -> list[Span]:
        return [self.numbered.sentences[sentence].span for sentence in self.draft.also]

    def _citations(self) -> tuple[Citation, ...]:
        quotes = [self._clause(mention) for mention in self._mentions] or [self._first_sentence, *self._later]
        return tuple(citation(self.numbered.article, quote) for quote in dict.fromkeys(quotes))

    def _clause(self, mention: Figure) -> Span:
        sentence = self.numbered.sentences[self.numbered.sentence_at(mention.span.start)].span
        # A sentence of more than some thousand characters is cut at a space, which may be one within a figure.
        at = Span(start=mention.span.start, end=min(mention.span.end, sentence.end))
        found = clause(self.numbered.article.text, sentence, at)
        return Span(start=found.start, end=max(found.end, mention.span.end))

    def _statement(self) -> str:
        written, figure = self.draft.pointed.statement, self._figure
        if figure is None or (self.draft.pointed.aspect == "rank" and written):
            return written or ""
        return statement(self.draft.pointed, self.topic, figure, self.period, self.base)

    def _id(self) -> str:
        at = self._mentions[0].span if self._mentions else self._first_sentence
        said = () if self._mentions else (self._statement(),)
        parts = (self.numbered.article.id, str(at.start), str(at.end), *said)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def citation(article: Article, span: Span) -> Citation:
    """Return the article's own words at `span`, and where they stand."""
    line, column = article.position(span.start)
    return Citation(quote=article.quote(span), start=span.start, end=span.end, line=line, column=column)


def _parts(draft: Draft, numbered: Numbered) -> list[Draft]:
    if not draft.measures or draft.pointed.aspect == "rank":
        return [draft]
    groups = together(numbered.figures[index] for index in draft.figures)
    place = {numbered.figures[index].span: index for index in draft.figures}
    return [replace(draft, figures=tuple(place[figure.span] for figure in group)) for group in groups]


def _period(index: int | None, periods: Sequence[Period]) -> Period | None:
    return None if index is None else periods[index]
