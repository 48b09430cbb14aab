"""Which candidate becomes the value of a field, on pages of known publishers and others, and what is said of the rest."""

from pathlib import Path

import pytest

import dumpparse
from dumpparse.candidates import author_lists, authors
from dumpparse.extraction import judge
from dumpparse.fields.authors import choose

FIXTURES = Path(__file__).parent.parent / "fixtures"
P = "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday."
Q = "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added."
R = "The plan was put forward by the harbour master, who told the committee that the last ferry of the day had been full for several months."
S = "Residents of the old quay had asked for quiet after midnight, and three of them spoke against the plan before the members voted on it."
TITLE = "Council backs plan for night ferries in the harbour"
MENU = ["Home", "News", "Sport", "Culture", "Weather", "Sign in"]
BELOW = ["Most Popular", "Bridge to close for a week", "Baker wins prize", "School roof mended", "Contact us", "Privacy policy"]


def page(*above, below=BELOW):
    return dumpparse.extract("\n\n".join([*MENU, *above, P, Q, R, S, *below]))


def test_the_headline_is_the_title_of_what_stands_below_it():
    article = page("Editor's choice", TITLE, "By Zofeen Almeida", "3 May 2021")
    assert (article.headline, article.authors, article.published) == (TITLE, ["Zofeen Almeida"], "2021-05-03")
    assert article.fields["headline"].rule == "most like the title of what stands below it"
    assert [line.label for line in article.lines if line.line.text == TITLE] == ["headline"]


def test_rejected_candidates_are_told_with_their_chance():
    article = page("Ten ways to cook a leek", TITLE, "By Zofeen Almeida", "3 May 2021")
    assert all("less like the title" in one.reason for one in article.fields["headline"].rejected)
    assert article.fields["headline"].rejected


def test_a_label_on_the_line_above_is_the_dates():
    article = page(TITLE, "By Zofeen Almeida", "Published", "3 May 2021", "Updated", "4 May 2021")
    assert article.published == "2021-05-03"


def test_an_update_is_never_when_it_was_published():
    article = page(TITLE, "Updated 4 May 2021")
    assert (article.published, article.updated) == (None, "2021-05-04")


def test_dates_of_teasers_below_are_not_the_articles():
    below = [
        "Most Popular",
        "Bridge to close for a week",
        "1 May 2021",
        "Bridge to close for a week",
        "Baker wins prize",
        "30 April 2021",
        "Baker wins prize",
    ]
    assert page(TITLE, "By Zofeen Almeida", below=below).published is None


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["25/03/2021"], 0),
        (["03/25/2021"], 1),
        (["25/03/2021", "03/25/2021"], None),
        ([], None),
    ],
)
def test_numbers_are_read_as_others_on_the_page_are(lines, order):
    assert judge("\n".join([*MENU, TITLE, "03/04/2021", P, Q, R, S, *lines])).order == order


def test_numbers_are_read_with_the_day_first_where_the_language_is_not_english():
    satz = "Der Rat hat einen Plan beschlossen, die Fähren im Hafen ab dem ersten Juni die ganze Nacht fahren zu lassen, wie die Leiterin sagte."
    text = "\n\n".join([*MENU, "Rat beschließt Nachtfähren im Hafen", "03/04/2021", *[f"{satz} {number}." for number in range(14)]])
    assert dumpparse.extract(text).published == "2021-04-03"


def test_numbers_that_nothing_decides_are_no_value_but_a_warning():
    article = page(TITLE, "By Zofeen Almeida", "03/04/2021")
    assert article.published is None
    assert "date-ambiguous" in article.warnings


def test_another_date_on_the_page_decides():
    article = page(TITLE, "By Zofeen Almeida", "03/04/2021", below=[*BELOW, "© 3 April 2021"])
    assert article.published == "2021-04-03"


@pytest.mark.parametrize("name", ["Staff Reporter", "Reuters", "Editorial"])
def test_a_desk_or_agency_is_a_byline_and_nobody(name):
    article = page(TITLE, f"By {name}", "3 May 2021")
    assert article.authors == []


def test_several_authors():
    assert page(TITLE, "By Zofeen Almeida, Owen Pritchard and Marta Kowalska", "3 May 2021").authors == [
        "Zofeen Almeida",
        "Owen Pritchard",
        "Marta Kowalska",
    ]


def test_a_photographer_is_no_author():
    assert page(TITLE, "By Zofeen Almeida", "3 May 2021", "Photo: Lena Hartwig").authors == ["Zofeen Almeida"]


def test_a_name_cut_from_its_by():
    assert page(TITLE, "By", "Zofeen Almeida", "3 May 2021").authors == ["Zofeen Almeida"]


@pytest.mark.parametrize("date", ["3 May 2021", "Monday 3 May 2021 8:15 am", "Monday, 3 May 2021 |", "Posted on Monday 3 May 2021"])
def test_a_byline_behind_its_date(date):
    article = page(TITLE, f"{date} by Zofeen Almeida")
    assert article.byline.strip() == "by Zofeen Almeida"
    assert article.authors == ["Zofeen Almeida"]


def test_what_is_read_as_the_headline_is_not_in_the_body():
    judged = judge("\n\n".join([TITLE, "By Zofeen Almeida", "3 May 2021", P, Q, R]))
    taken = judged.article[1]
    assert taken in judged.article
    judged.settle(taken, "headline", 0.9)
    assert taken not in judged.article


def test_all_that_by_leads_in_are_the_authors():
    names = ["Palesa Nqoba", "Ruan Terblanche", "Zanele Qwabe"]
    assert page(TITLE, "By {}, {} and {}".format(*names), "3 May 2021").authors == names


