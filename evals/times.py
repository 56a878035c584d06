"""Time expressions: `python -m evals.times GOLD --predictions OUT`, scored by `times.py` of the scorers."""

from __future__ import annotations

from typing import Any

from evals.gold import arguments, rows, write
from sayso.reading.times import find


def predicted(row: dict[str, Any]) -> dict[str, Any]:
    times = find(row["text"], row.get("published"))
    return {"id": row["id"], "times": [{"span": list(t.span), "value": t.timex} for t in times]}


def main() -> None:
    given = arguments("Find time expressions in the texts of a gold file.").parse_args()
    print(f"{write(given.predictions, (predicted(row) for row in rows(given.gold)))} reports read")


if __name__ == "__main__":
    main()
