"""Photo captions: a table of clues and weights. One good clue is enough; of the small ones it takes several."""

from __future__ import annotations

from collections.abc import Callable

from sayso.ingesting.context import Context
from sayso.ingesting.furniture import clue, whole, words

ENOUGH = 3
LONGEST = 70  # words
_QUOTES = "\"'“‘„«"


def marked(context: Context, k: int) -> bool:
    """Whether the page marks it as a caption."""
    return context.hint(k) == "caption"


def caption(context: Context, k: int) -> bool:
    """Whether the paragraph describes a picture."""
    if len(context.paragraphs[k].words) > LONGEST:
        return False
    score = sum(weight for rule, weight in PLACED if rule(context, k))
    if not 0 < score < ENOUGH:
        return score >= ENOUGH
    return score + sum(weight for rule, weight in WORDED if rule(context, k)) >= ENOUGH


def _says_so(context: Context, k: int) -> bool:
    """It says "(not seen)", "(pictured)", "file photo", or ends in an agency in brackets."""
    paragraph = context.paragraphs[k]
    if not ("(" in paragraph.text or "[" in paragraph.text or paragraph.bare & words("picture")):
        return False
    return clue("caption").search(paragraph.text) is not None


def _hints(context: Context, k: int) -> bool:
    """It has words of a caption that also stand elsewhere: "is seen", "left, with"."""
    return clue("lesser_caption").search(context.paragraphs[k].text) is not None


def _shows(context: Context, k: int) -> bool:
    """Something goes on in the present: "stand", "walks"."""
    return clue("photo_verb").search(context.paragraphs[k].text) is not None


def _ends_with_date(context: Context, k: int) -> bool:
    """It ends with a place and a date."""
    return clue("photo_place").search(context.paragraphs[k].text[-160:]) is not None


def _early(context: Context, k: int) -> bool:
    """At most one paragraph of the story stands before it, as with the main picture."""
    return context.kinds.count("body") <= 1


def _credited(context: Context, k: int) -> bool:
    """A credit line follows."""
    return any(whole("credit").fullmatch(p.text) is not None for p in context.following(k) if len(p.text) <= 80)


def _twice(context: Context, k: int) -> bool:
    """It is printed twice."""
    paragraph = context.paragraphs[k]
    return len(paragraph.words) >= 6 and context.printed[paragraph.text] > 1 and not context.doubled


def _last(context: Context, k: int) -> bool:
    """It ends the text: the credit after it is then the report's."""
    return k + 2 >= len(context.paragraphs)


def _speaks(context: Context, k: int) -> bool:
    """It quotes or reports: captions seldom do."""
    paragraph = context.paragraphs[k]
    return paragraph.text[0] in _QUOTES or bool(paragraph.bare & {"said", "told", "added"})


Clue = Callable[[Context, int], bool]
PLACED: tuple[tuple[Clue, int], ...] = (
    (_says_so, 4),
    (_twice, 3),
    (_credited, 2),
    (_early, 1),
    (_speaks, -3),
    (_last, -2),
)
# Words alone make no caption: they count only where something above speaks for one.
WORDED: tuple[tuple[Clue, int], ...] = ((_hints, 1), (_shows, 1), (_ends_with_date, 1))
