"""Web pages to reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import RejectedInput
from sayso.ingesting import from_html

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Army shells port of Sirte | The Coast Herald</title>
<meta property="og:site_name" content="The Coast Herald">
<meta property="article:published_time" content="2020-06-18T14:30:00+02:00"><meta name="author" content="Lena Marsh">
</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Army shells port of Sirte</h1>
<figure><img src="a.jpg"><figcaption>Smoke over the port of Sirte before dawn</figcaption></figure>
<p>SIRTE &mdash; The army shelled the port of Sirte on Wednesday, the <b>harbour</b> master said, killing four.</p>
<h2>No warning</h2>
<p>&ldquo;There was no warning at all,&rdquo; he told reporters, adding that the <a href="/x">coast guard</a> had moved
its boats away in the night before the attack on the docks.</p>
<ul><li>Four dead</li><li>Nine wounded</li></ul>
<blockquote><p>We shall rebuild the port, whatever it may take us.</p></blockquote>
<p>READ MORE: <a href="/y">Port of Sirte reopens after a year</a></p>
<p>The government denied the charge and said that its guns had been silent since the truce of last month.</p>
</article><footer>Copyright 2020 The Coast Herald. All rights reserved.</footer></body></html>"""


def kinds(report):
    return [(report.text[slice(*b.span)][:12], b.kind) for b in report.blocks]


def test_a_page_with_all_its_parts():
    found = from_html(PAGE.encode())
    assert kinds(found) == [
        ("Army shells ", "title"),
        ("Smoke over t", "caption"),
        ("SIRTE —", "dateline"),
        ("The army she", "body"),
        ("No warning", "heading"),
        ("“There was n", "body"),
        ("Four dead", "body"),
        ("Nine wounded", "body"),
        ("We shall reb", "body"),
        ("READ MORE: P", "related"),
        ("The governme", "body"),
    ]
    assert "the harbour master said" in found.text
    assert "the coast guard had moved its boats" in found.text


def test_what_the_page_says_of_itself():
    header = from_html(PAGE).header
    assert (header.title, header.publisher, header.author) == (
        "Army shells port of Sirte",
        "The Coast Herald",
        "Lena Marsh",
    )
    assert (header.published.value, header.published.basis) == ("2020-06-18", "page")


def test_what_is_given_outranks_the_page():
    header = from_html(PAGE, published="2020-06-19", publisher="Wire", author="A. B.", title="Port", uri="x").header
    assert (header.published.value, header.published.basis) == ("2020-06-19", "given")
    assert (header.publisher, header.author, header.title, header.uri) == ("Wire", "A. B.", "Port", "x")


def test_the_site_is_cut_off_the_title():
    page = PAGE.replace("<h1>Army shells port of Sirte</h1>", "")
    assert from_html(page).header.title == "Army shells port of Sirte"


def test_a_declared_character_set_is_obeyed():
    page = PAGE.replace("utf-8", "windows-1252").replace("&mdash;", "\u2014").replace("Lena", "Ren\u00e9e")
    found = from_html(page.encode("cp1252"))
    assert found.header.author == "Renée Marsh"
    assert "SIRTE — The army" in found.text


def test_a_small_page_is_read_all_the_same():
    found = from_html("<p>The army left the town.</p><p>Nobody was hurt.</p><script>var x = 1;</script>")
    assert [b.kind for b in found.blocks] == ["body", "body"]
    assert found.text == "The army left the town.\n\nNobody was hurt."


def test_text_without_any_tag_is_text():
    assert from_html("The army left the town.").text == "The army left the town."


def test_the_same_page_gives_the_same_report():
    assert from_html(PAGE) == from_html(PAGE.encode())


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><script>x()</script></html>", "<!-- only this -->"]
)
def test_a_page_without_text_is_broken(page):
    with pytest.raises(RejectedInput) as refused:
        from_html(page)
    assert refused.value.code == "broken"


def test_an_empty_page_is_empty():
    with pytest.raises(RejectedInput) as refused:
        from_html(b"  ")
    assert refused.value.code == "empty"


TAGS = ["<p>", "</p>", "<div", ">", "<h1>", "</h2>", "<figure>", "<figcaption>", "</figure>", "<script>", "<!--", "]]>",
        "&#0;", "&#xD800;", "&nbsp", "<li>", "<table><td>", "<br/>", "The army left the town.", "\x00",
        "<?xml encoding='x'?>",
        "<meta charset='utf-16'>", "<body>", "<html><title>A", "</body>", "<article>"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(TAGS), max_size=25).map("".join), st.text(max_size=200)), st.booleans())
def test_soup_raises_nothing_but_rejected_input(soup, as_bytes):
    try:
        found = from_html(soup.encode("utf-8", "replace") if as_bytes else soup)
    except RejectedInput:
        return
    assert all(0 <= b < e <= len(found.text) for b, e in (block.span for block in found.blocks))


def test_deeply_nested_pages_do_not_raise():
    try:
        from_html("<div>" * 5_000 + "The army left the town." + "</div>" * 5_000)
    except RejectedInput as refused:
        assert refused.code == "broken"
