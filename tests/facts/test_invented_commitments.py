"""Letters and meetings in many forms: in all that work is measured on, what must be found is, and nothing wrong."""

import pytest

from evaluation.score_commitments import KINDS, Case, read_cases, score

WORK = [case for kind in KINDS for case in read_cases(kind) if case.split == "work"]
UNSOLVED = {
    "brug dicht": "what a firm does is a promise of nobody where no event or day is named",
    "datalek": "what went wrong reads like a result, and to report like an opinion",
    "uitstel omgevingsplan": "to go over to a plan reads like to be about one",
    "lijst openstaand": "a refusal that names nobody",
    "bewering raadslid": "two turns are too short to tell speech from a report",
    "in dit akkoord staat": "who says it stands beside a verb that the list lacks",
    "eerstvolgende rapportage": "what a paper to come goes into reads like what this paper goes into",
}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.name,
            marks=pytest.mark.xfail(strict=True, reason=UNSOLVED[case.name]) if case.name in UNSOLVED else (),
        )
        for case in WORK
    ],
)
def test_finds_what_is_committed_to(case: Case) -> None:
    _, errors = score(case)
    assert [error for error in errors if error.startswith(("wrong", "missed"))] == []
