"""What comes of the example of a line in each data file of `ingest`; tests/test_data_files.py leaves lines out."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from ingest import noise, seams
from ingest.composing import inline, wording
from ingest.dutch import lemma, sentence_spans
from ingest.facts.acts import cues, headings, promises
from ingest.facts.acts.decisions import _settles
from ingest.facts.aims.goal_marks import _cue as goal_cue
from ingest.facts.aims.speerpunt_words import cue
from ingest.facts.amounts import amounts
from ingest.facts.commitments import commitments
from ingest.facts.indicators import indicators
from ingest.facts.listings import _kind
from ingest.facts.money import money_in
from ingest.facts.officials import officials
from ingest.facts.people.office_words import offices
from ingest.facts.periods import time_expressions
from ingest.facts.states import register_status
from ingest.facts.sums import phrases as amount_phrases
from ingest.facts.tables import heads as table_heads
from ingest.facts.tables import indicator_heads, indicator_tables
from ingest.facts.tables import years as table_years
from ingest.forms import _fields
from ingest.identify import dates, doc_types, doctype, material, tense
from ingest.identify.letterhead import days_of_letterhead
from ingest.identify.municipality import _of_other_authority
from ingest.identify.told import infer_last_told
from ingest.numerals import numbers, ordinals
from ingest.places import slugs as gazetteer_slugs
from ingest.places.context import context_of
from ingest.privacy import private_spans
from ingest.read.html_nodes import _furniture_words
from ingest.sections import _layer_of
from ingest.theme_context import borrows
from ingest.theme_taakvelden import themes_of_taakveld
from ingest.themes import themes_of
from tests.conftest import ROOT
from tests.facts.committing import found
from tests.facts.fact_documents import document, table
from tests.facts.policy_documents import policy
from tests.leaving_out import Line, Outcome

Told = Callable[[str], object]


def example(told: Told) -> Outcome:
    return lambda line: told(line.example)


def framed(told: Told, frame: str = "{}") -> Outcome:
    """The first cell of a line, as a sentence has it."""
    return lambda line: told(frame.replace("{}", line.word).replace("{Cap}", line.word.capitalize()))


def commitment_cue(line: Line) -> object:
    found = cues._patterns()[line.cells["class"]].search(line.example.lower())
    return found and found.group()


def of_kind(pattern: Callable[[str], re.Pattern[str]], kind: str = "kind") -> Outcome:
    """What the patterns of the line's kind find in the example, and whether they are all of it."""

    def told(line: Line) -> object:
        joined = pattern(line.cells[kind])
        return [match.group() for match in joined.finditer(line.example)], bool(joined.fullmatch(line.example))

    return told


def people(text: str) -> object:
    found = officials(document(text))
    return [(one.text, one.name, one.role, one.portfolio) for one in found], list(offices(text))


def people_of_rows(text: str) -> object:
    rows = (tuple(row.split(" | ")) for row in text.split("\n"))
    return [(one.text, one.role, one.portfolio) for one in officials(table(*rows))]


def paper(line: Line) -> material.Material:
    """A paper with that text, or at that address."""
    text, url = ("", line.example) if line.example.startswith("http") else (line.example, None)
    return material.Material(text, "a.txt", None, url, (), (), {}, {})


def around(text: str) -> object:
    place = re.search("Oosterhage", text)
    return place and context_of(text, *place.span())


def commits(text: str) -> object:
    return [found(text, paper) for paper in ("programmabegroting", "coalitieakkoord")]


SPEECH = "Dank u wel, voorzitter. Gaat uw gang, mevrouw Bos. Dank u, meneer Dekker. " * 4


@cache
def promised_by(text: str) -> list[str]:
    """The names of all patterns that match; remembered, because Matchers take long to make."""
    return [name for name, _, _ in promises._matches(text)]


def promise(line: Line) -> object:
    if line.cells["class"] == "never":
        return bool(promises._never().search(line.example))
    if line.cells["class"] == "set":
        return commitments(policy(SPEECH + line.example, "raadsverslag", 2027))
    return not promises._strengths().keys().isdisjoint(promised_by(line.example))


