"""The one tree of errors. Every message names the place and the way out.

SaysoError
├── InputError        the input cannot be taken: names the file, the place, the reason
│   └── RejectedInput a single report is refused; kept with its reason, never stops the rest
├── OptionError       an option or name is not known: names the choices
├── StoreError        a database cannot be used
├── KnowledgeError    a resource file is wrong: names file and line
└── PipelineError     stages do not fit together: names the stage and what it lacks
"""

from collections.abc import Iterable


class SaysoError(Exception):
    """Root of everything sayso raises on purpose."""


class InputError(SaysoError):
    """The input as a whole cannot be taken."""


class RejectedInput(InputError):  # noqa: N818 - an outcome, kept and listed
    """One report is refused. `code` is a short machine word, `detail` a sentence for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class OptionError(SaysoError):
    """A value is not among the choices."""

    def __init__(self, what: str, value: object, choices: Iterable[str]) -> None:
        listed = ", ".join(choices)
        super().__init__(f"{what}: {value!r} is not one of: {listed}")


class StoreError(SaysoError):
    """A database cannot be opened, read or written."""


class KnowledgeError(SaysoError):
    """A resource or compiled data file is wrong."""


class PipelineError(SaysoError):
    """The stages of a reader do not fit together."""
