"""Themes come from cue words, in compounds and inflected forms too, and from headings first of all."""

import json
from pathlib import Path

import pytest

from ingest.model import ThemeCues
from ingest.themes import LEAVES, THEMES, Likeness, cues_of, signs, stem, themes_of, weigh
from tests.timing import grows_linearly


def ids(text: str, *headings: str) -> list[str]:
    return [score.theme for score in themes_of(text, headings)]


def test_there_are_sixty_themes_under_fourteen_parents() -> None:
    parents = [theme for theme in THEMES.values() if not theme.parent]
    assert (len(THEMES), len(parents)) == (74, 14)
    assert all(THEMES[theme.parent] in parents for theme in THEMES.values() if theme.parent)
    assert THEMES["haven"].iv3 == ("1.2", "2.4")


def test_names_the_cues_and_the_probability() -> None:
    (score,) = themes_of("De reddingsbrigade krijgt een nieuwe boot voor de strandveiligheid.")
    assert (score.theme, score.cues) == ("waterveiligheid", ("reddingsbrigade", "strandveiligheid"))
    assert 0.9 < score.probability < 1


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("Er waren meer woninginbraken dan vorig jaar.", "high-impact-crimes", id="plural"),
        pytest.param("De woning-inbraken namen toe.", "high-impact-crimes", id="hyphen left from a line's end"),
        pytest.param(
            "Wij breiden de wijkboa’s uit met een boa-team.", "toezicht-handhaving", id="apostrophe and hyphen"
        ),
        pytest.param("Het hennepbeleid is vernieuwd.", "drugscriminaliteit", id="first part of a compound"),
        pytest.param("De ketenaanpak mensenhandel loopt.", "mensenhandel", id="whole word beside a vague one"),
        pytest.param("Het havenbedrijf werkt mee aan de controle in de haven.", "haven", id="compound and word"),
        pytest.param("Personen met verward gedrag krijgen zorg.", "onbegrepen-gedrag", id="word group"),
        pytest.param("De burgemeester kan een crisismaatregel opleggen.", "onbegrepen-gedrag", id="care, no crisis"),
        pytest.param("Een cybersecurity-scan van persoonsgegevens (AVG).", "informatie-privacy", id="abbreviation"),
        pytest.param("De rioolheffing stijgt door de rioolvervanging.", "riolering-afval", id="outside safety"),
    ],
)
def test_recognises_a_theme(text: str, theme: str) -> None:
    assert ids(text)[:1] == [theme]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wij blijven de regels handhaven in het hele gebied.", id="handhaven is no haven"),
        pytest.param("Respectievelijk twee en drie, natuurlijk geweldig.", id="words that begin like a cue"),
        pytest.param("Het transport van het paspoort.", id="words that end like a cue"),
        pytest.param("Dit mag of dat mag, ov er niets van.", id="abbreviation in small letters"),
        pytest.param("Dank u wel, voorzitter. Ik geef het woord aan de volgende spreker.", id="talk"),
        pytest.param("Aanwezig: secretaris W.F. Havenaar, mevrouw Sportel en de heer J. van Parkeren.", id="names"),
        pytest.param("De haver groeit langs de haverakker.", id="a word that shares a clipped stem"),
        pytest.param("Wij wonen aan de Havenstraat, hoek Schoolplein.", id="streets"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_theme_is_an_answer_too(text: str) -> None:
    assert not {"haven", "groen-recreatie", "geweld-wapens", "sport", "onderwijs", "verkeer-vervoer"} & set(ids(text))


def test_talk_has_no_theme_at_all() -> None:
    assert ids("Dank u wel, voorzitter. Ik geef het woord aan de volgende spreker.") == []


def test_a_hanging_compound_is_completed() -> None:
    assert ids("De aanpak van jeugd- en drugsoverlast")[:2] == ["drugsoverlast", "jeugdoverlast"]
    assert ids("De aanpak van jeugdoverlast en –criminaliteit")[:2] == ["jeugdcriminaliteit", "jeugdoverlast"]


def test_the_heading_outweighs_the_text() -> None:
    text = "Ook scholen en sportverenigingen doen mee."
    assert ids(text)[0] != "verkeersveiligheid"
    assert ids(text, "Programma 2", "Verkeersveiligheid")[0] == "verkeersveiligheid"


def test_a_parent_stands_only_where_none_of_its_children_does() -> None:
    assert "v1" in ids("Overlast en leefbaarheid in een veilige buurt: een veilige wijk, overlast in de woonomgeving.")
    assert "v1" not in ids("Overlast en vandalisme in de buurt: graffiti, vernieling en zwerfvuil in de woonomgeving.")


def test_a_parent_comes_after_the_themes_it_is_no_parent_of() -> None:
    found = themes_of("Overlast, leefbaarheid en een veilige wijk in de woonomgeving; ook de riolering en het afval.")
    assert [score.theme for score in found] == ["riolering-afval", "v1"]
    assert found[0].probability > found[1].probability


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inbraak", "inbraken"),
        ("huis", "huizen"),
        ("digitaal", "digitale"),
        ("camera", "camera's"),
        ("school", "scholen"),
    ],
)
def test_inflected_forms_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def likeness_to(theme: str, formal: float = -1.0) -> Likeness:
    """A passage that is alike to one theme and to no other, with one on sport beside it."""
    scores = [4.0 if leaf == theme else 0.0 for leaf in LEAVES]
    return Likeness(scores, [1.5 if leaf == "sport" else 0.0 for leaf in LEAVES], formal)


