"""Zoeken: a question, the filters, and the passages that answer it."""

import streamlit as st

from index.filters import Filters
from index.search import Answer, Hit, search
from views.shared import (
    describe,
    encoder,
    filters_beside,
    open_library,
    parameter,
    plain,
    show_quote,
    show_source,
)
from views.words import theme_label

MORE = 10
"""Hits that are shown at first, and added by each "Meer"."""

EXAMPLES = (
    "Wat is er toegezegd over jeugdoverlast?",
    "speerpunten veiligheid 2023",
    "Wie is portefeuillehouder veiligheid?",
)


def show() -> None:
    """The form, then the answer to what the address asks."""
    st.title("Zoeken in beleidsstukken")
    filters = filters_beside()
    question, literal = _form()
    if not question:
        _show_start()
        return
    count = parameter("aantal")
    k = int(count) if count.isdecimal() and 0 < int(count) <= 1000 else MORE
    answer = search(open_library(), encoder(), question, filters=filters, k=k, literal=literal)
    _show_answer(answer, filters)
    if len(answer.hits) == k and answer.total > k and st.button(f"Meer (nu {k} van {answer.total})"):
        st.query_params["aantal"] = str(k + MORE)
        st.rerun()


def _form() -> tuple[str, bool]:
    with st.form("vraag", border=False):
        asked, press = st.columns([5, 1], vertical_alignment="bottom")
        question = asked.text_input("Uw vraag", parameter("vraag"), placeholder=EXAMPLES[0], max_chars=500)
        pressed = press.form_submit_button("Zoek", type="primary", width="stretch")
        literal = st.checkbox(
            "Letterlijk: lees geen gemeente, jaar of soort uit de vraag", parameter("letterlijk") == "ja"
        )
    if pressed:
        st.query_params["vraag"] = question.strip()
        st.query_params["letterlijk"] = "ja" if literal else ""
        st.query_params.pop("aantal", None)
    return question.strip(), literal


def _show_start() -> None:
    documents = open_library().documents()
    read = [row for row in documents if row.status != "failed"]
    places = sorted({row.municipality for row in read if row.municipality})
    st.write(plain(f"In deze collectie: {len(read)} stukken van {len(places)} gemeenten: {', '.join(places)}."))
    st.write("Bijvoorbeeld:")
    for example in EXAMPLES:
        st.page_link("views/zoeken.py", label=plain(example), query_params={"vraag": example})


def _show_answer(answer: Answer, filters: Filters) -> None:
    if answer.understood:
        st.text("Begrepen als: " + ", ".join(answer.understood))
    narrowed = describe(filters)
    if answer.hits:
        st.markdown(
            f"**{len(answer.hits)} van {answer.total} passages**" + (f" ({plain(narrowed)})" if narrowed else "")
        )
    if answer.note:
        st.info(plain(answer.note))
    for hit in answer.hits:
        _show_hit(hit)


def _show_hit(hit: Hit) -> None:
    passage = hit.passage
    with st.container(border=True):
        show_source(passage, passage.start, passage.end)
        show_quote(passage.text, hit.marks)
        notes = [", ".join(theme_label(score.theme) for score in passage.themes[:3]), "; ".join(hit.reasons)]
        st.text("  ·  ".join(note for note in notes if note))


show()
