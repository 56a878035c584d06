"""Statements inside statements: which to keep, and which stands inside which."""

from __future__ import annotations

from bisect import bisect_right

from sayso.model.span import covers
from sayso.reading.cast import Cast
from sayso.reading.statements.finding import Finding

_SAID = frozenset({"clause", "inverted", "quote", "according", "as-clause", "it-clause", "passive-clause"})
_REACH = 40  # neighbours looked at on either side, in the order of the text


def kept(findings: list[Finding], cast: Cast) -> list[Finding]:
    """The findings worth telling.

    Inside somebody's words only what a third party says there is a statement of its own: "the minister said France had
    told them that" has two, "the minister said he wanted to go" has one.
    """
    listed = sorted((f for f in findings if f.content), key=lambda f: (f.content[0], f.lead.i))
    return [f for f, p in zip(listed, parents(listed), strict=True) if p is None or _third_party(f, listed[p], cast)]


def _third_party(inner: Finding, outer: Finding, cast: Cast) -> bool:
    source = inner.source
    if inner.frame not in _SAID or source is None:
        return False
    if source.pos == "PRON" and outer.source is not None:
        one, other = cast.at(source), cast.at(outer.source)
        return one is not None and other is not None and one != other
    if source.pos not in ("NOUN", "PROPN") and source.dep != "amod":
        return False
    return outer.source is None or source.i != outer.source.i


def parents(findings: list[Finding]) -> list[int | None]:
    """For each finding the index of the innermost one inside whose content its cue stands.

    The findings are in the order of their content. No finding stands inside itself, by however many steps.
    """
    above = [_parent(findings, k) for k in range(len(findings))]
    for k in range(len(above)):
        seen, at = {k}, above[k]
        while at is not None and at not in seen:
            seen.add(at)
            at = above[at]
        if at is not None:
            above[k] = None
    return above


def _parent(findings: list[Finding], k: int) -> int | None:
    lead = findings[k].lead.span
    best: tuple[int, int] | None = None
    for j in range(max(0, k - _REACH), min(len(findings), k + _REACH)):
        content = findings[j].content
        if j == k or content[0][0] > lead[0]:
            continue
        at = bisect_right(content, (lead[0], lead[1] + 1_000_000_000)) - 1
        if at >= 0 and covers(content[at], lead) and findings[j].lead is not findings[k].lead:
            size = sum(e - b for b, e in content)
            if best is None or size < best[0]:
                best = (size, j)
    return best[1] if best is not None else None