def amount_word(line: Line) -> object:
    """What the words of its kind match: as they stand, as lemmas, and as the end of what stands before the sum."""
    lemmas = " ".join(map(lemma, re.findall(r"[^\W\d_]+", line.example)))
    patterns = of_kind(amount_phrases.words_of)
    before = amount_phrases.tail_at(line.example.partition("€")[0])
    return patterns(line), patterns(replace(line, example=lemmas)), before


def around_two(text: str) -> object:
    """The place in the text, and one that stands by itself."""
    return around(text), around("Ik zie Oosterhage.")


def goal_marks(line: Line) -> object:
    """What the patterns of its kind and level take of the example, and whether they take it whole."""
    pattern = goal_cue(line.cells["kind"], line.cells["level"])
    begun = pattern.match(line.example)
    return begun and begun.group(), bool(pattern.fullmatch(line.example.rstrip(".?")))


def own_date(text: str) -> object:
    """How sure a date is the paper's own, in each type of paper."""
    (day,) = re.finditer("3 mei 2027", text)
    return [dates._own(text, *day.span(), doc_type) for doc_type in ("", *doc_types.doc_types())]


def doc_type_cue(line: Line) -> object:
    """The cues of its place that match the example, each with its type and weight."""
    cues = doctype._cues()[line.cells["waar"]]
    words = line.example or next((text for text in _papers() if re.search(line.cells["patroon"], text, re.I)), "")
    return [(cue.doc_type, cue.weight) for cue in cues if cue.pattern.search(words)]


@cache
def _papers() -> list[str]:
    """Titles and papers that were invented to measure by: the example of a cue that none is written beside."""
    folder = ROOT / "evaluation" / "invented"
    papers, titles = ((folder / name).read_text(encoding="utf-8") for name in ("papers.txt", "titles.tsv"))
    cases = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "identify").glob("test_*.py"))]
    return [*papers.splitlines(), *titles.splitlines(), *re.split("(?m)^=== ", papers), *cases]


def is_heading(text: str) -> object:
    return list(inline._headings(text))


def is_seam(text: str) -> object:
    return bool(seams._sign().search(text))


def times(text: str) -> object:
    return time_expressions(text, 0, len(text))


def field(line: Line) -> object:
    """What a label does where it can stand: before its value, between another label and a name, behind an office."""
    frames = (
        "{Cap}: N. Tazelaar",
        "Portefeuillehouder\n{Cap}\nB. Kraan",
        "Wethouder {Cap} opent.",
        "Portefeuillehouder: B. Kraan\n{Cap}: Sport",
        "{Cap}: wethouder van Dijk",
        "Collegevergadering\n{Cap}: N. Tazelaar",
        "Aanwezig: wethouder van Dijk\n{Cap}: wethouder van Veen",
    )
    return [framed(people, frame)(line) for frame in frames]


def typed(line: Line) -> object:
    """The words that a pattern of whole words stands for, without its marks."""
    words = line.example or re.sub(r"\(\?!.*?\)|\\w\*|[\^$\\]", "", line.cells["pattern"])
    found = material._no_title(line.cells["kind"]).search(words.replace("?", ""))
    return found and found.group()


def indicator_head(words: str) -> object:
    return indicator_heads._kind_of(words), indicator_heads._is_series([words, "2025", "2026"])


def spelled(line: Line) -> str:
    return line.example or line.word


