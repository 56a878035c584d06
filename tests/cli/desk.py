"""A desk with a few reports of our own making, and a database of them."""

from __future__ import annotations

import json
from pathlib import Path

LEDGER = """Shells hit Tripoli port, minister says

TRIPOLI, February 18, 2020 - Forces loyal to Khalifa Haftar shelled the port of Tripoli on Tuesday, killing three \
people, the interior minister said.

"The shells were aimed at civilians," Fathi Bashagha told reporters.

A spokesman denied that Haftar's forces had shelled the port of Tripoli on Tuesday.

READ MORE: How the port became a front line
"""

OBSERVER = """<!DOCTYPE html>
<html lang="en"><head><title>Seven die at Tripoli port</title>
<meta property="og:site_name" content="Gulf Observer">
<meta property="article:published_time" content="2020-02-19T07:30:00Z"></head>
<body><article><h1>Seven die at Tripoli port</h1>
<p>Forces of Khalifa Haftar shelled the port of Tripoli on 18 February 2020, killing seven people, a harbour official
said on condition of anonymity. The unloading of ships was stopped for the day and the crews were taken to safety.</p>
<p>The United Nations condemned the attack and called on both sides to keep to the ceasefire. Turkey accused Haftar of
breaking the truce that was agreed in January.</p>
</article></body></html>
"""

NEWS = (
    {
        "headline": "Talks suspended",
        "date": "2020-02-18",
        "source": "Northern Wire",
        "body": "The Government of National Accord suspended talks in Geneva on Tuesday after the port of Tripoli was "
        "shelled. Khalifa Haftar said that he would not accept a ceasefire with militias.",
    },
    {"headline": "Nothing", "date": "2020-02-18", "source": "Northern Wire", "body": ""},
)

OUTPOSTS = """name,lat,lon,country,feature,aliases
Camp Zephyr,27.11,14.45,LY,base,Zephyr Base|Zephyr
Oued Tessit,19.2,0.9,MLI,,
"""

DUMP = (
    "2210221\tTarhuna\tTarhuna\tTarhunah\t32.435\t13.633\tP\tPPL\tLY\t\t82\t\t\t\t52420\t\t398\tAfrica/Tripoli\t2019\n"
)


def prepare(folder: Path) -> None:
    """The files that the examples of the help speak of, all but the database."""
    reports = folder / "reports"
    reports.mkdir()
    lines = "".join(json.dumps(report) + "\n" for report in NEWS)
    for path, content in (
        (folder / "report.txt", LEDGER),
        (folder / "page.html", OBSERVER),
        (folder / "news.jsonl", lines),
        (folder / "outposts.csv", OUTPOSTS),
        (folder / "LY.txt", DUMP),
        (reports / "ledger.txt", LEDGER),
        (reports / "observer.html", OBSERVER),
        (reports / "wire.jsonl", lines),
    ):
        path.write_text(content, "utf-8")
