"""Counts beside a list, and which years a collection covers."""

from pathlib import Path

from index.finding.tally import coverage, tally, years_of
from tests.index.making import document, identity, new_library, put


def test_counts_and_coverage(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("Een.\nTwee.", path="a.txt", identity=identity("Waterdrecht", year=2022)))
        put(library, document("Drie.", path="b.txt", identity=identity("Waterdrecht", year=2023)))
        put(library, document("Vier.", path="c.txt", identity=identity("Oosterhage", "ivp", None, (2023, 2026))))
        put(library, document("Vijf.", path="d.txt", identity=identity(None, None, None)))
        rows = library.documents()
        counts = tally([passage for row in rows for passage in library.passages_of(row.id)])
    assert counts.municipalities == {"Waterdrecht": 3, "Oosterhage": 1}
    assert counts.years == {2022: 2, 2023: 1}
    assert list(coverage(rows)) == ["Oosterhage", "Waterdrecht", None]
    assert coverage(rows)["Waterdrecht"] == {"programmabegroting": ("2022", "2023")}
    assert [years_of(row) for row in rows] == ["2022", "2023", "2023-2026", "2021"]


def test_a_plan_of_several_municipalities_counts_for_each(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        both = identity(None, "ivp_regionaal", None, (2023, 2026), also=("Oosterhage", "Waterdrecht"))
        put(library, document("Een.", identity=both))
        found = coverage(library.documents())
    assert found == {"Oosterhage": {"ivp_regionaal": ("2023-2026",)}, "Waterdrecht": {"ivp_regionaal": ("2023-2026",)}}
