"""The scores of evals.coreference, on the examples of their textbooks."""

import pytest

from evals.chains import b_cubed, ceaf_e, f1, muc
from evals.gum import report_of

KEY = [frozenset("abcde"), frozenset("fg"), frozenset("hijkl")]
ONE = [frozenset("abcde"), frozenset("fghijkl")]

DOCUMENT = """# newdoc id = x
# meta::dateCreated = 2020-06-18
# newpar
# text = Ana's dog ran.
1-2\tAna's\t_\t_\t_\t_\t_\t_\t_\t_
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(2-animal-new-cf1-cf1-3-sgl(1-person-new-cf1-cf1-1-coref-Ana_%28queen%29
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=1)
3\tdog\tdog\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=2)
4\tran\trun\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = She wept.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-cf1-1-ana)
2\twept\tweep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_equal_chains_are_perfect() -> None:
    for score in (muc, b_cubed, ceaf_e):
        assert score(KEY, KEY) == pytest.approx((1, 1))


def test_two_chains_taken_for_one() -> None:
    assert muc(KEY, ONE) == pytest.approx((9 / 10, 1))
    assert b_cubed(KEY, ONE) == pytest.approx(((5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1))
    assert ceaf_e(KEY, ONE) == pytest.approx(((1 + 10 / 12) / 2, (1 + 10 / 12) / 3))
    assert f1((0.0, 0.0)) == 0


def test_mentions_of_one_side_only_count_against_it() -> None:
    assert b_cubed([frozenset("ab")], [frozenset("abc")]) == pytest.approx((4 / 9, 1))


def test_gold_is_read_with_its_places_and_identities() -> None:
    report = report_of("x", DOCUMENT)
    told = [(report.text[slice(*m.span)], m.chain, m.type, m.identity) for m in report.mentions]
    assert (report.text, report.day) == ("Ana's dog ran.\nShe wept.", "2020-06-18")
    assert told == [
        ("Ana's", "1", "person", "Ana (queen)"),
        ("Ana's dog", "2", "animal", None),
        ("She", "1", "person", None),
    ]