def test_a_headline_has_no_bullet():
    article = page(f"* {TITLE}", "By Zofeen Almeida", "3 May 2021")
    assert article.headline == TITLE
    assert article.fields["headline"].text == TITLE


@pytest.mark.parametrize(
    "above",
    [
        ["Harbour", TITLE, f"Harbour {TITLE}"],
        ["Home", "News", f"* {TITLE}", f"Comment {TITLE}"],
    ],
)
def test_the_kicker_that_a_dumper_joined_to_the_headline_is_left_out_where_it_stands_alone_too(above):
    assert page(*above, "By Zofeen Almeida", "3 May 2021").headline == TITLE


def test_two_lines_that_could_as_well_be_the_headline_give_a_warning(monkeypatch):
    # How near their chances are changes with each training.
    monkeypatch.setattr("dumpparse.fields.headline._CLOSE", 0.9)
    article = page("Council backs the ferries", "Council likes the ferries")
    title, rival = article.fields["headline"], article.fields["headline"].rejected[0]
    assert "headline-ambiguous" in article.warnings
    assert {title.text, rival.text} == {"Council backs the ferries", "Council likes the ferries"}
    assert f"against {title.chance:.2f}" in rival.reason
    assert "headline-ambiguous" not in page(TITLE, "By Zofeen Almeida", "3 May 2021").warnings


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["By Palesa Nqoba", ",", "Ruan Terblanche", "and", "Zanele Qwabe"], "By Palesa Nqoba, Ruan Terblanche and Zanele Qwabe"),
        (["By", "Palesa Nqoba", ",", "Ruan Terblanche", "&", "Zanele Qwabe"], "By Palesa Nqoba, Ruan Terblanche & Zanele Qwabe"),
        (["By Palesa Nqoba,", "Ruan Terblanche,", "Zanele Qwabe"], "By Palesa Nqoba, Ruan Terblanche, Zanele Qwabe"),
        (["Von", "Palesa Nqoba", ",", "Ruan Terblanche", "und", "Zanele Qwabe"], "Von Palesa Nqoba, Ruan Terblanche und Zanele Qwabe"),
        (
            ["By Palesa Nqoba", ", Harbour Correspondent, ", "Ruan Terblanche", "& Zanele Qwabe"],
            "By Palesa Nqoba, Harbour Correspondent, Ruan Terblanche & Zanele Qwabe",
        ),
        (["By Palesa Nqoba", "1", ",", "Ruan Terblanche", "&", "…", "Zanele Qwabe"], "By Palesa Nqoba 1, Ruan Terblanche & … Zanele Qwabe"),
    ],
)
def test_authors_of_a_list_printed_over_several_lines(lines, byline):
    article = page(TITLE, *lines, "3 May 2021")
    assert article.byline == byline
    assert article.authors == ["Palesa Nqoba", "Ruan Terblanche", "Zanele Qwabe"]


def test_a_list_of_authors_is_read_where_the_best_of_them_is_named_again():
    whole = page(TITLE, "Palesa Nqoba,", "Ruan Terblanche (special correspondent)", "3 May 2021", below=["Palesa Nqoba", "See all", *BELOW]).page
    found = authors.find(whole, whole.texts.index(TITLE), whole.texts.index("3 May 2021"))
    chances = [0.8 if one.unit > whole.around.last else 0.5 if one.mention.name == "Palesa Nqoba" else 0.1 for one in found]
    assert {one.unit > whole.around.last for one in found if one.mention.name == "Palesa Nqoba"} == {True, False}
    assert [one.mention.name for one, _ in choose(whole, found, chances, 0.15)] == ["Palesa Nqoba", "Ruan Terblanche"]


@pytest.mark.parametrize(
    ("between", "chance", "authors_"),
    [
        ([], 0.6, ["Palesa Nqoba", "Ruan Terblanche"]),  # on the next line
        (["Share", "3 May 2021"], 0.6, ["Palesa Nqoba"]),  # of a picture, more often
        (["Share", "3 May 2021"], 0.92, ["Palesa Nqoba", "Ruan Terblanche"]),
        ([","], 0.6, ["Palesa Nqoba", "Ruan Terblanche"]),  # of one list
        (["Share"] * 6, 0.92, ["Palesa Nqoba"]),
        (["Share"] * 6, 0.96, ["Palesa Nqoba", "Ruan Terblanche"]),
    ],
)
def test_a_second_author_is_surer_the_farther_from_the_first(between, chance, authors_):
    whole = page(TITLE, "By Palesa Nqoba", *between, "Ruan Terblanche").page
    found = authors.find(whole, whole.texts.index(TITLE), None)
    chances = [{"Palesa Nqoba": 0.97, "Ruan Terblanche": chance}.get(one.mention.name, 0.0) for one in found]
    assert [one.mention.name for one, _ in choose(whole, found, chances, 0.15)] == authors_


@pytest.mark.parametrize("lines", [["Edited by"], ["Edited", "by"], ["Photo", "By:"]])
def test_who_is_led_in_by_another_line_as_an_editor_gives_way(lines):
    whole = page(TITLE, "By Palesa Nqoba", *lines, "Ruan Terblanche").page
    found = authors.find(whole, whole.texts.index(TITLE), None)
    assert [one.mention.name for one, _ in choose(whole, found, [0.97] * len(found), 0.15)] == ["Palesa Nqoba"]


@pytest.mark.parametrize("label", ["Reading time: 4 min", "Category: Harbour", "Kategorien: Hafen"])
def test_a_label_behind_the_author_is_not_in_the_name(label):
    assert page(TITLE, f"3.5.2021 by Palesa Nqoba {label}").authors == ["Palesa Nqoba"]


