"""What a stage of reading is, and the pipeline that runs stages in order and checks that they fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from sayso.errors import PipelineError
from sayso.reading.draft import Draft

GIVEN = frozenset({"blocks", "sentences", "words"})


class Stage(Protocol):
    """A frozen dataclass whose fields are its options. Reads the layers it names, returns the one layer it names."""

    reads: ClassVar[tuple[str, ...]]
    writes: ClassVar[str]

    def __call__(self, draft: Draft) -> tuple[Any, ...]:
        """The layer, in the order of the text."""
        ...


@dataclass(frozen=True)
class Pipeline:
    """Stages in their order.

    Raises:
        PipelineError: if a stage reads a layer that no earlier stage writes, or two stages write the same.
    """

    stages: Sequence[Stage]

    def __post_init__(self) -> None:
        known = set(GIVEN)
        for stage in self.stages:
            name = type(stage).__name__
            missing = [r for r in stage.reads if r not in known]
            if missing:
                raise PipelineError(f"stage {name} reads {', '.join(missing)}, which no stage before it writes")
            if stage.writes in known:
                raise PipelineError(f"stage {name} writes {stage.writes}, which is written already")
            known.add(stage.writes)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with every stage's layer."""
        for stage in self.stages:
            draft = draft.with_layer(stage.writes, stage(draft))
        return draft
