"""Which place of the sentence an event happened at: `python -m training.places.event_place GOLD` (see README.md).

GOLD: the rows of `event-place-train`. Writes the table of weights into the package and prints the share of right
answers by five-fold cross-validation, over all rows and over those whose place has a real span.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from evals.gold import rows
from evals.places import drafted
from sayso.knowledge.weights import folder_of
from sayso.model.span import overlaps
from sayso.reading.places.of_event import LEAST, candidates, coordinated
from sayso.reading.places.stage import Places

FOLDS, RARE, STRENGTH = 5, 3, 0.3


@dataclass(frozen=True)
class Case:
    """A row: the signs of each candidate, whether it is the place (alone and with its list), and what the key says."""

    told: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    none: bool
    damaged: bool


def case(row: dict[str, Any], stage: Places) -> Case:
    """What a row is to the model. `damaged`: the key's span is empty or one character long (a slip of the set)."""
    draft = drafted(row["text"])
    places = stage(draft)
    begin, end = row["verb"][0]
    word = draft.head_of((begin, max(end, begin + 1)))
    found = list(candidates(word, places, draft)) if word else []
    key = [(b, e) for b, e in row["place"] if e - b > 1]
    right = tuple(any(overlaps(q.span, k) for q in coordinated(p, places, draft) for k in key) for p, _ in found)
    return Case(tuple(told for _, told in found), right, not key, bool(row["place"]) and not key)


def fitted(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of the signs that matter, and "bias". Damaged rows are left out."""
    told = [t for c in cases if not c.damaged for t in c.told]
    answers = [r for c in cases if not c.damaged for r in c.right]
    count = Counter(name for t in told for name in t)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{n: v for n, v in t.items() if count[n] >= RARE} for t in told])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", l1_ratio=1, max_iter=500, random_state=0)
    model.fit(matrix, answers)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(n): round(float(w), 3) for n, w in named if abs(w) >= 0.005}
    return {"bias": round(float(model.intercept_[0]), 3)} | weights


def right(one: Case, weights: dict[str, float]) -> bool:
    """Whether the model is right on a row, "none" counted too."""
    logits = [weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in t.items()) for t in one.told]
    best = max(range(len(logits)), key=lambda i: logits[i], default=None)
    if best is None or 1 / (1 + np.exp(-logits[best])) < LEAST:
        return one.none
    return one.right[best]


def crossed(cases: Sequence[Case]) -> tuple[float, float]:
    """The share of right answers of models that did not see the row, in percent: of all, of the undamaged."""
    order = list(range(len(cases)))
    random.Random(5).shuffle(order)
    answers: dict[int, bool] = {}
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        weights = fitted([cases[i] for i in sorted(set(order) - set(held))])
        answers |= {i: right(cases[i], weights) for i in held}
    whole = [answers[i] for i in order if not cases[i].damaged]
    return 100 * sum(answers.values()) / len(answers), 100 * sum(whole) / len(whole)


def main() -> None:
    """Cross-validate, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", help="event-place-train.jsonl.gz")
    stage = Places()
    cases = [case(row, stage) for row in rows(parser.parse_args().gold)]
    print("right, 'none' counted too: {:.1f} of all, {:.1f} of undamaged rows".format(*crossed(cases)), flush=True)
    weights = fitted(cases)
    lines = [f"{name}\t{weight}" for name, weight in sorted(weights.items())]
    (folder_of("event_place") / "weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(weights)} weights written")


if __name__ == "__main__":
    main()