def test_a_list_of_authors_ends_where_the_article_begins():
    sentence = " ".join(["The ferries cross the harbour and the strait by night and have done so for years,"] * 3)
    article = page(TITLE, "3 May 2021", "By Palesa Nqoba,", sentence, "Ruan Terblanche")
    assert (article.authors, article.byline) == (["Palesa Nqoba"], "By Palesa Nqoba")


def test_the_agency_of_a_byline_over_several_lines_is_found_on_its_line():
    text = "\n\n".join([*MENU, TITLE, "By Palesa Nqoba", "and", "AFP", "and", "Ruan Terblanche", "3 May 2021", P, Q, R, S])
    article = dumpparse.extract(text)
    assert article.byline == "By Palesa Nqoba and AFP and Ruan Terblanche"
    assert article.agency == "AFP"
    start, end = article.fields["agency"].span
    assert text[start:end] == "AFP"


@pytest.mark.parametrize("after", [[",", "Harbour Correspondent"], [",", "Cape Town"], ["Photos by", "Ruan Terblanche"]])
def test_who_and_what_is_named_below_the_author_besides_authors(after):
    article = page(TITLE, "By Palesa Nqoba", *after, "3 May 2021")
    assert (article.authors, article.byline) == (["Palesa Nqoba"], "By Palesa Nqoba")


def test_paragraphs_alone_have_no_headline():
    article = dumpparse.extract("\n\n".join([P, Q, R]))
    assert article.headline is None
    assert article.body == "\n\n".join([P, Q, R])


@pytest.mark.parametrize("label", ["Updated", "Last modified on", "Updated\n\nat"])
def test_when_it_was_updated_may_be_said_on_the_line_above(label):
    article = page(TITLE, "By Zofeen Almeida", "3 May 2021", label, "4 May 2021")
    assert (article.published, article.updated) == ("2021-05-03", "2021-05-04")


def test_the_date_of_a_comment_is_not_the_articles():
    comments = [
        "Comments",
        "Tom Barker",
        "4 May 2021",
        "They have had six years for it.",
        "Reply",
        "Sue Pike",
        "5 May 2021",
        "My cellar was under water.",
        "Reply",
    ]
    assert page(TITLE, "By Zofeen Almeida", below=comments).published is None


@pytest.mark.parametrize("readers", [("Tom Barker", "Sue Pike"), ("Tom Barker", "Tom Barker")])
def test_who_comments_is_no_author_beside_one(readers):
    comments = ["Comments", *[line for reader in readers for line in (reader, "3 hours ago", "They have had six years for it.", "Reply")]]
    assert page(TITLE, "By Zofeen Almeida", "3 May 2021", below=comments).authors == ["Zofeen Almeida"]


@pytest.mark.parametrize(
    ("foot", "publication"),
    [
        ("© 2024 Harrow Ledger", "Harrow Ledger"), ("Copyright © 1996–2024 Harrow Ledger. All rights reserved.", "Harrow Ledger"),
        ("Harrow Ledger © 2024", "Harrow Ledger"), ("© 2024 Harrow.com", "Harrow.com"), ("© 2024 St. Louis Post-Dispatch", "St. Louis Post-Dispatch"),
        ("© 2024 U.S. News & World Report L.P.", "U.S. News & World Report L.P."), ("Contact Us © 2024", None), ("© 2024 - Harrow Ledger", "Harrow Ledger"), ("(c) 2024 by Harrow Ledger", "Harrow Ledger"),
        ("Copyright 2024 © Il Corriere della Valle - Tutti i diritti riservati", "Il Corriere della Valle"), ("© 湾岸新聞社", "湾岸新聞社"),
        ("Tous droits réservés © La Gazette du Val 2024", "La Gazette du Val"), ("저작권자 © 해안일보 무단전재 및 재배포 금지", "해안일보"),
        ("© DER HAFENBOTE GmbH & Co. KG", "DER HAFENBOTE"), ("© 2024 Kronika sp. z o.o.", "Kronika"), ("© 2024 PT. Warta Bumi", "Warta Bumi"),
        ("© ২০২৪ নদীর কণ্ঠ", "নদীর কণ্ঠ"), ("© 2567 ข่าวหุบเขา สงวนลิขสิทธิ์", "ข่าวหุบเขา"), ("© 2024 Völgyi Hírlap. Minden jog fenntartva.", "Völgyi Hírlap"),
        ("© 2024 All rights reserved.", None), ("© RIPRODUZIONE RISERVATA", None), ("© -- All rights reserved", None), ("© Todos los derechos reservados", None),
    ],
)  # fmt: skip
def test_whose_a_page_is_by_its_foot(foot, publication):
    found = page(TITLE, "By Zofeen Almeida", "3 May 2021", "The quay at night. © Getty Images", below=[*BELOW, foot])
    assert (found.publication, found.authors) == (publication, ["Zofeen Almeida"])


@pytest.mark.parametrize(
    ("sign", "foot", "publication"),
    [
        (" | ", "Harrow Ledger", "Harrow Ledger"), (" – ", "HARROW LEDGER", "Harrow Ledger"), (" | News - ", "Harrow Ledger", "Harrow Ledger"),
        (" | ", "© 2024 Harrow Ledger Media", "Harrow Ledger"), (" | The ", "© 2024 Harrow Ledger", "The Harrow Ledger"), (" | ", "Contact", None), (" | ", "© 2024 Vale Print Works", "Vale Print Works"),
    ],
)  # fmt: skip
def test_whose_a_page_is_by_its_own_title(sign, foot, publication):
    """What stands behind the headline, where another line says it too."""
    text = "\n\n".join([f"{TITLE}{sign}Harrow Ledger", *MENU, TITLE, "By Zofeen Almeida", "3 May 2021", P, Q, R, S, *BELOW, foot])
    article = dumpparse.extract(text)
    assert (article.headline, article.publication) == (TITLE, publication)


