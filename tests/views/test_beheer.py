"""What a user changes in the app: adding, correcting, removing, and marking facts."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.export import to_csv
from index.library import Library
from index.store.filters import Filters
from index.store.judgements import Judgements
from ingest.errors import SpeerpuntError
from tests.views.app import headings, html, links, marked_words, open_page, quotes, texts
from views.adding import keep, safe_name, take_in, was_added_here
from views.output import facts_listed
from views.taking import today


@pytest.fixture
def library(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the sample library, to change."""
    folder = tmp_path / "library"
    shutil.copytree(sample, folder)
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


@dataclass
class Sent:
    """A file as the browser sends it."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Kadernota 2024.pdf", "Kadernota 2024.pdf", id="as it is"),
        pytest.param("../../etc/passwd.txt", "passwd.txt", id="no way out"),
        pytest.param("C:\\stukken\\begroting.PDF", "begroting.pdf", id="from Windows"),
        pytest.param("=cmd|'<b>.html", "_cmd___b_.html", id="nothing that means something"),
        pytest.param("\u202egnp.exe\n.txt", "_gnp.exe_.txt", id="no control characters"),
        pytest.param("...", "stuk", id="nothing left"),
        pytest.param("a" * 300 + ".docx", "a" * 115 + ".docx", id="too long"),
    ],
)
def test_safe_name(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_another_file_of_the_same_name_is_kept_beside_it(tmp_path: Path) -> None:
    first, again, other = keep(
        [Sent("nota.txt", b"een"), Sent("nota.txt", b"een"), Sent("nota.txt", b"twee")], tmp_path
    )
    assert (first.name, again) == ("nota.txt", first)
    assert other.name.startswith("nota-")
    assert [path.read_bytes() for path in (first, other)] == [b"een", b"twee"]
    assert was_added_here(str(other), tmp_path)
    assert not was_added_here(str(tmp_path / "elders.txt"), tmp_path)


def test_what_is_added_can_be_found(library: Path) -> None:
    text = "Kadernota 2026 gemeente Waterdrecht\n\nDe gemeente plaatst in 2026 twaalf bankjes langs de Zijlgracht.\n"
    take_in(keep([Sent("kadernota-2026.txt", text.encode())], library))
    with Library.open(library) as opened:
        (row,) = opened.documents(Filters(years=(2026,)))
    assert (row.file, row.municipality) == ("kadernota-2026.txt", "Waterdrecht")


def test_who_adds_files_hears_how_far_it_is(library: Path) -> None:
    said: list[int] = []
    sent = [Sent(f"nota-{number}.txt", f"Nota {number} over woningbouw.".encode()) for number in range(3)]
    take_in(keep(sent, library), said.append)
    assert said == [0, 1, 2]


def test_reading_that_takes_too_long_is_stopped_and_told(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.adding.SECONDS", 0)
    with pytest.raises(SpeerpuntError, match="duurt te lang"):
        take_in(keep([Sent("nota.txt", b"Een nota.")], library))


def test_a_file_that_fails_is_in_the_collection_as_failed(library: Path) -> None:
    (path,) = keep([Sent("kapot.pdf", b"%PDF-1.7 en dan niets")], library)
    take_in([path])
    with Library.open(library) as opened:
        row = opened.document(str(path))
    assert row is not None
    assert row.status == "failed"


def test_a_library_that_cannot_be_written_is_told(library: Path) -> None:
    (library / "speerpunt.sqlite").write_bytes(b"geen database")
    with pytest.raises(SpeerpuntError) as caught:
        take_in(keep([Sent("nota.txt", b"Een nota.")], library))
    assert "is beschadigd" in caught.value.remedy


def test_the_page_to_add(library: Path) -> None:
    app = open_page("toevoegen")
    assert not app.exception
    assert texts(app)[0].startswith("Kies ten hoogste 20 bestanden van ten hoogste 100 MB")
    assert "Stukken toevoegen" in links(open_page("collectie"))


def test_read_only_changes_nothing(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_ALLEEN_LEZEN", "1")
    assert texts(open_page("toevoegen")) == [
        "Deze app is gestart om alleen te lezen. Vraag de beheerder om een stuk toe te voegen."
    ]
    assert "Stukken toevoegen" not in links(open_page("collectie"))
    assert [item.label for item in document(library).expander if "Klopt hier iets niet?" in item.label] == []


def document(library: Path) -> AppTest:
    with Library.open(library) as opened:
        row = next(row for row in opened.documents() if "kadernota" in row.file)
    return open_page("document", doc=row.source.sha256)


def submit(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_a_correction_shows_who_made_it_and_filters_follow(library: Path) -> None:
    app = document(library)
    app.selectbox[0].select("municipality")
    app.text_input[0].input("Oosterhage")
    app.text_input[1].input("staat op de voorkant")
    app = submit(app, "Verbeter")
    assert not app.exception
    said = [text for text in texts(app) if text.startswith("Verbeterd door een mens")]
    assert [text.partition(": ")[2] for text in said] == ["Gemeente is Oosterhage (staat op de voorkant)"]
    with Library.open(library) as opened:
        assert [row.file for row in opened.documents(Filters(municipalities=("Oosterhage",)))] == [
            "kadernota-2024-waterdrecht.txt"
        ]


def test_a_correction_survives_a_new_ingest_and_can_be_taken_back(library: Path, sample_texts: Path) -> None:
    app = document(library)
    app.selectbox[0].select("reporting_year")
    app.text_input[0].input("2031")
    app = submit(app, "Verbeter")
    take_in([sample_texts])
    assert years(library) == {2024, 2031}
    app = submit(document(library), "Neem alle verbeteringen van dit stuk terug")
    assert not app.exception
    assert years(library) == {2024}


def years(library: Path) -> set[int | None]:
    with Library.open(library) as opened:
        return {row.year for row in opened.documents()}


def test_a_value_that_is_no_year_is_refused(library: Path) -> None:
    app = document(library)
    app.selectbox[0].select("reporting_year")
    app.text_input[0].input("volgend jaar")
    app = submit(app, "Verbeter")
    assert [warning.value for warning in app.warning] == ["Dit kan niet worden opgeslagen: schrijf het als 2024."]
    assert Judgements(library).given() == {}


def test_removal_asks_first(library: Path) -> None:
    app = document(library)
    button = next(button for button in app.button if button.label == "Verwijder")
    assert button.disabled
    app.checkbox[0].check().run()
    submit(app, "Verwijder")
    with Library.open(library) as opened:
        assert [row.file for row in opened.documents()] == ["verslag-raad-2024-03-12.txt"]


def test_a_fact_marked_wrong_shows_that_a_person_looked(library: Path) -> None:
    app = open_page("speerpunten")
    assert [item.value for item in app.caption if "Door het programma gelezen" in item.value]
    app.radio[0].set_value("wrong")
    app.text_input[0].input("Dit is een kop.")
    app = submit(app, "Bewaar")
    assert not app.exception
    judged = [re.sub("<[^>]+>", "", body) for body in html(app) if "Nagekeken" in body]
    assert [text.partition(": ")[::2] for text in judged] == [
        (f"✗ Nagekeken door een mens op {today():%d-%m-%Y}", "klopt niet: Dit is een kop.")
    ]
    (mark,) = Judgements(library).marks()
    assert (mark.kind, mark.verdict, mark.note) == ("speerpunt", "wrong", "Dit is een kop.")


def test_a_fact_of_any_kind_can_be_marked_at_its_document_and_the_mark_is_taken_along(library: Path) -> None:
    with Library.open(library) as opened:
        row = opened.facts("amount")[0]
    app = open_page("document", doc=row.document.source.sha256, feit="amount")
    assert not app.exception
    assert headings(app, 2) == ["1 bedrag in dit stuk"]
    assert quotes(app) == [
        "De gemeente Waterdrecht stelt in 2024 een budget van € 45.000 beschikbaar voor twee jongerenwerkers."
    ]
    assert marked_words(app) == ["€ 45.000"]
    app.radio[0].set_value("right")
    app.text_input[-1].input("=1+1 <b>ja</b>")
    app = submit(app, "Bewaar")
    (framed,) = [body for body in html(app) if "Nagekeken" in body]
    assert "klopt: =1+1 &lt;b&gt;ja&lt;/b&gt;</p>" in framed
    with Library.open(library) as opened:
        listed = facts_listed(opened, "amount", Filters())
        (record,) = listed.rows()
    assert set(listed.names) <= set(record)
    said = (record["nagekeken"], record["nagekeken op"], record["toelichting bij nakijken"])
    assert said == ("klopt", today(), "=1+1 <b>ja</b>")
    assert "'=1+1 <b>ja</b>" in to_csv([record])


def test_a_municipality_with_a_slip_is_asked_about_and_kept_when_it_is_given_again(library: Path) -> None:
    app = document(library)
    for given in (False, True):
        app.selectbox[0].select("municipality")
        app.text_input[0].input("Waterdrecth")
        app = submit(app, "Verbeter")
        assert [r"Bedoelt u Waterdrecht in plaats van Waterdrecth?" in w.value for w in app.warning] == [True] * (
            not given
        )
        assert bool(Judgements(library).given()) == given
