"""Why a decision or a question about findings is refused: each says in one line what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.model.finding import Decision

SHOWN = 5


class RefusedError(Exception):
    """What was asked cannot be done; nothing has been written."""


class NoFindingsError(RefusedError):
    """The folder holds no findings of a run."""

    def __init__(self, output: Path) -> None:
        super().__init__(
            f"{output} holds no findings: run `pipeline run` first or name its --output"
        )


class UnknownDocumentError(RefusedError):
    """The last run has read no document of that name."""

    def __init__(self, document: str, near: Sequence[str]) -> None:
        meant = f": did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"the last run has read no document {document!r}{meant}")


class UnknownFindingError(RefusedError):
    """No finding has the id."""

    def __init__(self, prefix: str) -> None:
        super().__init__(f"no finding's id begins with {prefix!r}: `pipeline findings` lists them")


class AmbiguousFindingError(RefusedError):
    """Several findings have ids that begin so."""

    def __init__(self, prefix: str, ids: Sequence[str]) -> None:
        more = ", ..." if len(ids) > SHOWN else ""
        super().__init__(
            f"{len(ids)} findings begin with {prefix!r} ({', '.join(ids[:SHOWN])}{more}): "
            "give more of the id"
        )


class NothingToAcceptError(RefusedError):
    """The finding has no suggestion, or none with the value."""

    def __init__(self, finding_id: str, values: Sequence[str]) -> None:
        if values:
            super().__init__(f"{finding_id} does not suggest that; accept {' or '.join(values)}")
        else:
            super().__init__(
                f"{finding_id} has no suggestion to accept: use `replace VALUE` or `keep`"
            )


class UnreadableValueError(RefusedError):
    """The text given is no value of the field."""

    def __init__(self, field: str, value: str) -> None:
        from pipeline.checks.view.wording import spoken  # with all readers, for this line alone

        given = f"{value!r} does not read as {spoken(field)}" if value else "replace needs a value"
        super().__init__(f"{given}: write it as it would stand in a text")


class NothingToReplaceError(RefusedError):
    """The finding is about no field."""

    def __init__(self, finding_id: str) -> None:
        super().__init__(f"{finding_id} is about no single value: answer it with `keep`")


class NothingToUndoError(RefusedError):
    """No decision on the finding is in force."""

    def __init__(self, finding_id: str) -> None:
        super().__init__(f"nothing is decided about {finding_id}: there is nothing to undo")


class StaleFindingError(RefusedError):
    """The row is a decision whose finding is gone."""

    def __init__(self, finding_id: str) -> None:
        super().__init__(f"{finding_id} is no finding any more: it can only be undone")


class ConflictError(RefusedError):
    """Somebody decided about the finding after it was shown; ``decision`` is what they said."""

    def __init__(self, finding_id: str, decision: Decision | None) -> None:
        who = decision.by if decision and decision.by else "somebody else"
        super().__init__(f"{who} decided about {finding_id} meanwhile: look again")
        self.decision = decision


class UnknownVerdictError(RefusedError):
    """The verdict is none that there is."""

    def __init__(self, verdict: str, verdicts: Sequence[str]) -> None:
        super().__init__(f"{verdict!r} is no verdict: use {', '.join(verdicts)}")


class NotWritableError(RefusedError):
    """The machine refused to write the log of decisions."""

    def __init__(self, log: Path, error: OSError) -> None:
        super().__init__(
            f"cannot write {log}: {error.strerror or error}; check its permissions, "
            "or name the folder of texts with --raw"
        )


class UnknownCheckError(RefusedError):
    """No check has the code."""

    def __init__(self, code: str, near: Sequence[str]) -> None:
        hint = f"did you mean {' or '.join(near)}?" if near else "`pipeline checks` lists them"
        super().__init__(f"no check has the code {code!r}: {hint}")