@pytest.mark.parametrize(("behind", "line"), [("News", "News"), ("Zofeen Almeida", "Zofeen Almeida"), ("Vale", "© 2024 Vale Valley Gazette")])
def test_a_section_and_an_author_behind_the_title_are_no_publication(behind, line):
    text = "\n\n".join([f"{TITLE} - {behind}", *MENU, TITLE, "By", "Zofeen Almeida", "3 May 2021", P, Q, R, S, *BELOW, line])
    assert dumpparse.extract(text).publication in (None, "Vale Valley Gazette")


@pytest.mark.parametrize(
    ("lines", "byline", "agency"),
    [
        (["Von dpa"], "Von dpa", "dpa"), (["By Zofeen Almeida (Reuters)"], "By Zofeen Almeida (Reuters)", "Reuters"),
        (["Par Chantal Ménard avec l’AFP"], "Par Chantal Ménard avec l’AFP", "AFP"), (["By Zofeen Almeida", "Associated Press"], "By Zofeen Almeida", "Associated Press"),
        (["By Zofeen Almeida", "Source: Xinhua"], "By Zofeen Almeida", "Xinhua"), (["EFE | Madrid"], "EFE | Madrid", "EFE"), (["Por Redação"], "Por Redação", None),
    ],
)  # fmt: skip
def test_the_agency_in_a_byline_or_beside_it(lines, byline, agency):
    article = page(TITLE, *lines, "3 May 2021")
    assert (article.byline, article.agency) == (byline, agency)
    assert "Redação" not in article.authors


def test_a_credit_below_the_text_names_the_reporters_where_nobody_else_is_named():
    credit = "Reporting by Zofeen Almeida in Penmoor and Tomás Villanova in Rome; Editing by Cosima Rehbein"
    assert page(TITLE, "By Reuters", "3 May 2021", below=[credit, *BELOW]).authors == ["Zofeen Almeida", "Tomás Villanova"]


def test_the_paper_is_no_author_beside_one_but_who_has_a_page_of_their_own_is():
    foot = [*BELOW, "© 2024 Harrow Ledger"]
    assert page(TITLE, "By Zofeen Almeida, Harrow Ledger", "3 May 2021", below=foot).authors == ["Zofeen Almeida"]
    assert page(TITLE, "By Zofeen Almeida", "3 May 2021", below=[*BELOW, "© 2024 Zofeen Almeida"]).authors == ["Zofeen Almeida"]


def test_a_line_that_dots_cut_short_is_not_the_headline():
    assert page("Home", "News", f"{TITLE[:30]}...", TITLE, "By Zofeen Almeida", "3 May 2021").headline == TITLE


@pytest.mark.parametrize(
    "crumbs", ["Home > Opinion > Letters", "Start › Kultur", "Home / Environment / Water", "Accueil » Régions » Aveyron", "Food > Bread > Rye"]
)
def test_a_breadcrumb_is_not_the_headline(crumbs):
    assert page(crumbs, TITLE, "By Zofeen Almeida", "3 May 2021").headline == TITLE


@pytest.mark.parametrize(
    "title", ["Le « Titanic » coule une seconde fois", "The east/west line / a history", "Night train Paris → Berlin returns after ten years"]
)
def test_signs_that_breadcrumbs_have_too_stand_in_headlines(title):
    assert page(title, "By Zofeen Almeida", "3 May 2021").headline == title


def test_a_heading_of_markdown_is_a_headline_without_its_marks():
    article = page(f"# {TITLE}", "By Zofeen Almeida", "3 May 2021", below=["## Related stories", *BELOW])
    assert article.headline == TITLE
    assert "Related" not in article.body


def test_what_is_as_wide_as_nothing_hides_no_phrase():
    text = "\n\n".join(f"{line}\u200b" for line in [*MENU, TITLE, "By Zofeen Almeida", "3 May 2021", P, Q, R, S, *BELOW])
    article = dumpparse.extract(text)
    assert article.body == "\n\n".join([P, Q, R, S])
    start, end = article.fields["headline"].span
    assert text[start:end] == TITLE


def test_an_agency_that_wrote_a_story_is_not_whose_the_page_is():
    foot = ["Copyright 2024 The Associated Press. All rights reserved.", *BELOW, "© Harrow Ledger"]
    assert page(TITLE, "By Zofeen Almeida", "3 May 2021", below=foot).publication == "Harrow Ledger"


@pytest.mark.parametrize("name", ["Misha Kern", "Moditha Revisen"])
def test_a_name_before_a_date_says_nothing_of_an_update(name):
    article = page(TITLE, f"By {name}, 3 May 2021")
    assert (article.authors, article.published, article.updated) == ([name], "2021-05-03", None)


