"""Who is who in gold reports: `python -m evals.coreference FOLDER --predictions OUT` (.conllu with `Entity=`).

Reads the plain texts, aligns the mentions of actors with gold mentions of persons and organisations by their head
words, and prints what it found: mentions, chains, pronouns, Wikipedia identity. A gold mention of a place counts where
it acts (the subject or agent of a verb); elsewhere an actor there is neither right nor wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evals import gold
from evals.chains import Chain, Score, b_cubed, ceaf_e, f1, muc
from evals.gum import GoldReport, Told, reports
from sayso.ingesting import from_text
from sayso.knowledge.actors import actor_base
from sayso.model.reading import Actor, Reading
from sayso.model.span import Span
from sayso.reading import Reader
from sayso.text.normal import fold

ACTORS = ("person", "organization")
PRONOUNS = {
    "he she": ("he", "him", "his", "she", "her", "hers"),
    "they": ("they", "them", "their"),
    "it": ("it", "its"),
}


@dataclass
class Aligned:
    """A gold report with our actors: `to` maps each mention of ours to its gold mention."""

    report: GoldReport
    actors: Sequence[Actor]
    to: dict[Span, Told] = field(default_factory=dict)

    def chain_of(self, actor: Actor) -> str | None:
        """The chain that most of an actor's names and nouns belong to."""
        said = [self.to[m.span].chain for m in actor.mentions if m.form != "pronoun" and m.span in self.to]
        return Counter(said).most_common(1)[0][0] if said else None


def wanted(told: Told) -> bool:
    acts = told.type == "place" and told.deprel in ("nsubj", "obl:agent") and told.over == "VERB"
    return told.type in ACTORS or acts


def align(report: GoldReport, reading: Reading) -> Aligned:
    """Ours inside the gold mention, with its last word among the gold head words; each gold mention once."""
    out, taken = Aligned(report, reading.actors), set()
    spans = sorted({m.span for a in reading.actors for m in a.mentions}, key=lambda s: (s[0] - s[1], s))
    for b, e in spans:
        fits = [
            (g.span[1] - g.span[0], g.span, g)
            for g in report.mentions
            if g.span[0] <= b + 4 and b <= g.span[1] and any(hb < e <= he for hb, he in g.heads) and g.span not in taken
        ]
        if fits:
            out.to[b, e] = min(fits, key=lambda f: f[:2])[2]
            taken.add(out.to[b, e].span)
    return out


def chains(each: Aligned) -> tuple[list[Chain], list[Chain]]:
    """(gold, ours): sets of (report, span); ours without mentions that are neither right nor wrong."""
    key: dict[str, set[object]] = {}
    for told in filter(wanted, each.report.mentions):
        key.setdefault(told.chain, set()).add((each.report.id, told.span))
    ours = []
    for actor in each.actors:
        mine: set[object] = set()
        for mention in actor.mentions:
            meant = each.to.get(mention.span)
            if meant is None or wanted(meant) or meant.type != "place":
                mine.add((each.report.id, meant.span if meant else ("ours", mention.span)))
        if mine:
            ours.append(frozenset(mine))
    return [frozenset(c) for c in key.values()], ours


def pronouns(each: Aligned) -> Iterator[tuple[str, str, str]]:
    """(class, right / wrong / open, where) of each gold pronoun of the third person that speaks of an actor."""
    text = each.report.text
    ours = {each.to[m.span].span: a for a in each.actors for m in a.mentions if m.span in each.to}
    named = {t.chain for t in each.report.mentions if t.tag not in ("PRP", "PRP$")}
    for told in each.report.mentions:
        words = text[slice(*told.span)].lower()
        group = next((g for g, listed in PRONOUNS.items() if words in listed), None)
        if group is None or told.type not in ACTORS or told.chain not in named:
            continue
        actor = ours.get(told.span)
        chain = each.chain_of(actor) if actor else None
        about = text[max(0, told.span[0] - 50) : told.span[1] + 30].replace("\n", " ")
        yield group, "open" if chain is None else "right" if chain == told.chain else "wrong", f"{words}: …{about}…"


def identities(each: Aligned) -> Iterator[tuple[str, str]]:
    """(result, which) of each actor of ours that has an id or a name, and a chain with a Wikipedia identity.

    "part": the name and the title of the page share their words as far as the shorter goes ("Environment Canada").
    """
    titles = {t.chain: t.identity for t in each.report.mentions if t.identity and t.type in (*ACTORS, "place")}
    base = actor_base()
    for actor in each.actors:
        title = titles.get(each.chain_of(actor) or "")
        if title is None:
            continue
        known = base.known.get(actor.ref or "")
        spelt = tuple(each.report.text[slice(*m.span)] for m in actor.mentions if m.form == "name")
        names = {_bare(n) for n in ((*known.names, *known.short, *known.peoples) if known else spelt)}
        if names:
            page = _bare(title)
            part = any({*page.split()} <= {*n.split()} or {*n.split()} <= {*page.split()} for n in names)
            result = "right" if page in names else "part" if part else "other"
            yield f"{'base' if known else 'name'} {result}", f"{actor.name} / {title}"


def _bare(name: str) -> str:
    return fold(name.partition(" (")[0].partition(", ")[0]).removeprefix("the ")


def show(found: Sequence[Aligned]) -> None:
    """Print all figures."""
    pairs = [chains(each) for each in found]
    key, ours = [c for k, _ in pairs for c in k], [c for _, o in pairs for c in o]
    both = len(set().union(*key) & set().union(*ours))
    mentions: Score = both / max(1, sum(map(len, ours))), both / max(1, sum(map(len, key)))
    scores = {"mentions": mentions, "MUC": muc(key, ours), "B-cubed": b_cubed(key, ours), "CEAF-e": ceaf_e(key, ours)}
    for name, (p, r) in scores.items():
        print(f"{name:9s} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f1((p, r)):5.1f}")
    print(f"CoNLL F1 {100 * sum(f1(scores[n]) for n in ('MUC', 'B-cubed', 'CEAF-e')) / 3:.1f}")
    told = [p for each in found for p in pronouns(each)]
    for group in PRONOUNS:
        count = Counter(result for g, result, _ in told if g == group)
        print(f"pronoun {group:6s} right {count['right']}  wrong {count['wrong']}  open {count['open']}")
    print(f"pronouns right {100 * sum(r == 'right' for _, r, _ in told) / max(1, len(told)):.1f} of {len(told)}")
    same = [i for each in found for i in identities(each)]
    print("identity " + "  ".join(f"{k} {v}" for k, v in sorted(Counter(r for r, _ in same).items())))
    for line in (*(w for _, r, w in told if r == "wrong"), *(w for r, w in same if r.endswith("other"))):
        print(f"  not right: {line}")


def main() -> None:
    given = gold.arguments(__doc__ or "").parse_args()
    reader, found = Reader(), []
    for report in reports(given.gold):
        reading = reader.read(from_text(report.text, published=report.day))
        assert reading.text == report.text, f"{report.id}: the text was changed on the way in"
        found.append(align(report, reading))
    rows = ({"id": e.report.id, "chains": [[m.span for m in a.mentions] for a in e.actors]} for e in found)
    gold.write(given.predictions, rows)
    show(found)


if __name__ == "__main__":
    main()
