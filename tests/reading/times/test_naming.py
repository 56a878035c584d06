import pytest

from sayso.reading.times import find


@pytest.mark.parametrize(
    "sentence",
    [
        "The April 6 Movement called a strike.", "Members of the March 14 bloc walked out.",
        "Bloody Sunday was not forgotten.", "The October War was his first.", "The Good Friday Agreement held.",
        "Colonel August Brandt spoke.", "June Adeyemi was shot.", "The Weekly Herald said so.",
        "A bomb went off in Fourteenth of July Square.", "The Friday Mosque was closed.",
    ],
)  # fmt: skip
def test_dates_in_names_are_no_times(sentence):
    assert find(sentence, "2022-03-16") == ()


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("On Friday Army Chief Omar resigned.", ["2022-03-11"]),
        ("On March 5 Street fighting broke out.", ["2022-03-05"]),
        ("In August Turkish troops left.", ["2021-08"]),
        ("On Monday, Party leaders met.", ["2022-03-14"]),
        ("The 5 May movement of tanks was filmed.", ["2021-05-05"]),
        ("REBELS RETREATED ON TUESDAY TIMES REPORTER SAYS", ["2022-03-15"]),
    ],
)
def test_dates_beside_names_are_times(sentence, values):
    assert [t.timex for t in find(sentence, "2022-03-16")] == values