def test_a_word_of_a_paper_is_not_its_name():
    article = page(TITLE, "By Zofeen Almeida and Kay", "3 May 2021", below=[*BELOW, "© 2024 Okayama Media"])
    assert article.authors == ["Zofeen Almeida", "Kay"]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Rui Valk, Heba Ledwitz, Manoel Cortes Mendel & Suparn Patrik", ["Rui Valk", "Heba Ledwitz", "Manoel Cortes Mendel", "Suparn Patrik"]),
        ("Nicole Fabian, Master Horticulturalist and Garden Educator", ["Nicole Fabian"]),
        ("By Nicole Fabian and Anna Weber (Special correspondent)", ["Nicole Fabian", "Anna Weber"]),
        ("Anna Weber The Valley Post", ["Anna Weber"]),
        ("Written by Dr Marna Valk, Dr Dieter Weber, Anna Weber", ["Dr Marna Valk", "Dr Dieter Weber", "Anna Weber"]),
        ("By Anna Weber, Lead Reporter, New York", ["Anna Weber"]),
        ("By Mehmet Ali Efe", ["Mehmet Ali Efe"]),
        ("Nicole Fabian Founder & Lead Reviewer", ["Nicole Fabian"]),
        ("Written By Linny and Peter", ["Linny", "Peter"]),
    ],
)
def test_who_is_named_on_one_line(line, people):
    assert page(TITLE, line, "March 3, 2024", below=[*BELOW, "© 2024 The Valley Post"]).authors == people


def test_a_weekday_before_the_date_is_not_the_bylines():
    article = page(TITLE, "Anna Weber | lundi 9 décembre 2019 à 09h08")
    assert (article.byline, article.published) == ("Anna Weber", "2019-12-09T09:08")


def test_when_a_picture_was_taken_is_not_when_the_article_was_published():
    caption = "The old quay of the harbour is empty in the rain on Friday, March 1, 2024. (AP Photo/Zofeen Almeida)"
    article = page(TITLE, "By Ole Brandt", "Updated March 6, 2024", caption)
    assert (article.published, article.updated, article.authors) == (None, "2024-03-06", ["Ole Brandt"])


@pytest.mark.parametrize(
    "line", ["Photographs by Lena Hartwig", "Media contact: Lena Hartwig", "Автор фото, Lena Hartwig", "News provided by Hartwig Foods"]
)
def test_who_is_led_in_as_somebody_else_is_no_author(line):
    assert page(TITLE, line, "3 May 2021").authors == []


def test_a_title_that_begins_with_photos_is_a_headline():
    title = "Photos: The kite makers of the old quay at work"
    assert page(title, "By Zofeen Almeida", "3 May 2021").headline == title
    assert page(TITLE, "By Zofeen Almeida", "3 May 2021", "Photos: Lena Hartwig").headline == TITLE


def test_the_update_of_a_teaser_below_the_print_line_is_not_the_articles():
    dump = (FIXTURES / "dawn/seed-shape.txt").read_text(encoding="utf-8")
    assert dumpparse.extract(dump + "\nWheat again\nUpdated 18 Apr, 2022\nGrain rots in the rain.\n").updated == dumpparse.extract(dump).updated


@pytest.mark.parametrize(
    "line", ["Interview by Zofeen Almeida", "Reviewed by Zofeen Almeida", "Article and photos by Zofeen Almeida", "Zofeen Almeida (Editor)"]
)
def test_who_did_more_than_write_is_the_author_where_nobody_else_is_named(line):
    assert page(TITLE, line, "3 May 2021").authors == ["Zofeen Almeida"]


@pytest.mark.parametrize("line", ["Home | AP", "Golf | AP", "News / Reuters", "Interview with Reuters", "PM speaks with AFP"])
def test_a_breadcrumb_or_deck_that_names_an_agency_is_no_byline(line):
    article = page(TITLE, line, "3 May 2021")
    assert (article.byline, article.agency) == (None, None)


def test_what_is_glued_to_a_name_is_cut_where_a_date_stands_on_the_line_too():
    assert page(TITLE, "By Zofeen AlmeidaStaff Writer March 3, 2024 5 AM PT").authors == ["Zofeen Almeida"]


@pytest.mark.parametrize("name", ["Laurene Powell Jobs", "María López Hernández", "Lee Hsien Loong"])
def test_a_name_that_ends_like_a_menu_or_in_two_surnames_is_whole(name):
    assert page(TITLE, f"By {name}", "3 May 2021").authors == [name]


BYLINE = (TITLE, "By Zofeen Almeida", "12 May 2021")


@pytest.mark.parametrize(
    "note",
    [
        "Zofeen Almeida covers the harbour for The Post.",
        "Zofeen Almeida has written about the sea since 2009.",
        "Zofeen lives by the harbour with two cats and writes about the sea.",
    ],
)
def test_a_line_that_opens_with_the_authors_name_and_what_he_does_is_a_note(note):
    article = page(*BYLINE, below=["Share", note, *BELOW])
    assert article.author_note == note
    assert note not in article.body


def test_a_title_that_begins_with_the_authors_name_is_no_note():
    assert page(*BYLINE, below=[*BELOW, "Zofeen Almeida Is Back At Sea"]).author_note is None


def test_a_weekday_may_stand_between_a_date_and_its_label_on_the_line_above():
    article = page(TITLE, "Actualizado", "Lunes, 4 marzo 2024 - 09:12", "Publicado", "Lunes, 4 marzo 2024 - 00:08")
    assert (article.published, article.updated) == ("2024-03-04T00:08", "2024-03-04T09:12")


def test_an_american_zone_tells_that_the_month_is_first():
    assert page(TITLE, "05/07/2024 06:02 PM EDT").published == "2024-05-07T18:02-04:00"
    assert page(TITLE, "05/07/2024 06:02 PM CET").published is None


def test_a_place_or_the_paper_behind_several_authors_is_none_of_them():
    assert page(TITLE, "By Anna Bianchi and Peter Hansen, O Globo — Brasília", "12 May 2021").authors == ["Anna Bianchi", "Peter Hansen"]


@pytest.mark.parametrize("paper", ["Kelmarsh Courier-Gazette", "Kelmarsh Post", "Tribunal Supremo"])
def test_a_papers_or_an_offices_name_below_the_author_is_nobody(paper):
    assert page(TITLE, "Zofeen Almeida", paper, "12 May 2021").authors == ["Zofeen Almeida"]


