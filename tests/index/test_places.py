"""Province and size of municipalities, the collection's own included."""

from pathlib import Path

from index.language.fold import name_key
from index.places import Place, comparable, keep_places, of_its_province, places


def collection(folder: Path, *lines: str) -> Path:
    folder.mkdir()
    path = folder / "gemeenten.csv"
    path.write_text("\n".join(("cbs_code,naam,provincie,inwoners_2025", *lines)) + "\n", encoding="utf-8")
    return path


def test_the_library_keeps_what_its_collections_say(tmp_path: Path) -> None:
    first = collection(tmp_path / "a", "GM1,Waterdrecht,Zuid-Holland,48210", "GM2,Oosterhage,Gelderland,31940")
    second = collection(tmp_path / "b", "GM2,Oosterhage,Gelderland,32000", "GM3,Zonder Getal,,")
    keep_places(tmp_path, [first])
    keep_places(tmp_path, [second, tmp_path / "weg.csv"])
    known = places(tmp_path)
    assert known["waterdrecht"] == Place("Waterdrecht", "Zuid-Holland", 48210)
    assert known["oosterhage"] == Place("Oosterhage", "Gelderland", 32000)
    assert known["zonder getal"] == Place("Zonder Getal", "", None)


def test_a_list_may_be_saved_by_excel_in_dutch(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes("Naam;Provincie;Inwoners_2025\r\nSint-Maartenszijl;Fryslân;9.870\r\n".encode("cp1252"))
    keep_places(tmp_path, [path])
    assert places(tmp_path)[name_key("Sint-Maartenszijl")] == Place("Sint-Maartenszijl", "Fryslân", 9870)


def test_without_a_list_of_its_own_a_library_knows_the_real_ones(tmp_path: Path) -> None:
    keep_places(tmp_path, [])
    assert list(tmp_path.iterdir()) == []
    assert places(tmp_path)["utrecht"].province == "Utrecht"


def test_comparable_is_by_ratio_and_at_most_twice_as_large_or_small() -> None:
    own = Place("Eigen", "", 20_000)
    double, half, less = Place("Dubbel", "", 40_000), Place("Half", "", 10_500), Place("Dorp", "", 9_900)
    city, unknown = Place("Stad", "", 200_000), Place("Onbekend", "", None)
    assert comparable(own, [city, double, unknown, own, less, half]) == [half, double]
    assert comparable(unknown, [own]) == []


def test_of_its_province_are_those_of_any_size_the_most_alike_first() -> None:
    own = Place("Eigen", "Drenthe", 20_000)
    city, village, unknown = (
        Place("Stad", "Drenthe", 200_000),
        Place("Dorp", "Drenthe", 9_000),
        Place("X", "Drenthe", None),
    )
    assert of_its_province(own, [unknown, city, own, Place("Elders", "Utrecht", 20_000), village]) == [
        village,
        city,
        unknown,
    ]
    assert of_its_province(Place("Eigen", "", 20_000), [Place("Ook", "", 20_000)]) == []
