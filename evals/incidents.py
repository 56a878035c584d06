"""Terrorist incidents of wire reports in capitals (`incidents.py` of the scorers; MUC-3/4 keys)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from evals.gold import arguments, rows, write
from evals.reading import read
from sayso.knowledge.triggers import trigger_index
from sayso.model.reading import Event
from sayso.reading.draft import Draft, Word

STAGES = {"attempted": "ATTEMPTED", "threatened": "THREATENED"}
ROLES = ("perpetrators", "organizations", "targets", "victims", "weapons")
KEPT = frozenset({"happened", "ongoing", "ended", "alleged", "attempted", "threatened"})
STATE = frozenset(
    {
        "army",
        "police",
        "soldier",
        "troop",
        "battalion",
        "brigade",
        "government",
        "air",
        "force",
        "forces",
        "military",
        "patrol",
    }
)
LOOSE = frozenset(
    {"war", "conflict", "fighting", "violence", "hostility", "combat", "battle", "clash", "fight", "offensive"}
)
BURNING = frozenset({"burn", "torch", "arson", "set", "fire"})
HARD = re.compile(r"(?<!\n)\n(?!\n)[ ]?")
ARMED = re.compile(r"\b(FRONT|ARMY|MOVEMENT|CARTEL|ORGANIZATION|COMMANDO|PATH|GUERRILLAS|COMMAND)S?\s+\[([A-Z]{2,7})\]")
BODIES = frozenset({"front", "army", "movement", "cartel", "organization", "commando", "mafia", "faction"})
CLAIMED = re.compile(
    r"\b(?:claimed|claims|claiming|took|takes|admitted|acknowledged)\s+(?:\w+\s+){0,2}?(?:responsibility|credit)",
    re.IGNORECASE,
)


def kind_of(event: Event, draft: Draft) -> str | None:
    """The incident type of an event; None for one that is no incident."""
    word = draft.words_in(event.trigger[0])[0]
    if event.status not in KEPT or word.lemma in LOOSE:
        return None
    if event.type == "COERCE":
        return {
            "rob": "ROBBERY",
            "robbery": "ROBBERY",
            "steal": "ROBBERY",
            "hijack": "HIJACKING",
            "hijacking": "HIJACKING",
        }.get(word.lemma)
    if event.type != "ASSAULT":
        return None
    if event.mode in ("explosives", "suicide-attack"):
        return "BOMBING"
    if event.mode == "abduct":
        return "KIDNAPPING"
    if event.mode in ("aerial", "crowd-control", "unconventional"):
        return None
    if event.mode == "destroy":
        return "ARSON" if word.lemma in BURNING else "ATTACK"
    return "ATTACK"


def head_text(span: tuple[int, int], draft: Draft) -> tuple[str, Word | None]:
    """A phrase up to its head, and the head."""
    head = draft.head_of(span)
    return (draft.text[span[0] : head.end] if head else draft.text[span[0] : span[1]]), head


def incidents(text: str) -> list[dict[str, Any]]:
    """The incidents of a report, one of each type."""
    flat = HARD.sub(lambda m: " " * len(m[0]), text)
    draft = read(flat)
    index = trigger_index()
    armed = {code for _, code in ARMED.findall(flat)}
    found: dict[str, dict[str, Any]] = {}
    for event in draft.layer("events"):
        kind = kind_of(event, draft)
        if kind is None:
            continue
        doers = [head_text(p.span, draft) for p in event.initiators]
        if any(h is not None and h.lemma.lower() in STATE for _, h in doers):
            continue
        if not (doers or event.recipients or event.objects):
            continue
        one = found.setdefault(
            kind, {"type": kind, "stage": "", "alleged": False, "real": False} | {r: [] for r in ROLES}
        )
        one["alleged"] |= event.status == "alleged"
        one["real"] |= event.status not in STAGES
        one["stage"] = "ACCOMPLISHED" if one["real"] else STAGES[event.status]
        for words, head in doers:
            _add(one, _doer_slot(head), words, head)
            one["organizations"] += [o for o in _organisations(head) if o not in one["organizations"]]
        for word in draft.words_in(event.trigger[0])[0].sent.words:
            if word.text in armed and word.text not in one["organizations"]:
                one["organizations"].append(word.text)
        for party in event.recipients:
            words, head = head_text(party.span, draft)
            thing = (
                head is not None and index.has(("@facility", "@territory"), head.lemma.lower()) and head.pos != "PROPN"
            )
            _add(one, "targets" if thing else "victims", words, head)
        for thing in event.objects:
            words, head = head_text(thing.span, draft)
            if thing.kind == "weapon" and kind in ("BOMBING", "ATTACK"):
                _add(one, "weapons", words, head)
            elif thing.kind == "facility":
                _add(one, "targets", words, head)
    return [_finished(one, text) for one in found.values()]


def _add(one: dict[str, Any], slot: str, words: str, head: Word | None) -> None:
    if head is None or head.pos in ("PRON", "DET", "NUM") or words in one[slot]:
        return
    one[slot].append(words)


def _doer_slot(head: Word | None) -> str:
    if head is None:
        return "perpetrators"
    named = head.pos == "PROPN" or head.text.isupper() or head.lemma.lower() in BODIES
    return "organizations" if named else "perpetrators"


def _organisations(head: Word | None) -> list[str]:
    if head is None:
        return []
    return [w.text for w in head.subtree() if w.text.isupper() and 2 < len(w.text) < 8 and w is not head]


def _finished(one: dict[str, Any], text: str) -> dict[str, Any]:
    claimed = bool(CLAIMED.search(text))
    alleged, _ = one.pop("alleged"), one.pop("real")
    one["confidence"] = "CLAIMED OR ADMITTED" if claimed else "SUSPECTED OR ACCUSED" if alleged else "REPORTED AS FACT"
    return one


def main() -> None:
    """Predict and write."""
    options = arguments(__doc__ or "").parse_args()
    write(options.predictions, _all(options.gold))


def _all(gold: str) -> Iterator[dict[str, Any]]:
    for row in rows(gold):
        yield {"id": row["id"], "incidents": incidents(row["text"])}


if __name__ == "__main__":
    main()