def test_a_papers_name_is_that_of_a_site():
    assert page(TITLE, "Kelmarsh Evening", "12 May 2021").authors == ["Kelmarsh Evening"]
    assert page(TITLE, "Kelmarsh Evening", "12 May 2021", below=[*BELOW, "www.kelmarsh-evening.example"]).authors == []
    for address in (
        "emilyalmeida.example",
        "kelmarsh-evening.jpg",
        "https://courier.example/by/kelmarsh-evening.html",
        "kelmarshevening.news@mail.example",
    ):
        name = "Emily Almeida" if address.startswith("emily") else "Kelmarsh Evening"
        assert page(TITLE, name, "12 May 2021", below=[*BELOW, address]).authors == [name]
    assert page(TITLE, "By Zofeen Almeida", "12 May 2021", below=[*BELOW, "zofeenalmeida.example"]).authors == ["Zofeen Almeida"]


def test_who_took_the_picture_stands_below_a_caption_that_is_there_twice():
    caption = "The ferry leaves the harbour at dusk."
    assert page(TITLE, caption, caption, "Peter Hall", "Emily Almeida", "12 May 2021").authors == ["Emily Almeida"]
    assert page(TITLE, TITLE, "Peter Hall", "Emily Almeida", "12 May 2021").authors == ["Peter Hall", "Emily Almeida"]
    assert page(TITLE, "By", "PETER HALL", "Emily Almeida", "12 May 2021").authors == ["PETER HALL", "Emily Almeida"]


def test_a_sentence_is_nobody():
    assert page(TITLE, "기사를 읽어드립니다", "12 May 2021").authors == []


def test_a_name_that_ends_like_a_papers_is_somebodys_behind_a_given_name():
    assert page(TITLE, "By Emily Post", "12 May 2021").authors == ["Emily Post"]
    assert page(TITLE, "By Emily Jane Post", "12 May 2021").authors == ["Emily Jane Post"]


def test_who_took_the_pictures_is_told_by_what_stands_behind_the_name():
    assert page(TITLE, "Maja Lindh, text", "Per Ahl, foto", "12 May 2021").authors == ["Maja Lindh"]


def test_a_headline_that_is_a_quotation_begins_with_no_bullet():
    title = "»Wir wissen nicht mehr, wohin mit den Fähren im Hafen«"
    assert page("Hafen", title, "By Zofeen Almeida", "12 May 2021").headline == title


def test_a_dateline_may_stand_below_a_standfirst():
    deck = "Members voted on Monday to run the boats until the morning, as residents had feared."
    article = dumpparse.extract("\n\n".join([*MENU, *BYLINE, deck, f"PORT AMITY — {P}", Q, R, S, *BELOW]))
    assert article.dateline.places == ["PORT AMITY"]


def test_who_edited_is_no_author_of_a_list_printed_over_lines():
    article = page(TITLE, "Written by Zofeen Almeida", "|", "Edited by Owen Pritchard", "Published on 3 May 2021")
    assert article.authors == ["Zofeen Almeida"]


def test_who_checked_the_facts_is_no_author_where_a_date_stands_before_that():
    article = page(TITLE, "By", "Zofeen Almeida", "– Updated 5 May 2021 at 4:28 PM EST | Fact-checked by", "Owen Pritchard")
    assert article.authors == ["Zofeen Almeida"]


def test_the_by_on_the_line_above_is_of_the_byline_as_printed():
    article = page(TITLE, "Words by", "Zofeen Almeida", ",", "Owen Pritchard", "3 May 2021")
    assert article.byline == "Words by Zofeen Almeida, Owen Pritchard"
    assert article.authors == ["Zofeen Almeida", "Owen Pritchard"]
    start, end = article.fields["byline"].span
    assert (start, end) == (article.page.dump.source.index("Words by"), article.page.dump.source.index("Owen Pritchard") + len("Owen Pritchard"))
    assert page(TITLE, "Photo by", "Zofeen Almeida", "By Owen Pritchard", "3 May 2021").byline == "By Owen Pritchard"


@pytest.mark.parametrize(
    ("lines", "byline", "agency"),
    [
        (["By", "Reuters"], "By Reuters", "Reuters"),
        (["By", "The Editorial Board"], "By The Editorial Board", None),
        (["By", "Zofeen Almeida", "and", "Reuters"], "By Zofeen Almeida and Reuters", "Reuters"),
        (["By Zofeen Almeida", ",", "Reuters"], "By Zofeen Almeida, Reuters", "Reuters"),
        (["By Zofeen Almeida", "and", "The Associated Press"], "By Zofeen Almeida and The Associated Press", "The Associated Press"),
        (["By", "Zofeen Almeida", "and agencies"], "By Zofeen Almeida and agencies", None),
    ],
)
def test_a_byline_is_the_same_whether_or_not_links_have_lines_of_their_own(lines, byline, agency):
    for given in (lines, [" ".join(lines).replace(" ,", ",")]):
        article = page(TITLE, *given, "3 May 2021")
        assert (article.byline, article.agency) == (byline, agency)


def test_whom_the_headline_names_is_no_author_beside_one_who_is():
    title = "Owen Pritchard backs plan for night ferries in the harbour"
    assert page(title, "Owen Pritchard", "Zofeen Almeida", "3 May 2021").authors == ["Zofeen Almeida"]
    assert page(title, "By Owen Pritchard and Zofeen Almeida", "3 May 2021").authors == ["Owen Pritchard", "Zofeen Almeida"]