LISTS: dict[str, Outcome] = {
    "abbreviations.txt": framed(sentence_spans, "Wij zien {}. Waterdrecht graag."),
    "company_forms.txt": example(people),
    "contents_labels.txt": framed(wording.names_contents),
    "degrees.txt": framed(people, "Aanwezig: N. Tazelaar {}, burgemeester"),
    "field_labels.txt": framed(wording.opens_field, "{Cap} Een nieuwe brug"),
    "form_fields.tsv": lambda line: _fields(line.cells["1"]).fullmatch(line.example.split(" | ")[0]) is None,
    "looks_ahead.txt": example(infer_last_told),
    "looks_back.txt": example(infer_last_told),
    "theme_exclusions.txt": example(themes_of),
    "former.txt": framed(people, "Dat zei {} wethouder Anna de Wit gisteren."),
    "heading_groups.tsv": example(wording.group_rank),
    "heading_labels.txt": framed(wording.is_label),
    "heading_not.txt": example(wording.could_be_heading),
    "heading_open_ends.txt": framed(wording.breaks_off, "Motie {}"),
    "html_furniture.txt": lambda line: frozenset(line.word.split("+")) in _furniture_words(),
    "indicator_sources.txt": lambda line: indicator_tables._name_and_unit(f"Overlast {spelled(line)}"),
    "indicator_units.txt": lambda line: indicator_tables._name_and_unit(f"Overlast {spelled(line)}"),
    "letter_parts.txt": framed(wording.is_letter_part),
    "mailboxes.txt": framed(private_spans, "Mail {}@waterdrecht.example."),
    "money_heads.txt": framed(table_heads.speaks_of_money),
    "no_borrowing.txt": framed(borrows, "Wij zeggen {} en daarna praten wij met elkaar verder over de haven."),
    "noise_cues.tsv": example(noise.is_chrome),
    "not_name_endings.txt": framed(people, "Wethouder Xyzabc{} opent."),
    "not_names.txt": framed(people, "Wethouder {Cap} opent. Wethouder Anna {Cap} sluit."),
    "not_offices.txt": framed(people, "Wethouder Kraan opent. Daarna spreekt {} Kraan."),
    "other_bodies.txt": example(people),
    "part_names.txt": framed(wording.names_part, "{Cap} Veiligheid"),
    "parties.txt": framed(people, "Wethouder Anna Kraan opent. Daarna spreekt Kraan ({})."),
    "portfolio_topics.txt": framed(people, "Wethouder {Cap} Anna Kraan opent."),
    "public_money.txt": framed(money_in, "Dan telt het {} 3 miljoen."),
    "seam_openers.txt": framed(is_seam, "Wij lopen langs {} wordt het water."),
    "sections_layers.tsv": example(_layer_of),
    "sentence_openers.txt": framed(is_heading, "Haven {} wij nu alle kansen benutten. De haven."),
    "settling_verbs.txt": framed(_settles),
    "slug_noise.txt": framed(lambda slug: set(gazetteer_slugs._without_noise(slug)), "d66waterdrecht{}"),
    "street_endings.txt": lambda line: people(f"Wij zien Burgemeester Kraan{line.word.rstrip('?')} 3 staan."),
    "titles.txt": framed(people, "Wethouder {} Kraan opent"),
    "tussenvoegsels.txt": framed(people, "Wethouder Jan {} Kraan opent"),
}
TABLES: dict[str, Outcome] = {
    "act_headings.tsv": of_kind(headings.heading),
    "actors.tsv": example(commits),
    "amount_changes.tsv": example(lambda text: amounts(document(text))),
    "amount_cues.tsv": example(lambda text: amounts(document(text))),
    "amount_words.tsv": amount_word,
    "commitment_cues.tsv": commitment_cue,
    "date_labels.tsv": example(own_date),
    "doc_type_cues.tsv": doc_type_cue,
    "doc_types.tsv": lambda _: doc_types.doc_types(),
    "fields.tsv": field,
    "goal_cues.tsv": goal_marks,
    "indicator_heads.tsv": example(indicator_head),
    "indicator_words.tsv": example(lambda text: indicators(document(text))),
    "letterhead_fields.tsv": example(days_of_letterhead),
    "name_context.tsv": example(around_two),
    "no_title.tsv": typed,
    "numerals.tsv": lambda line: (line.word in numbers(), line.cells.get("ordinal") in ordinals()),
    "other_authorities.tsv": lambda line: _of_other_authority(paper(line)),
    "people_columns.tsv": example(people_of_rows),
    "period_words.tsv": example(times),
    "private_cues.tsv": example(lambda text: (private_spans(text), private_spans("Bomen\nKarel de Groot"))),
    "promise_cues.tsv": promise,
    "register_columns.tsv": example(_kind),
    "register_status.tsv": example(register_status),
    "roles.tsv": example(people),
    "speerpunt_cues.tsv": of_kind(cue),
    "taakveld_themes.tsv": framed(themes_of_taakveld),
    "tense.tsv": of_kind(tense._verbs, "direction"),
    "third_parties.tsv": example(commits),
    "year_heads.tsv": of_kind(table_years._named),
}
