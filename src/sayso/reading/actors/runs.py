"""Runs of words that make up a proper name, and titles before them."""

from __future__ import annotations

from functools import cache

from sayso.knowledge.titles import TitleWords, title_words
from sayso.reading.draft import Word

_JOINS = frozenset({"-", "‐", "–", "&", "'", "’"})
_GOES_ON = {"of": frozenset({"place"}), "for": frozenset({"place", "other", "company", "media"})}
"""Words inside a body's name, and the sorts of bodies whose names they do not go on with."""
_NAME_TAGS = frozenset({"NNP", "NNPS"})


def is_name_word(word: Word) -> bool:
    """A proper noun that begins with a capital (or is of a script without capitals), with a letter in it; a handle."""
    head = word.text[0]
    if head == "@":
        return is_handle(word)
    return word.tag in _NAME_TAGS and head.isalnum() and (head.isupper() or not head.isascii() or head.isdigit())


def is_handle(word: Word) -> bool:
    """ "@lakewatch" """
    return word.text[0] == "@" and len(word.text) > 2 and word.text[1:].replace("_", "").isalnum()


@cache
def title_edges() -> frozenset[str]:
    """The first and last words of titles."""
    return frozenset(word for form in title_words().titles for word in (form[0], form[-1]))


def title_at(listed: tuple[Word, ...], i: int, words: TitleWords) -> int:
    """How many words of a title begin at `i` ("Foreign Minister": 2); 0 if none does."""
    if listed[i : i + 1] and listed[i].lower not in title_edges():
        return 0
    for length in range(min(words.longest, len(listed) - i), 0, -1):
        if tuple(w.lower for w in listed[i : i + length]) in words.titles:
            return length
    return 0


def run_from(listed: tuple[Word, ...], i: int, words: TitleWords) -> int:
    """The end (exclusive) of the name that begins at `i`; `i` itself if none does."""
    end = i
    while end < len(listed):
        word = listed[end]
        if is_handle(word):
            return i + 1 if end == i else end
        if is_name_word(word) and not (end > i and _begins_title(listed, end, words)):
            end += 1
        elif end > i and word.text in _JOINS and _glued(listed, end):
            end += 2
        elif _particle(listed, end, words) and (end > i or word.text[0].isupper()):
            end += 1
        elif end > i and word.lower in _GOES_ON and _of_body(listed, i, end, words):
            end += 2 if is_name_word(listed[end + 1]) else 3
        else:
            break
    while end > i and not listed[end - 1].text[-1].isalnum() and not listed[end - 1].text.endswith("."):
        end -= 1
    return end


def _glued(listed: tuple[Word, ...], k: int) -> bool:
    """A hyphen with no blank around it and a capitalised word after it."""
    if k + 1 >= len(listed) or listed[k].start != listed[k - 1].end or listed[k + 1].start != listed[k].end:
        return listed[k].text == "&" and k + 1 < len(listed) and is_name_word(listed[k + 1])
    return listed[k + 1].text[0].isupper() or listed[k + 1].tag in _NAME_TAGS


def _particle(listed: tuple[Word, ...], k: int, words: TitleWords) -> bool:
    """A particle ("al-", "bin", "van der") with a capitalised word behind it."""
    if listed[k].lower.rstrip("-") not in words.particles:
        return False
    rest = listed[k + 1 : k + 4]
    following = next((w for w in rest if w.text not in _JOINS and w.lower not in words.particles), None)
    return following is not None and following.text[0].isupper() and following.tag in _NAME_TAGS


def _begins_title(listed: tuple[Word, ...], k: int, words: TitleWords) -> bool:
    """A title inside a run ends it ("Brigade Commander Ali Saleh"), unless it is part of a body's name."""
    length = title_at(listed, k, words)
    after = k + length
    return bool(length) and not (after < len(listed) and listed[after].text in words.org_words)


def _of_body(listed: tuple[Word, ...], i: int, k: int, words: TitleWords) -> bool:
    """ "of" inside a body's name: "Ministry of Defence", "Movement for the Salvation of X", "the Lions of X"."""
    ending = _GOES_ON[listed[k].lower]
    body = any(w.text in words.org_words and words.org_words[w.text] not in ending for w in listed[i:k])
    if not body and not (listed[k].lower == "of" and _is_band(listed, i, k)):
        return False
    nxt = k + 1
    if nxt < len(listed) and listed[nxt].lower == "the":
        return nxt + 1 < len(listed) and is_name_word(listed[nxt + 1])
    return nxt < len(listed) and is_name_word(listed[nxt])


def _is_band(listed: tuple[Word, ...], i: int, k: int) -> bool:
    """ "the Lions of Tesset": a capitalised plural after "the" begins the name of a group that nobody knows."""
    return k == i + 1 and i > 0 and listed[i - 1].lower == "the" and listed[i].tag in ("NNPS", "NNS")