def test_a_headline_that_its_line_says_twice_is_said_once():
    for line in (f"{TITLE}{TITLE}", f"{TITLE} {TITLE}", f"{TITLE} | {TITLE}"):
        article = page(line, "By Zofeen Almeida", "3 May 2021")
        assert article.headline == TITLE
        start, end = article.fields["headline"].span
        assert article.page.dump.source[start:end] == TITLE


def test_a_summary_that_leads_in_a_list_is_of_the_body():
    items = ["The harbour ferries will run all night.", "The road to the north will be raised.", "The market moves to the square."]
    article = dumpparse.extract(
        "\n\n".join([*MENU, TITLE, "By Zofeen Almeida", "3 May 2021", "What the council decided on Monday:", *items, P, Q, R, S, *BELOW])
    )
    assert article.body.startswith("What the council decided on Monday:\n\nThe harbour ferries")


def test_where_no_line_is_likely_the_page_s_own_title_is_the_headline_and_says_so(monkeypatch):
    monkeypatch.setattr("dumpparse.ranking.Ranking.chances", lambda self, rows, more=(): [0.1] * len(rows))
    article = dumpparse.extract((FIXTURES / "generic" / "teasers-above.txt").read_text(encoding="utf-8"))
    headline = article.fields["headline"]
    assert headline.value == "Ferry drifts for two hours after rope fouls propeller"
    assert headline.rule == "the page's own title, where no line is likely"
    assert headline.rejected[0].reason.startswith("not the page's own title")


@pytest.mark.parametrize(
    ("first", "elsewhere"),
    [
        (f"The Harrow Ledger | {TITLE}", "The Harrow Ledger"), (f"Live updates - {TITLE}", "Live updates"), ("Local news - Harbour", "Local news"),
        ("Our city | Our people", "Our city"),
    ],
)  # fmt: skip
def test_what_stands_before_a_longer_part_of_the_first_line_is_no_title(first, elsewhere):
    text = "\n\n".join([first, *MENU, elsewhere, TITLE, "By Zofeen Almeida", "3 May 2021", P, Q, R, S, *BELOW])
    assert dumpparse.extract(text).headline == TITLE


@pytest.mark.parametrize("nobody", ["By Gazette reporter", "Sugovica Napló", "Monitorul de Dej", "By Pennine Post readers", "Thứ Ba"])
def test_papers_readers_and_weekdays_are_no_authors(nobody):
    assert page(TITLE, nobody, "3 May 2021").authors == []


@pytest.mark.parametrize(
    "row", ["112 • Traffic • Weather • Politics • Culture", "Home | Harbour | Region | Sport | Culture", "Published : 3 May 2021"]
)
def test_a_row_of_entries_and_a_labelled_date_are_no_headline(row):
    article = page("Harbour", row, P)
    assert article.headline != row


@pytest.mark.parametrize(("line", "name"), [("Reporter: Zofeen Almeida", "Zofeen Almeida"), ("خبرنگار: الهام رستگارپور", "الهام رستگارپور")])
def test_who_is_named_below_wrote_it_where_the_byline_names_who_took_the_pictures(line, name):
    assert page(TITLE, "Photo: Paul Kurz", "3 May 2021", below=[line, *BELOW]).authors == [name]
    assert page(TITLE, "Photo: Paul Kurz", "3 May 2021").authors == []


def test_buttons_in_a_row_are_no_author():
    assert page(TITLE, "3 May 2021", "Facebook Twitter Viber").authors == []


def test_a_firm_whose_legal_form_stands_on_the_page_is_no_author():
    assert page(TITLE, "By Acmeron Werke", "3 May 2021", below=["Acmeron Werke AG, Ulm", *BELOW]).authors == []
    assert page(TITLE, "By Peter Maier", "3 May 2021", below=["Peter Maier GmbH, Ulm", *BELOW]).authors == ["Peter Maier"]
    assert page(TITLE, "By Acmeron Werke", "3 May 2021", below=["Acmeron Werke will go on", *BELOW]).authors == ["Acmeron Werke"]


def test_a_chinese_article_names_its_reporters_where_it_opens():
    lines = ["首页", "新闻", "体育", "大桥再次关闭 市民改乘轮渡", "2024-03-01 10:22", "本报讯（记者 林晓雯 通讯员 陈志强）北岸大桥因检修于昨日再次关闭，市民只能改乘轮渡往返两岸。", "轮渡公司表示，高峰时段每十分钟一班，票价不变，直到检修结束。", "市交通局提醒市民合理安排出行时间，避开早晚高峰，并注意现场指示。", "上一篇", "下一篇"]  # fmt: skip
    article = dumpparse.extract("\n\n".join(lines))
    assert article.authors == ["林晓雯", "陈志强"]
    assert article.fields["authors"][0].rule == "signed in the opening"


WALL = [
    "De Zeeklok",
    "Welkom bij De Zeeklok",
    "De Zeeklok en 418 partners plaatsen cookies en vergelijkbare technieken om informatie op je apparaat op te slaan en te lezen.",
    "Zo werkt de website goed en kunnen wij en onze partners advertenties met behulp van cookies en persoonsgegevens op jou afstemmen.",
    "Je kunt je keuze altijd wijzigen in het cookiebeleid, dat onderaan elke pagina staat, of in de instellingen van je browser.",
]


def test_a_wall_that_asks_for_consent_has_no_article():
    """Neither has it one among the few lines of a part that was cut out."""
    for more in ([], ["Instellingen", "Privacybeleid", "Cookiebeleid", "Contact", "Over ons", "Partners bekijken", "Nederlands", "English"] * 2):
        wall = dumpparse.extract("\n\n".join([*WALL, "Alles accepteren", "Weigeren", *more]))
        assert wall.body is None
        assert "no-body" in wall.warnings
    assert dumpparse.extract("\n\n".join(WALL)).body  # nothing is there to agree with


