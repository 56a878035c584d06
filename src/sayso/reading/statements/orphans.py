"""Standing quotations without a cue of their own, given to the speaker who was speaking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sayso.reading.draft import Draft
from sayso.reading.statements.finding import Finding
from sayso.reading.statements.spans import one
from sayso.reading.statements.turns import Turn

_SPEAKING = frozenset({"quote", "inverted", "clause", "according", "colon", "as-clause"})


def adopted(orphans: list[Turn], findings: list[Finding], draft: Draft) -> Iterator[Finding]:
    """Orphans join the statement right before them where its words were quoted; else they are their own."""
    spoken = (f for f in findings if f.frame in _SPEAKING and f.content and f.source is not None)
    speaking = sorted((f for f in spoken if f.source is not None and f.source.tag != "WP"), key=lambda f: f.lead.i)
    leads = [f.lead.i for f in speaking]
    for turn in orphans:
        at = bisect_right(leads, turn.words[0].i) - 1
        content = [s for part in (turn.quote.inner, *turn.more) for s in one(draft.text, *part)]
        if at < 0 or not content:
            continue
        before = speaking[at]
        same = before.lead.sent.block == turn.block
        gap = turn.words[0].sent.i - before.lead.sent.i
        if same and gap <= 1 and before.frame in ("inverted", "quote"):
            before.content += content
        elif (same and gap <= 3) or (turn.quote.joins or turn.block - before.lead.sent.block == 1):
            yield Finding(turn.words[0], "bare", [], before.source, content, kind="mark", quoted=True)
