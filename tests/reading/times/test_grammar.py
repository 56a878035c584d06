from sayso.reading.times.finding import RANGES, RULES
from sayso.reading.times.grammar import hits, scan
from sayso.reading.times.lexicon import lexicon


def found(text):
    given = scan(text, (0, len(text)))
    return [(h.rule, text[slice(*given.span(h.first, h.end))]) for h in hits(given)]


def test_the_longest_form_is_taken():
    assert found("on Tuesday, June 16, 2020, and") == [("monthday", "Tuesday, June 16, 2020")]
    assert found("the first quarter of 2019") == [("quarter", "the first quarter of 2019")]


def test_the_point_of_an_abbreviation_belongs_to_it_and_a_paragraph_ends_a_form():
    assert found("by Sept. 30") == [("monthday", "Sept. 30")]
    assert found("ended in May\n\n5 men") == [("month", "May")]


def test_kept_words_have_text_and_value():
    text = "last November"
    (hit,) = hits(scan(text, (0, len(text))))
    assert (hit.rule, hit.text("m"), hit.number("m"), hit.number("r")) == ("relmonth", "November", 11, -1)
    assert (hit.has("y"), hit.text("y"), hit.before, hit.after) == (False, "", "", "")


def test_offsets_of_a_piece_are_those_of_the_text():
    text = "Monday. Tuesday."
    given = scan(text, (8, len(text)))
    (hit,) = hits(given)
    assert given.span(hit.first, hit.end) == (8, 15)


def test_every_form_has_a_rule_and_every_rule_a_form():
    named = {form.rule for form in lexicon().forms}
    assert named == set(RULES) | set(RANGES)