@pytest.mark.parametrize(
    "told",
    [
        "The regulator fined the search company over cookies on Tuesday, and the company said that it would ask for them again.",
        "Forecasters are tracking a storm that is on its way to the harbour, and subscribers to the warning were told on Tuesday.",
        "The partner of the singer asked for privacy, and agreed that personal matters and advertising are two things.",
    ],
)
def test_an_article_above_the_button_of_a_banner_is_one(told):
    assert dumpparse.extract("\n\n".join([*MENU, TITLE, "3 May 2021", told, P, Q, R, S, told, "Accept all", *BELOW])).body


@pytest.mark.parametrize("name", ["R. R.", "Hai Le", "Khamis Ahad", "J. R. Register", "Koran Saines"])
def test_names_like_weekdays_and_papers_are_authors(name):
    assert page(TITLE, f"By {name}", "3 May 2021").authors == [name]


@pytest.mark.parametrize("line", ["Bài, ảnh: Nguyễn Văn An", "Bài và ảnh: Nguyễn Văn An", "Bài/ảnh: Nguyễn Văn An"])
def test_who_wrote_and_took_the_pictures_is_an_author(line):
    assert page(TITLE, line, "3 May 2021").authors == ["Nguyễn Văn An"]


@pytest.mark.parametrize("line", ["Foto/Video: José Núñez", "Photo/Video: Jérôme Dupont", "Von Jörg Müller | Foto/Bild: Anna Weiß"])
def test_who_took_pictures_of_two_kinds_is_not(line):
    assert page(TITLE, line, "3 May 2021").authors == ["Jörg Müller"] * line.startswith("Von")


def test_the_last_entry_of_a_numbered_breadcrumb_is_not_the_headline():
    article = page("1. Home", "2. Harbour", f"3. {TITLE} - as it was first called", TITLE, "By Zofeen Almeida", "3 May 2021")
    assert article.headline == TITLE


@pytest.mark.parametrize("line", ["责任编辑：林晓雯", "【编辑：林晓雯】", "Edited by Zofeen Almeida"])
def test_who_edited_a_text_is_never_its_author(line):
    assert page(TITLE, "3 May 2021", below=[line, *BELOW]).authors == []


@pytest.mark.parametrize(
    ("line", "names"),
    [("澎湃新闻记者 林晓雯 陈志强", ["林晓雯", "陈志强"]), ("执笔：林晓雯", ["林晓雯"]), ("(By Zofeen Almeida)", ["Zofeen Almeida"])],
)
def test_a_byline_names_all_who_wrote(line, names):
    assert page(TITLE, line, "3 May 2021").authors == names


def test_a_date_in_the_middle_of_a_sentence_is_not_the_day_of_publication():
    told = "The Act was signed into law on August 14, 1935, in a ceremony at the harbour that most people in the town still talk about."
    assert page(TITLE, "By Zofeen Almeida", told).published is None


@pytest.mark.parametrize(("line", "names"), [("By Eyal Press", ["Eyal Press"]), ("Zofeen Almeida’s Weblog", []), ("By Wexler Courier-Press", [])])
def test_a_weblog_or_a_paper_is_no_author_but_whoever_is_called_so_is(line, names):
    assert page(TITLE, line, "3 May 2021").authors == names


@pytest.mark.parametrize(
    ("lines", "authors_"),
    [
        (["By", "Zofeen Almeida", "Senior Reporter", "and", "Owen Pritchard", "Politics Reporter"], ["Zofeen Almeida", "Owen Pritchard"]),
        (["By", "Zofeen Almeida", "Senior Reporter", "Owen Pritchard", "Politics Reporter"], ["Zofeen Almeida", "Owen Pritchard"]),
        (["Von", "Zofeen Almeida", "(Text)", "Owen Pritchard", "(Fotos)"], ["Zofeen Almeida"]),
        (["By", "Zofeen Almeida", "Staff Reporter", "Mayor Laura Bennett", "AP Photo"], ["Zofeen Almeida"]),
    ],
)
def test_several_authors_over_lines_with_what_each_is_between(lines, authors_):
    article = page(TITLE, *lines, "3 May 2021")
    assert article.authors == authors_
    assert article.byline.startswith(lines[0])


def test_a_list_goes_on_over_what_is_said_of_each_only_to_names_of_whom_something_is_said():
    whole = page(TITLE, "By Palesa Nqoba", "Staff Writer", "Ruan Terblanche", "@rterblanche", "Ann Lee", "3 May 2021").page
    first, second, third = (whole.texts.index(text) for text in ("By Palesa Nqoba", "Ruan Terblanche", "Ann Lee"))
    assert second in author_lists.list_around(whole, first, told=True)
    assert third not in author_lists.list_around(whole, first, told=True)
    assert second not in author_lists.list_around(whole, first)


def test_the_papers_name_before_its_authors_is_not_in_the_name():
    below = [*BELOW, "© 2021 Harbour Post"]
    assert page(TITLE, "Harbour Post Zofeen ALMEIDA", "3 May 2021", below=below).authors == ["Zofeen ALMEIDA"]
    assert page(TITLE, "By Harbour Lee Almeida", "3 May 2021", below=below).authors == ["Harbour Lee Almeida"]


def test_a_byline_that_goes_on_below_is_printed_without_its_and():
    article = page(TITLE, "Aus Karachi berichten", "Zofeen Almeida und", "Owen Pritchard", "3 May 2021")
    assert article.authors == ["Zofeen Almeida", "Owen Pritchard"]
