"""How a governing word's effect and its own status make the status of what it governs: pure tables."""

from __future__ import annotations

from sayso.model.reading import REAL, EventStatus

_STATUSES: dict[str, EventStatus] = {
    "happened": "happened", "ongoing": "ongoing", "ended": "ended", "planned": "planned", "proposed": "proposed",
    "demanded": "demanded", "threatened": "threatened", "attempted": "attempted", "alleged": "alleged",
    "denied": "denied", "hypothetical": "hypothetical",
}  # fmt: skip
_TRUE_IF_NEGATED = frozenset(
    {"fail", "forget", "neglect", "stop", "prevent", "avoid", "deny", "hesitate", "miss", "cease"}
)


def composed(effect: str, governor: EventStatus, lemma: str) -> EventStatus:
    """The status under a word with an effect, the word itself having the status `governor`.

    "failed to attack": denied; "did not fail to attack": happened; "may try to attack": hypothetical.
    """
    if effect == "implies":
        return governor
    if effect == "fact":
        return "happened"
    if effect == "shows":
        return "hypothetical" if governor in ("denied", "hypothetical") else "happened"
    if effect == "told":
        return "happened"
    if effect in ("denies", "denied"):
        if governor == "denied":
            return "happened" if lemma in _TRUE_IF_NEGATED else "hypothetical"
        return "denied" if governor in (*REAL, "alleged") else "hypothetical"
    if effect == "ended":
        return "ended" if governor in REAL else "ongoing"
    if governor == "denied":
        return "denied" if effect in ("planned", "attempted", "hypothetical") else "hypothetical"
    if governor == "hypothetical":
        return "alleged" if effect == "alleged" else "hypothetical"
    if effect == "attempted" and governor not in REAL:
        return governor
    return _STATUSES[effect]


def flipped(status: EventStatus) -> EventStatus:
    """The status of a negated act: "not going to attack" is denied, "may not attack" stays open."""
    return "hypothetical" if status in ("hypothetical", "alleged") else "happened" if status == "denied" else "denied"


def in_voice(status: EventStatus, act: str | None, acts: dict[str, str]) -> EventStatus:
    """The status in the eyes of a speaker whose words are that very act: what a denier denies did not happen."""
    effect = acts.get(act or "")
    return _STATUSES[effect] if effect is not None and status in REAL else status
