"""Lines without a final point: the title, the headings between paragraphs, and the headlines of other stories."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.ingesting.context import Context
from sayso.ingesting.furniture import words
from sayso.ingesting.paragraphs import Paragraph

LONGEST_TITLE, LONGEST_HEADING, LONGEST_LINK, LONGEST_QUESTION = 30, 12, 20, 15  # words
ANOTHER_STORY = 2  # weights that make a line a link rather than a heading
_TOPIC = re.compile(r"(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?): \S+ \S+ \S+ \S+")
_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’]? [\"“‘]?[A-Z][\w’']* \w+ \w+")
_SCRAP = re.compile(r"[^\W\da-z_][\w’'-]*(?: (?:[^\W\da-z_][\w’'-]*|\d+)){0,2}")


def given_title(context: Context, k: int) -> bool:
    """Whether the paragraph is the title that came with the report or that the page marks."""
    if context.hint(k) == "title":
        return True
    return bool(context.title) and k < 6 and context.paragraphs[k].text == " ".join((context.title or "").split())


def title(context: Context, k: int) -> bool:
    """Whether it is the first line of a text and looks like a title."""
    paragraph = context.paragraphs[k]
    if not context.at_start or "title" in context.kinds or not context.following(k):
        return False
    fits = 1 < len(paragraph.words) <= LONGEST_TITLE and len(paragraph.text) <= 240
    return fits and _unended(paragraph) and not _runs_on(context, k) and not _SENTENCES.search(paragraph.text)


def heading(context: Context, k: int) -> bool:
    """Whether it is a short line between paragraphs that says what comes next, or the page marks it as a heading."""
    paragraph = context.paragraphs[k]
    if context.hint(k) is not None:
        return context.hint(k) == "heading"
    short = len(paragraph.words) <= LONGEST_HEADING and "said" not in paragraph.bare
    return short and _opens(paragraph) and _unended(paragraph) and context.body_follows(k) and not _runs_on(context, k)


def related(context: Context, k: int) -> bool:
    """Whether it is another story's headline, set between two paragraphs as a link."""
    paragraph = context.paragraphs[k]
    if (
        context.at_start
        or context.hint(k)
        or not _opens(paragraph)
        or not _unended(paragraph)
        or not context.body_follows(k)
    ):
        return False
    if _runs_on(context, k) or paragraph.text[0] in '"“':
        return False
    if not 5 <= len(paragraph.words) <= LONGEST_LINK or not any(kind == "body" for kind in context.kinds):
        return False
    return sum(weight for clue, weight in CLUES if clue(context, k)) >= ANOTHER_STORY


def scrap(context: Context, k: int) -> bool:
    """Whether it is a name or label of up to three words left over after the last paragraph."""
    paragraph = context.paragraphs[k]
    last = k > 2 and k == len(context.paragraphs) - 1
    return (
        last
        and not paragraph.ended
        and _SCRAP.fullmatch(paragraph.text) is not None
        and context.paragraphs[k - 1].ended
    )


def _topic(context: Context, k: int) -> bool:
    """It names a place or topic before a colon, as headlines do."""
    return _TOPIC.match(context.paragraphs[k].text) is not None


def _long(context: Context, k: int) -> bool:
    """It is longer than headings are."""
    return len(context.paragraphs[k].words) >= 9


def _announces(context: Context, k: int) -> bool:
    """Half of its words come again in the next two paragraphs: a heading says what follows."""
    own = {_stem(w) for w in context.paragraphs[k].bare - words("empty") if len(w) > 2}
    after = {_stem(w) for p in context.following(k, 2) for w in p.bare}
    return 2 * len(own & after) > len(own)


def _prose(context: Context, k: int) -> bool:
    """It has articles or the past: a sentence that lost its point."""
    return bool(context.paragraphs[k].bare & words("prose"))


def _elsewhere(context: Context, k: int) -> bool:
    """It is printed twice, as links are."""
    return context.printed[context.paragraphs[k].text] > 1 and not context.doubled


CLUES: tuple[tuple[Callable[[Context, int], bool], int], ...] = (
    (_topic, 2),
    (_long, 2),
    (_elsewhere, 2),
    (_announces, -2),
    (_prose, -2),
)


def _stem(word: str) -> str:
    return word[:5]


def _opens(paragraph: Paragraph) -> bool:
    first = paragraph.text.lstrip("\"'“‘«(")[:1]
    return first.isupper() or first.isdigit()


def _unended(paragraph: Paragraph) -> bool:
    """No final punctuation; a question mark may stand."""
    return not paragraph.ended or (paragraph.text.endswith(("?", "!")) and len(paragraph.words) <= LONGEST_QUESTION)


def _runs_on(context: Context, k: int) -> bool:
    """Whether a sentence was cut in two: the line ends with a small word, or the next goes on in lower case."""
    last = context.paragraphs[k].words[-1].lower()
    following = context.following(k)
    return last in words("joining") or bool(
        following and (following[0].text[0].islower() or following[0].text[0] in ",;)")
    )
