"""A web page to a report: the text of the article, its captions and headings, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.errors import RejectedInput
from sayso.ingesting.charset import decode
from sayso.ingesting.published import published_as
from sayso.ingesting.text import made
from sayso.model.report import BlockKind, Header, Published, Report

LIKE_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|article|section|div|p|br|h[1-6]|span|a|ul|figure|table)\b[^<]*>", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LATEST = "2199-12-31"  # htmldate takes today for the latest date: the same page must give the same date on any day
_LEAF = ("p", "head", "item", "quote", "cell", "ab", "fw", "code")
_SIGNS = " \t\n|–—-·•"


@dataclass(frozen=True)
class Page:
    """What was taken from a page: one line a paragraph, kinds that its markup gave, and its metadata."""

    lines: tuple[str, ...]
    kinds: dict[str, BlockKind]
    title: str | None
    author: str | None
    publisher: str | None
    published: Published | None


def from_html(
    html: bytes | str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    uri: str | None = None,
) -> Report:
    """A report from a web page. The text kept is its title and a paragraph a line, blank lines between.

    Args:
        html: the page; bytes are decoded by byte order mark, declared character set, UTF-8, or guess.
        published: its date if known; else what the page's metadata says, else it is sought in the text.
        title: its title if known, else the page's.
        publisher: who published it, else the page's site name.
        author: who wrote it, else the page's.
        uri: where it came from.

    Raises:
        RejectedInput: "broken" if no text can be found in it; else as `from_text`.
    """
    given = published_as(published, "given") if published else None
    if published and given is None:
        raise RejectedInput("bad-date", f"{published[:80]!r} is no date: give it as 2020-06-18 or 2020-06-18T14:30")
    header = Header(id="", uri=uri, title=title, publisher=publisher, author=author, published=given or Published())
    return page_report(html, header)


def page_report(html: bytes | str, header: Header, language: str = "en", limit: int | None = None) -> Report:
    """A report from a page; what `header` knows outranks the page.

    Raises:
        RejectedInput: see `from_html`.
    """
    source = decode(html) if isinstance(html, bytes) else html
    if not source.strip():
        raise RejectedInput("empty", "there is no text in it")
    if "<" not in source:
        return made(source, header, None, language, limit)
    page = _page(_NO_TEXT.sub(" ", _XML_HEAD.sub("", source)))
    known = Header(
        id="",
        uri=header.uri,
        title=header.title or page.title,
        publisher=header.publisher or page.publisher,
        author=header.author or page.author,
        published=header.published if header.published.basis != "unknown" else page.published or Published(),
    )
    return made("\n\n".join(page.lines), known, page.kinds, language, limit)


def _page(source: str) -> Page:
    try:
        return _taken(source)
    except RejectedInput:
        raise
    except Exception as error:  # trafilatura and lxml raise many things on broken pages; none may stop the rest
        raise RejectedInput("broken", f"the page cannot be read: {type(error).__name__}") from error


def _taken(source: str) -> Page:
    from trafilatura import load_html

    tree = load_html(source)
    if tree is None:
        raise RejectedInput("broken", "there is no HTML in it")
    captions = _free_captions(tree)
    found: Any = _extracted(tree)
    kinds: dict[str, BlockKind] = {}
    lines = list(_lines(found.body, kinds)) if found is not None else []
    lines = lines or list(_bare_lines(load_html(source), kinds))
    if not lines:
        raise RejectedInput("broken", "no text was found in the page")
    kinds.update((c, "caption") for c in captions)
    title = _title(found.title if found else None, found.sitename if found else None)
    if kinds.get(lines[0]) == "heading" and len(lines) > 1:
        title = lines[0]
    elif title and title not in lines[:3]:
        lines.insert(0, title)
    if title:
        kinds[title] = "title"
    date = published_as(found.date, "page") if found and found.date else None
    return Page(tuple(lines), kinds, title, found.author if found else None, found.sitename if found else None, date)


def _extracted(tree: Any) -> Any:
    """The main text by trafilatura, tuned to leave furniture out; less strict where that leaves nothing."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    for precise in (True, False):
        found: Any = bare_extraction(
            deepcopy(tree), favor_precision=precise, favor_recall=not precise, include_comments=False,
            include_tables=True, with_metadata=True, date_extraction_params=dates,
        )  # fmt: skip
        if found is not None and found.body is not None and "".join(found.body.itertext()).strip():
            return found
    return None


def _free_captions(tree: Any) -> list[str]:
    """Make every caption a paragraph in its figure's place, or the extractor drops it with the picture."""
    found = []
    for caption in list(tree.iter("figcaption")):
        words = " ".join(caption.text_content().split())
        holder = next(caption.iterancestors("figure"), caption)
        if words and holder.getparent() is not None:
            paragraph = caption.makeelement("p")
            paragraph.text = words
            holder.addprevious(paragraph)
            holder.drop_tree() if holder.find(".//p") is None else caption.drop_tree()
            found.append(words)
    return found


def _lines(body: Any, kinds: dict[str, BlockKind]) -> Iterator[str]:
    """The paragraphs of the extracted body, each once though quotations and lists nest."""
    for node in body.iter(*_LEAF):
        if any(inner is not node for inner in node.iter(*_LEAF)):
            own: list[str] = [node.text or "", *(child.tail or "" for child in node if child.tag in _LEAF)]
        else:
            own = _broken_at_lb(node)
        for piece in own:
            line = " ".join(piece.split())
            if line:
                yield line
                if node.tag in ("head", "item", "cell"):
                    kinds.setdefault(line, "heading" if node.tag == "head" else "body")


def _broken_at_lb(node: Any) -> list[str]:
    """The words of a node without inner paragraphs; a forced line break ends a line."""
    words = [node.text or ""]
    for inner in node.iter():
        if inner is not node:
            words += ["\n" if inner.tag == "lb" else "", inner.text or "", inner.tail or ""]
    return "".join(words).split("\n") if node.find(".//lb") is not None else ["".join(words)]


def _bare_lines(tree: Any, kinds: dict[str, BlockKind]) -> Iterator[str]:
    """All paragraphs and headings of a page too small for the extractor."""
    for node in tree.iter("script", "style", "noscript", "template") if tree is not None else ():
        node.text = None
    for node in tree.iter("p", "li", "h1", "h2", "h3", "h4") if tree is not None else ():
        line = " ".join(node.text_content().split())
        if line:
            yield line
            if node.tag.startswith("h"):
                kinds[line] = "heading"


def _title(title: str | None, site: str | None) -> str | None:
    """The page's title without the name of the site at its end."""
    line = " ".join((title or "").split())
    if (
        site
        and line.lower().endswith(site.lower())
        and line[: -len(site)].rstrip() != (cut := line[: -len(site)].rstrip(_SIGNS))
    ):
        line = cut
    return line or None