def test_meaning_gives_a_theme_that_has_no_cue_and_says_so() -> None:
    cues = cues_of("Zij gaven het cadeau aan de buurman.")
    assert weigh(cues) == ()
    assert signs(cues, likeness_to("sport"), ["sport"])["sport"][-3:] == (4.0, 0.0, 1.5)
    lent = (ThemeCues("sport", near=0.5, cues=("in deze paragraaf: zwembad",)),)
    (score,) = weigh(lent, likeness_to("sport"))
    assert (score.theme, score.cues) == ("sport", ("in deze paragraaf: zwembad", "betekenis"))


def test_meaning_decides_between_themes_with_equal_cues() -> None:
    cues = (ThemeCues("sport", text=1.0, cues=("bal",)), ThemeCues("onderwijs", text=1.0, cues=("bal",)))
    for theme in ("sport", "onderwijs"):
        assert weigh(cues, likeness_to(theme))[0].theme == theme


def test_a_passage_that_is_form_only_has_no_theme_whatever_its_cues() -> None:
    cues = (ThemeCues("sport", text=1.0, cues=("bal",)), ThemeCues("t5", text=2.0, cues=("recreatie",)))
    assert [score.theme for score in weigh(cues, likeness_to("sport"))] == ["sport"]
    assert weigh(cues, likeness_to("sport", formal=3.0)) == ()


def test_a_word_that_stands_with_every_theme_says_no_more_in_a_heading() -> None:
    (motion,) = (each for each in cues_of("", ["Motie over de club"]) if each.theme == "bestuur-participatie")
    (same,) = (each for each in cues_of("Motie over de club") if each.theme == "bestuur-participatie")
    assert motion.heading == same.text < 0.5


def test_a_lone_weak_cue_is_no_whole_share() -> None:
    weak = (ThemeCues("sport", text=0.4),)
    assert signs(weak, None)["sport"][2] == pytest.approx(0.4)
    assert signs((ThemeCues("sport", text=2.0), ThemeCues("onderwijs", text=1.0)), None)["onderwijs"][2] == 0.5


def test_takes_linear_time() -> None:
    def find(size: int) -> None:
        sentences = (f"De gemeente onderzoekt in wijk{i} de overlast en het toezicht {i}." for i in range(size))
        themes_of(" ".join(sentences))

    assert grows_linearly(find, 400)


def test_the_first_theme_is_right_in_four_of_five_sections_of_the_gold(shared: Path) -> None:
    right = total = 0
    for path in sorted((shared / "evaluation" / "gold").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        text = (shared / "seeds" / rows[0]["file"]).read_bytes().decode("utf-8")
        sections = {row["id"]: row for row in rows if row["kind"] == "section"}
        for section in (each for each in sections.values() if each["themes"]):
            path_above, above = [section["heading"]], sections.get(section["parent"])
            while above:
                path_above.insert(0, above["heading"])
                above = sections.get(above["parent"])
            total += 1
            right += ids(text[section["start"] : section["end"]], *path_above)[:1] == section["themes"][:1]
    assert right / total >= 0.8
