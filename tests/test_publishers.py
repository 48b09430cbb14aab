"""A publisher is one data file and its fixtures."""

import pathlib
import re
import tomllib

import pytest

from conftest import FIXTURES
from dumpparse import rules
from dumpparse.cues import _BULLETS, LONG
from dumpparse.labels import Weights, states
from dumpparse.lines import Dump
from dumpparse.profile import Profile, choose, profile

FOLDER = pathlib.Path(rules.__file__).parent / "publishers"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def test_there_are_publishers():
    assert "dawn" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_has_fixtures(name):
    dumps = list((FIXTURES / name).glob("*.txt"))
    assert len(dumps) > 1, f"publishers/{name}.toml has not two dumps in fixtures/{name}/: a publisher is one data file and its fixtures"


def test_fixtures_have_publishers():
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir()}
    assert folders - {"generic", "teasers"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_is_chosen_by_what_its_fixtures_show(name):
    chosen = [choose(Dump(path.read_text(encoding="utf-8"))) for path in (FIXTURES / name).glob("*.txt")]
    assert profile(name) in chosen
    assert set(chosen) <= {profile(name), profile(None)}, "another publisher's dump"


def test_no_generic_fixture_shows_a_publisher():
    for path in (FIXTURES / "generic").glob("*.txt"):
        assert choose(Dump(path.read_text(encoding="utf-8"))) is profile(None), path.name


def test_an_item_of_a_list_shows_a_publisher():
    assert choose(Dump("Home\n* Guardian Weekly\nSport")) is profile("guardian")
    assert choose(Dump("Home\nRead in Guardian Weekly\nSport")) is profile(None)


@pytest.mark.parametrize("name", NAMES)
def test_file_is_sound(name):
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert set(tomllib.loads(text.partition("\n[")[0])) >= {"name", "lines"}, "what tells a publisher stands above the first table"
    assert set(table) <= {"name", "known", "dates", "lines", "top", "text", "sites", "phrases", "pattern", "weights"}
    assert table["name"]
    assert "known" not in table or name == "dawn", "what is learned judges all others"
    assert table.get("dates", "day first") in ("day first", "month first")
    for sign in (*table["lines"], *table.get("top", ()), *table.get("text", ())):
        assert len(sign) > 5 or not sign.isascii(), f"{sign!r} may stand on anybody's page"
    assert all(line == line.strip() for line in table["lines"])
    assert all(table["name"] in piece for piece in table.get("text", ())), "pieces without the paper's name are looked for at the top alone"
    assert all(line == line.lower() for line in table.get("sites", ()))
    for cue, lines in table.get("phrases", {}).items():
        phrases = rules.phrases(lines)
        assert len(phrases) == len(set(phrases)), cue
        assert all(phrase == phrase.strip(_BULLETS) and len(phrase) <= 60 for phrase in phrases), (
            f"{cue}: a line is looked up without signs around it"
        )
    check(Profile([rules.table("generic"), rules.publisher(name)]))


def test_a_line_tells_one_publisher():
    lines = [line for path in FOLDER.glob("*.toml") for line in tomllib.loads(path.read_text(encoding="utf-8"))["lines"]]
    assert len(lines) == len(set(lines))


def test_generic_rules_are_sound():
    check(profile())


def check(rules_in_force):
    weights = rules_in_force.weights
    for phrase, cues in rules_in_force.phrases.items():
        assert phrase == phrase.lower().strip(), f"{phrase!r}: phrases are lower case, without space around"
        for cue in cues:
            assert cue in weights.table, f"{phrase!r} has the cue {cue!r}, which rules/weights.toml does not know"
    for word, patterns in (*rules_in_force.by_first.items(), *rules_in_force.by_need.items()):
        assert word == word.lower()
        for pattern in patterns:
            assert 0 < pattern.longest <= LONG
            assert pattern.cue in weights.table
            for source in pattern.sources:
                re.compile(source)


def test_weights_name_only_what_there_is():
    known = set(states().names) | set(states().labels)
    weights = dict(rules.table("weights"))
    assert set(weights.pop("never")) <= set(weights)
    for cue, row in weights.items():
        assert set(row) <= known, f"[{cue}] in rules/weights.toml"
        assert all(isinstance(weight, float | int) for weight in row.values())


def test_every_state_can_be_reached_and_left():
    topology = states()
    for number, name in enumerate(topology.names):
        assert topology.before[number] or topology.start[number] > float("-inf"), f"nothing may stand before {name}"


def test_phrases_stand_in_one_list_of_a_kind():
    for cue, lines in rules.table("generic")["phrases"].items():
        phrases = rules.phrases(lines)
        assert all(phrases), cue
        assert len(phrases) == len(set(phrases)), cue


def test_places_are_in_capitals_and_sorted_by_hand():
    for place in rules.places():
        assert place == place.upper()
        assert not re.search(r"\d|^\s|\s$", place)


def test_a_weight_of_a_label_holds_in_each_of_its_states_but_where_the_state_has_its_own():
    weights = Weights({"cue": {"body": 1.0, "body.opening": 5.0}})
    (opening,) = states().of["body.opening"]
    (more,) = states().of["body.more"]
    assert weights.score(("cue",)) == {opening: 5.0, more: 1.0}
