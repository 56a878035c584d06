"""A reading as a person reads it: the report, who said what, what happened on whose word, ties, page furniture."""

from __future__ import annotations

from sayso.cli import phrases
from sayso.cli.lookup import Lookup
from sayso.cli.page import Line, Page
from sayso.model.reading import Count, Event, Reading, Statement

_BODY = frozenset({"body", "title"})


def print_reading(page: Page, reading: Reading) -> None:
    """One report's digest."""
    look = Lookup(reading)
    head = reading.report
    date = head.published
    known = f"{date.value} ({phrases.BASIS[date.basis]})" if date.value else "date unknown"
    origin = " · ".join(part for part in (known, head.publisher, head.author, head.uri) if part)
    page.title(head.title or "(no title)", origin, head.id)
    _statements(page, look)
    _events(page, look)
    _ties(page, look)
    _furniture(page, look)


def _statements(page: Page, look: Lookup) -> None:
    found = look.reading.statements
    if not found:
        return
    page.heading("Words", phrases.plural(len(found), "statement"))
    for statement in found:
        page.text(_speech(look, statement), indent=2, style="bold")
        words = quoted(statement, look.words(statement.content))
        if words:
            page.text(words, indent=4)


def _speech(look: Lookup, statement: Statement) -> str:
    outer = look.chain(statement.parent)
    act = f"not {statement.act}" if statement.negated else statement.act
    to = look.actor(statement.addressee)
    line = f"{look.speaker(statement)}{phrases.ARROW}{act}" + (f"{phrases.ARROW}{to}" if to else "")
    if statement.venue is not None:
        line += f" · {statement.venue.name or look.words([statement.venue.span])}"
    return f"{line} · as told by {phrases.told(outer)}" if outer else line


def quoted(statement: Statement, words: str) -> str:
    """The content: in quote marks only where the report quotes; a paraphrase stays without."""
    return f"“{words}”" if words and statement.form == "direct" else words


def _events(page: Page, look: Lookup) -> None:
    found = [event for event in look.reading.events if event.same_as is None]
    if not found:
        return
    page.heading("Deeds", f"{phrases.plural(len(found), 'event')} by day; where nobody says so, the report itself does")
    sentence = None
    for event in sorted(found, key=lambda e: (look.day(e.time) or "~", e.trigger[0])):
        new = look.sentence(event)
        below = _below(look, event, "" if new == sentence else phrases.in_marks(look.words([new])))
        page.dated(look.when(event.time), (event.status,), (_deed(look, event), "bold"), below)
        sentence = new


def _deed(look: Lookup, event: Event) -> str:
    what = phrases.kind(event.type, event.mode)
    return phrases.deed(look.parties(event.initiators), what, look.parties(event.recipients), look.place(event.place))


def _below(look: Lookup, event: Event, words: str) -> list[Line]:
    """Numbers, who says so, and the sentence, which stands only below the first of several events in it."""
    chain = look.chain(event.said_by)
    return [
        ("; ".join(map(_number, event.counts)), ""),
        (f"says: {phrases.told(chain)}" if chain else "", "dim"),
        (words, ""),
    ]


def _number(count: Count) -> str:
    what = phrases.joined((count.group, count.what), " ")
    return phrases.amount(what, count.value, count.low, count.high, count.qualifier)


def _ties(page: Page, look: Lookup) -> None:
    if not look.reading.relations:
        return
    page.heading("Ties")
    for tie in look.reading.relations:
        line = phrases.ARROW.join((look.actor(tie.from_) or "?", tie.relation, look.actor(tie.to) or "?"))
        said = look.chain(tie.said_by)
        page.text(
            line + (" · ended" if tie.ended else "") + (f" · says: {phrases.told(said)}" if said else ""), indent=2
        )


def _furniture(page: Page, look: Lookup) -> None:
    found = [b for b in look.reading.blocks if b.kind not in _BODY or b.same_as is not None]
    if not found:
        return
    page.heading("Furniture", "not part of the story")
    for block in found:
        words = look.words([block.span])
        again = " (again)" if block.same_as is not None else ""
        page.text(f"{block.kind}{again}: {words[:60]}{'…' if len(words) > 60 else ''}", indent=2, style="dim")
