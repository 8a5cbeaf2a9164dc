"""What reads like an act and is a rule, a reading guide or a caption."""

import pytest

from tests.facts.committing import found

ARTICLES = (
    "Artikel {} Orde\nDe voorzitter sluit de vergadering en de griffier stuurt in mei een verslag aan de leden.\n"
)


def test_articles_of_a_regulation_promise_nothing() -> None:
    assert found("".join(map(ARTICLES.format, range(1, 6))), "regeling") == []


def test_a_plan_that_names_an_article_promises() -> None:
    told = (
        "Op grond van artikel 13 stellen wij in 2027 een plan op voor de haven en betrekken wij de bewoners daarbij. "
    )
    assert len(found(told + "Artikel 13 blijft gelden.", "programmabegroting", 2027)) > 0


@pytest.mark.parametrize(
    "text",
    [
        "Dit betekent niet dat de gemeente in 2027 alle huizen zelf gaat bouwen.",
        "In hoofdstuk 2 geven wij een doorkijk naar de komende jaren.",
        "Met de rapportage geven wij u informatie over de voortgang in 2027.",
        "Het commissariaat is in 2026 een procedure gestart.",
        "De huidige cao loopt tot 1 januari 2028.",
    ],
)
def test_no_act_of_its_own(text: str) -> None:
    assert found(text, "programmabegroting", 2027) == []


def test_a_report_opens_with_what_it_is_and_tells_what_was_done_behind_that() -> None:
    said = "Tussentijds rapporteert het college aan de raad over de uitvoering."
    assert found(f"# Inleiding\n{said}", "jaarstukken", 2027) == []
    assert len(found(f"# Haven\n{said}", "jaarstukken", 2027)) == 1
