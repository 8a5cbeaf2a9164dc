"""The scorer of heading paths."""

from pathlib import Path

import pytest

from evaluation.score_headings import LABELS, Label, judge, main, misses, read_labels, table
from ingest.model import Document, Identity, Inferred, Page, Passage, Section, Source

FIRST = "Op straat is het rustig. "
SECOND = "Wij plaatsen drie camera's bij de haven.\n"
THIRD = "De haven groeit."
PATH = ("P1 Veiligheid", "1.2 Cameratoezicht")


def document() -> Document:
    """Two pages; the second begins with a text that no passage holds."""
    text = FIRST + SECOND + THIRD
    nothing: Inferred[object] = Inferred(None, 0.0)
    identity = Identity("Begroting", nothing, (), nothing, nothing, nothing, nothing)  # type: ignore[arg-type]
    cut = len(FIRST + SECOND)
    return Document(
        source=Source("a.pdf", "a.pdf", "", "pdf"),
        text=text,
        identity=identity,
        status="ok",
        pages=(Page(1, 0, cut), Page(2, cut, len(text))),
        sections=(
            Section(cut, len(text), cut, 1, ("P2 Economie",)),
            Section(cut, len(text), cut, 2, ("P2 Economie", "Haven")),
        ),
        passages=(Passage(0, len(FIRST), PATH[:1]), Passage(len(FIRST), cut, PATH)),
    )


def label(anchor: str, leaf: str, chapter: str = "", *, page: int | None = 1, half: str = "work") -> Label:
    return Label("a.pdf", page, anchor, leaf, chapter, half)


def verdict_of(wanted: Label) -> tuple[bool, bool]:
    (verdict,) = judge(document(), [wanted])
    return verdict.leaf_right, verdict.path_right


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(label("Wij plaatsen drie", "Cameratoezicht", "P1 Veiligheid"), (True, True), id="right"),
        pytest.param(label("Wij plaatsen drie", "3.4 Cameratoezicht"), (True, True), id="another number"),
        pytest.param(label("wij  plaatsen|DRIE", "Cameratoezicht"), (True, True), id="other spaces and signs"),
        pytest.param(label("Wij plaatsen drie", "Toezicht|Cameratoezicht"), (True, True), id="one of two"),
        pytest.param(label("Wij plaatsen drie", "Camera…"), (True, True), id="how it begins"),
        pytest.param(label("Wij plaatsen drie", "Camera"), (False, False), id="only a part"),
        pytest.param(label("Wij plaatsen drie", "Cameratoezicht", "P2 Economie"), (True, False), id="wrong chapter"),
        pytest.param(label("Wij plaatsen drie", "P1 Veiligheid"), (False, False), id="only the chapter"),
        pytest.param(label("De haven groeit", "Haven", "P2 Economie", page=2), (True, True), id="in no passage"),
        pytest.param(label("De haven groeit", "Haven"), (False, False), id="on another page"),
        pytest.param(label("De haven groeit", "Haven", page=9), (False, False), id="page that is not there"),
        pytest.param(label("De haven groeit", "Haven", page=None), (True, True), id="a format without pages"),
    ],
)
def test_a_label_is_compared(wanted: Label, expected: tuple[bool, bool]) -> None:
    assert verdict_of(wanted) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("P1 Veiligheid > Cameratoezicht", True, id="every level"),
        pytest.param("Cameratoezicht", False, id="a level too many found"),
        pytest.param("P1 Veiligheid > Openbare orde > Cameratoezicht", False, id="a level too few found"),
        pytest.param("P2 Economie|P1 Veiligheid > Camera…", True, id="one of two, and how it begins"),
        pytest.param("", None, id="not labelled"),
    ],
)
def test_a_whole_path_is_compared(path: str, expected: bool | None) -> None:
    wanted = Label("a.pdf", 1, "Wij plaatsen drie", "Cameratoezicht", "", "work", path)

    (verdict,) = judge(document(), [wanted])

    assert verdict.whole_right is expected


def test_the_table_counts_each_half_and_the_misses_say_what_was_found() -> None:
    right = label("Wij plaatsen drie", "Cameratoezicht", "P1 Veiligheid")
    wrong = label("Op straat is", "Cameratoezicht", "P1 Veiligheid", half="held")
    lost = label("Er komt een brug", "Bruggen", half="held")
    verdicts = judge(document(), [right, wrong, lost])

    assert [line.split() for line in table(verdicts).splitlines()[1:]] == [
        ["work", "1", "1", "100.0%", "1", "100.0%", "-"],
        ["held", "2", "0", "0.0%", "0", "0.0%", "-"],
        ["both", "3", "1", "33.3%", "1", "33.3%", "-"],
    ]
    assert misses(verdicts, "work") == []
    assert misses(verdicts, "held") == [
        'a.pdf p. 1 "Op straat is": P1 Veiligheid; should be P1 Veiligheid > Cameratoezicht',
        'a.pdf p. 1 "Er komt een brug": not on its page; should be ... > Bruggen',
    ]


def test_a_file_is_read_and_an_absent_one_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.txt").write_text(
        "Programma 1 Veiligheid\n\nCameratoezicht\n\nDe gemeente Waterdrecht plaatst in 2025 drie camera's.\n",
        encoding="utf-8",
    )
    labels = tmp_path / "labels.csv"
    head = "file,page,anchor,leaf,chapter,half\n"
    row = "plan.txt,,De gemeente Waterdrecht plaatst,Cameratoezicht,Programma 1 Veiligheid,work\n"
    labels.write_text(head + row, encoding="utf-8")
    assert main(["--documents", str(tmp_path), "--labels", str(labels)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["work", "1", "1", "100.0%", "1", "100.0%", "-"]

    labels.write_text(head + row + row.replace("plan.txt", "weg.pdf"), encoding="utf-8")
    assert main(["--documents", str(tmp_path), "--labels", str(labels)]) == 1
    assert "weg.pdf: not in" in capsys.readouterr().out


def test_the_labels_are_enough_and_in_two_like_halves() -> None:
    labels = read_labels(LABELS)
    halves = [label.half for label in labels]
    assert len(labels) >= 60
    assert set(halves) == {"work", "held"}
    assert abs(halves.count("work") - halves.count("held")) <= 5
    by_page = {(label.file, label.page): set[str]() for label in labels if label.page}
    for one in labels:
        if one.page:
            by_page[one.file, one.page].add(one.half)
    assert all(len(found) == 1 for found in by_page.values())


@pytest.mark.slow
def test_every_labelled_passage_is_on_its_page(shared: Path) -> None:
    from ingest.files import find_files
    from ingest.pipeline import read_document

    name = "den-helder-besluitenlijst-2015-06-29.pdf"
    file = shared / "documents" / name
    verdicts = judge(
        read_document(find_files([file]).jobs[0]), [one for one in read_labels(LABELS) if one.file == name]
    )
    assert len(verdicts) == 8
    assert all(verdict.path is not None for verdict in verdicts)
