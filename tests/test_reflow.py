"""Lines that a dumper cut out of one paragraph are one paragraph again, and others stay apart."""

import textwrap

import pytest

import dumpparse
from dumpparse.characters import is_unspaced
from dumpparse.lines import Dump
from dumpparse.profile import choose
from dumpparse.reflow import continuations

PARAGRAPHS = [
    "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month.",
    "Two of them, who asked not to be named, said that the money had been there all along and that nobody had thought of looking.",
    "It rained all night.",
    "A spokesman for the office declined to comment on the figures, which were first published by a local paper in the spring.",
    "“We were told to wait,” he said, “and so we waited until the water had gone down and the road was open again.”",
]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_hard_wraps(width, indent):
    page = "\n\n".join(textwrap.fill(paragraph, width, initial_indent=indent, subsequent_indent=indent) for paragraph in PARAGRAPHS)
    article = dumpparse.extract(page)
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert "".join(page[block.start : block.end] for block in article.blocks) == page
    assert len(article.lines) == page.count("\n") + 1


def test_a_dateline_in_wrapped_text_has_its_span():
    page = textwrap.fill("BEIRUT/THE HAGUE, March 7 (Reuters) - " + PARAGRAPHS[0], 50, initial_indent="   ", subsequent_indent="   ")
    page += "\n\n" + "\n\n".join(textwrap.fill(paragraph, 50, initial_indent="   ", subsequent_indent="   ") for paragraph in PARAGRAPHS[1:])
    article = dumpparse.extract(page)
    assert article.dateline.places == ["BEIRUT", "THE HAGUE"]
    start, end = article.fields["dateline"].span
    assert page[start:end].split() == article.dateline.text.split()


def test_inline_elements_on_lines_of_their_own():
    page = "\n".join(
        [
            PARAGRAPHS[0],
            "The minister’s office said in a statement that",
            "Zofeen Almeida",
            "would lead the inquiry,",
            "a former judge",
            ", and that its report was due in May.",
            PARAGRAPHS[3],
        ]
    )
    cut = "The minister’s office said in a statement that Zofeen Almeida would lead the inquiry, a former judge , and that its report was due in May."
    assert dumpparse.extract(page).body == "\n\n".join([PARAGRAPHS[0], cut, PARAGRAPHS[3]])


@pytest.mark.parametrize("close", ["“", "«", "‘", "”", "»"])
def test_a_quotation_that_closes_ends_its_paragraph(close):
    """„German“ and »so« close with what opens in English and French."""
    opening = {"“": "„", "«": "»", "‘": "‚", "”": "“", "»": "«"}[close]
    first = f"Der Minister wollte sich dazu am Freitag nicht äußern und sagte nur: {opening}Wir warten ab, was daraus wird{close}"
    article = dumpparse.extract("\n".join([PARAGRAPHS[0], first, PARAGRAPHS[1], PARAGRAPHS[3]]))
    assert article.body == "\n\n".join([PARAGRAPHS[0], first, PARAGRAPHS[1], PARAGRAPHS[3]])


def test_a_quotation_that_opens_on_the_line_above_goes_on():
    page = "\n".join([PARAGRAPHS[0], f"{PARAGRAPHS[1][:-1]}, and that it was all a “", "misunderstanding", "” of the rules.", PARAGRAPHS[3]])
    assert "a “ misunderstanding ” of the rules." in dumpparse.extract(page).body


@pytest.mark.parametrize(
    "byline",
    [
        "di Giovanna Vitale",
        "by Zofeen Almeida",
        "by: Zofeen Almeida",
        "door Joost van der Meer",
        "di Giovanna Vitale e Anna Bianchi",
        "von Eva Maier, dpa",
    ],
)
def test_a_byline_in_small_letters_is_no_piece_of_the_line_above(byline):
    page = "\n".join(["Council backs plan for night ferries in the harbour", byline, "3 May 2021", *PARAGRAPHS])
    article = dumpparse.extract(page)
    assert (article.headline, article.byline) == ("Council backs plan for night ferries in the harbour", byline)


@pytest.mark.parametrize("columns", [60, 80])
def test_wraps_of_scripts_whose_characters_are_two_columns_wide(columns):
    paragraphs = [
        "市議会は金曜日に会合を開き、港を結ぶ夜間の渡し船を六月から毎晩運航する計画を賛成多数で承認したと議長が記者団に明らかにした。",
        "渡し船は三十分おきに港を出る予定で、乗組員の費用は年末まで市が負担すると広報担当者は説明し、来年以降の扱いは秋に決めると述べた。",
        "旧埠頭の住民からは真夜中を過ぎたあとの騒音を心配する声が上がっていて、採決の前に三人が計画に反対する意見を述べたという。",
    ]
    rows = ["\n".join(textwrap.wrap(paragraph, columns // 2)) for paragraph in paragraphs]
    assert dumpparse.extract("\n\n".join(rows)).body == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "page",
    [
        "about us\ncontact us\nprivacy policy\nterms of use",  # menus in lower case
        "The first line of this has no full stop and goes on for some time\n\nand a blank line parts it from the second one here",
    ],
)
def test_stay_apart(page):
    assert len(dumpparse.extract(page).page.texts) == len([line for line in page.split("\n") if line])


def units(page):
    dump = Dump(page)
    dump.join(*continuations(dump, choose(dump)))
    return dump.texts


LONG = "The ferry to the outer islands will not run before the end of the month, the harbour office said"


@pytest.mark.parametrize(
    "pieces",
    [
        ["The minister said on Friday that the harbour office and ", "Zofeen Almeida", " would share the cost of repairs."],  # white space kept
        ["The minister said on Friday that the harbour office and", "Zofeen Almeida", "would share the cost of repairs."],  # and not
        ["Moreover, the upkeep of", "harbour walls", "has been left to the towns, which have no money for it."],  # its first piece is short
        [LONG + " in", "Harbour News", ", a weekly."],
        [LONG + " (", "Harbour News", ")."],
        [LONG + ",", "Harbour News", "?"],
        ["Cost: ", "a new wall would be dearer than all that was spent in ten years."],
        ["The", "Harbour Foundation", ", which paid for it, has no money left for the walls, its chairman said."],
        ["港湾局", "は13日、夜間の渡し船を六月から毎晩運航する計画を承認した。"],
        ["乗組員の費用は年末まで市が負担する。計画を進めてきた港湾局の上にある", "湾岸開発", "も来年以降の扱いは秋に決めると述べた。"],
        ["旧埠頭の住民からは真夜中を過ぎたあとの", "騒音", "を心配する声が上がっていて、採決の前に三人が反対した。"],
        ["항만청은 내년부터 옛 부두의 방파제를 다시 쌓기로 했다고 밝히고 이를", "환경연구원", "에 조사를 맡겼다."],
        ["What it costs", ": a new wall would be dearer than all that was spent in ten years."],
        # As `get_text("\n", strip=True)` leaves them: no white space tells, and a name begins with a capital.
        ["The keepers of the light discovered that", "Larus marinus", "has taken to nesting on the gallery, out of reach of the rats."],
        ["It was the wettest month for years. Tests by the", "Coastal Survey", "showed that the sand had moved by half a mile."],
        ["“We could hear it from the quay,”", "Zofeen Almeida", "said on Tuesday. “In thirty years I have not heard the like of it.”"],
        ["Workers of the", "Harbour Corporation", "(HC) were breaking up the surface for a storm drain when the drill fell through."],
        ["В", "Минпромторге", "заявили, что проблему знают и ведут переговоры с заводом, пробную партию обещают к маю."],
        ["乗組員の費用は年末まで市が負担し、その四割は市民の", "寄付金", "。計画を進めてきた港湾局は来年以降の扱いを秋に決める。"],
        ["港湾局によりますと、午後五時現在、", "市内の避難所", "に合わせて三百人が身を寄せています。"],
        ["港湾局は土砂災害や低い土地の浸水、川の増水に", "厳重に警戒", "するよう呼びかけています。"],
        ["旧埠頭に住む六十代の女性は「", "大きな音がして外に出た」と話しました。"],
        ["記者會上市府說明，新航線將採用由港務局設計", "低底盤渡輪", "的方案。一條航線一年虧八千萬，值不值得？"],
        ["항만청이 방파제를 다시 쌓기로 한 데 대해 주민 대표", "김바다", "씨는 동의한 적이 없다고 말했다."],
        # A quotation mark behind white space opens, an apostrophe is what is left of an article, a comma leaves a sentence open.
        ['Liman müdürü Topaloğlu, "', "Geçen ağustosta bir gecede on dört teknem gitti", '" dedi ve susup denize baktı.'],
        ["Der Hafenmeister nahm es mit Humor und sagte: „", "Wenigstens hat er allen geschmeckt", "“, was niemand mehr hören wollte."],
        ["Les bateaux attendent déjà devant les portes de l’", "écluse des Moines", ", qui ne s’ouvrira pas avant le mois de mai."],
        ["The head of the harbour office,", "Zofeen Almeida", ", said that nobody would pay for the walls of the old harbour."],
        ["A beruházás műszaki vezetője az", "MTI", "-nek azt mondta, hogy a híd augusztusig zárva marad."],
        # In scripts without capitals
        ["وأضاف مدير الميناء، في تصريحات خاصة لـ«", "بوابة الميناء", "»، أن عدد السفن المشاركة في المرحلة الأولى يبلغ ستين."],
        ["من جانبه، قال مدير مكتب الميناء القديم", "عبد الرحيم شلبي", "، عضو مجلس المدينة، إن الجدران لن تصلح قبل الربيع."],
        ["בנמל סיפרו כי הרציף הישן יישאר סגור עד האביב, כך נמסר ב", "צוותא בתל אביב, ומנהלת הנמל לא הגיבה."],
    ],
)
def test_pieces_of_one_sentence(pieces):
    space = "" if is_unspaced(pieces[0][0]) else " "
    cut = space.join(piece.strip() for piece in pieces)
    assert units("\n".join(["Harbour", *pieces, PARAGRAPHS[2], PARAGRAPHS[3]])) == ["Harbour", cut, PARAGRAPHS[2], PARAGRAPHS[3]]


@pytest.mark.parametrize(
    "lines",
    [
        ["about us", "contact us", "our privacy policy", "terms of use", "imprint"],  # a menu in lower case
        ["Home ", "Politics ", "Business ", "Sport "],  # and one whose links have a space inside
        ["harbour", "ferries", "outer islands", PARAGRAPHS[0]],  # tags above prose
        ["Ferries to stay in harbour until the end of May", "Zofeen Almeida", "12 May 2021", PARAGRAPHS[0]],
        ["Ferries to stay in harbour until the end of May", "Harbour walls are falling down", "What became of the old lighthouse"],
        ["Hafenmauer", "»Wir wissen nicht mehr, wohin mit den Steinen, die der Sturm gebracht hat«", PARAGRAPHS[0]],
        ["乗組員の費用は年末まで市が負担する。写真は港湾局提供", "乗組員の費用は来年も市が負担する見通しである。", PARAGRAPHS[0]],
        ["Why the ferries stay in harbour\xa0", PARAGRAPHS[0]],  # a hard space at the end says nothing
        [PARAGRAPHS[0] + " ", PARAGRAPHS[1] + " ", PARAGRAPHS[3]],  # paragraphs that end in a space
        [LONG.replace("said", "wrote") + " last autumn.", "By Zofeen Almeida", PARAGRAPHS[0]],
        ["SHARE", "PEORIA, Ill. (WMBD) — The ferry to the outer islands will not run before the end of the month."],
        ["2 min read", "(CNN) — The ferry to the outer islands will not run before the end of the month."],
        ["* Ferries stay in harbour, the office in charge of it", "* harbour walls are falling down, and nobody pays for it"],
        ["Minister promises ‘ferries for all’", "By Jane Doe", PARAGRAPHS[0]],  # a closing quotation mark, and no elided article
        ['He said: "We will win.', 'We always do "', PARAGRAPHS[0]],  # what it closes stands above
        ['The screen has 55 "', "By Jane Doe", PARAGRAPHS[0]],
        ["Newer posts «", "By Jane Doe", PARAGRAPHS[0]],
        ["Pour quatre personnes, il vous faudra", "-de la farine de blé tendre, de préférence bio et tamisée", "-du beurre"],  # items of a list
        ["Paris (France)", "- Hôtel Ritz", "- Hôtel Crillon"],
        ["On Sunday he posted a new photo:", "By Jane Doe", PARAGRAPHS[0]],
        ["الخميس 2 مايو 2024 - 10:30 م", "أعلن وزير الصحة خطة جديدة في البلاد."],  # "p.m.", and no letter of the next word
        ["כיתה א", "כיתה ב", "כיתה ג", "בית ספר"],
        ["पृष्ठ १", "पृष्ठ २", "समाचार"],
        [
            "台積電宣布赴美設廠計畫引發各界熱烈討論與關注",
            "說好不漲價呢？鄉民熱議早餐店蛋餅價格一路上漲",
            "了不起的台灣之光！小將勇奪世界盃金牌返國受訪",
        ],
        ["大谷翔平が50号本塁打を達成", "さんまのまんま、三十年の歴史に幕を下ろすことが判明", "大谷翔平は一日、五十号を放った。"],
        ["台積電宣布赴美設廠計畫", "記者王大明", "說起台股，投資人樂觀。專家看好後市。"],
        ["消費税減税、その財源は", "2024年5月1日", "与党は一日、減税の財源を示した。"],
        ["……と首相は語った。【ワシントン秋山信一】", "野党は反発している。国会は荒れそうだ。"],
        ["Berlin (dpa)", "- Kontakt", "- Impressum"],
        ["وزير الصحة د. محمد أحمد يعلن عن خطة جديدة لتطوير المستشفيات الحكومية", "أعلن وزير الصحة خطة جديدة في البلاد."],
        ["प्रधानमंत्री ने आज कहा। सरकार ने नई योजना की घोषणा की है और बजट बढ़ाया", "मुख्य खबरें", "दिल्ली में आज बहुत बारिश हुई और सड़कों पर पानी भर गया।"],
    ],
)
def test_lines_of_their_own(lines):
    assert units("\n".join(lines)) == [line.strip() for line in lines]


QUOTE = "We have been told to wait, and we have waited, and when we asked how much longer we were told that nobody could say that before spring."


def test_a_quotation_with_an_indent_on_both_sides():
    indented = textwrap.fill(QUOTE, 68, initial_indent="     ", subsequent_indent="     ")
    wrapped = [textwrap.fill(paragraph, 72, initial_indent="   ", subsequent_indent="   ") for paragraph in PARAGRAPHS]
    assert units("\n".join([*wrapped[:2], indented, *wrapped[2:]])) == [*PARAGRAPHS[:2], QUOTE, *PARAGRAPHS[2:]]


@pytest.mark.parametrize("mark", ["* ", "+ ", "o ", "- ", "1. "])
def test_wrapped_entries_of_a_list(mark):
    wrapped = [textwrap.fill(paragraph, 72, initial_indent="   ", subsequent_indent="   ") for paragraph in PARAGRAPHS]
    hang = "     " + " " * len(mark)
    entries = [textwrap.fill(entry, 72, initial_indent="     " + mark, subsequent_indent=hang) for entry in PARAGRAPHS[:2]]
    assert units("\n\n".join(wrapped) + "\n" + "\n".join(entries)) == [*PARAGRAPHS, mark + PARAGRAPHS[0], mark + PARAGRAPHS[1]]


def test_a_wider_heading_and_a_row_that_ends_early():
    wrapped = [textwrap.fill(paragraph, 72, initial_indent="   ", subsequent_indent="   ") for paragraph in PARAGRAPHS]
    rows = "   The report names a member of the council, whose brother\n   owns the quarry, and which has been asked for more stone than it has to\n   give before."
    heading = "What the committee heard, and what it did not hear, on its first long Fridays"
    page = "\n\n".join([heading, *wrapped, rows])
    assert units(page) == [heading, *PARAGRAPHS, " ".join(rows.split())]


def test_a_script_without_spaces():
    paragraph = "港の事務所は金曜日、島へ渡る船は月末まで動かないと発表した。壁の修理には町の予算だけでは足りず、国の助けを待つほかないという。" * 3
    rows = "\n".join("   " + row for row in textwrap.wrap(paragraph, 60))
    page = "\n\n".join([rows] * 3)
    assert units(page) == [paragraph] * 3
    article = dumpparse.extract(page)
    assert "".join(page[block.start : block.end] for block in article.blocks) == page


def test_lines_of_about_one_length_are_not_wrapped():
    lines = [f"{paragraph[:-1]}{'.' * extra}" for extra, paragraph in enumerate([PARAGRAPHS[0]] * 5, 1)]
    assert units("\n".join(lines)) == lines


def reflowed(page):
    """The units of a page, joined."""
    dump = Dump(page)
    dump.join(*continuations(dump, choose(dump)))
    return dump.texts


def test_titles_of_about_one_length_are_not_wrapped_since_each_begins_with_a_capital():
    titles = [
        "Baker from the valley wins a prize for bread without salt", "Council puts off the bridge until the river is low",
        "Dogs must be on a lead by the lake from Monday on again", "Eleven new trees for the square in front of the hall",
        "Fire brigade looks for people who can drive a lorry now", "Gymnasts from the valley are third in the whole county",
    ]  # fmt: skip
    assert units("\n".join(titles)) == titles


@pytest.mark.parametrize("width", [60, 72])
def test_wrapped_text_in_capitals_is_joined(width):
    paragraphs = [paragraph.upper() for paragraph in PARAGRAPHS]
    assert units("\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)) == paragraphs


def test_rows_that_end_early_before_words_that_stay_together():
    page = """
   The miller, who has kept the mill for thirty years, said on Monday
   that nobody in the valley had asked him, and that the council would
   have to come to him if it wanted the wheel to turn in spring.

   The wheel, which the village paid for, is said to be of little use
   k mlýnu u potoka, said the council, which had seen it in autumn,
   s tím kolem.

     * Bread
          o flour of the old mill, in sacks of five and twenty pounds each
          o flour of the new mill
"""
    assert [text.rpartition(" ")[2] for text in reflowed(page)] == ["spring.", "kolem.", "Bread", "each", "mill"]


def test_a_caption_that_stands_twice_is_joined_twice():
    caption = (
        "   The old mill at the gate of the village, seen from the new bridge,\n   which nobody may cross before the summer of the year that comes"
    )
    page = f"{caption}\n{caption}\n\n" + textwrap.fill(" ".join(PARAGRAPHS), 72, initial_indent="   ", subsequent_indent="   ")
    assert [text.rpartition(" ")[2] for text in reflowed(page)] == ["comes", "comes", "again.”"]


@pytest.mark.parametrize(
    "rows",
    [
        [
            "iPhone of the miller was found in the river, the council says",
            "eBay sells the old wheel of the mill to a museum in the valley",
            "iPad of the baker",
        ],
        [
            "wheat flour of the old mill in the valley, sacks      25 kg      12.00",
            "rye flour of the old mill in the valley, sacks        25 kg      11.00",
        ],
        ["المجلس يوافق على خطة لتشغيل العبارات طوال الليل في المرفأ", "القرية تطلب من المجلس هدوءا بعد منتصف الليل في المرفأ"],
    ],
)
def test_lines_near_the_width_that_are_not_wrapped_stay_apart(rows):
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert all(row in reflowed(wrapped + "\n\n" + "\n".join(rows)) for row in rows)


def test_japanese_titles_of_about_one_length_are_not_wrapped():
    titles = [
        "夜間の渡し船を六月から毎晩運航へ　市議会が賛成多数で承認", "旧埠頭の防波堤に亀裂　補修の費用は二億円に上る見通しと港湾局",
        "灯台の明かりが三十年ぶりに戻る　住民が募った寄付で修復終え", "離島への定期便が冬の間は週三日に　燃料の値上がりで船会社が",
        "漁協が稚魚を放流　昨年の赤潮で減った沿岸の資源の回復を願い", "港の資料館に古い海図を寄贈　元船長の遺族が蔵で見つけたもの",
    ]  # fmt: skip
    lines = [line for number, title in enumerate(titles) for line in (title, f"1{number}:20")]
    assert units("\n".join(lines)) == lines


@pytest.mark.parametrize("piece", ["by Zofeen Almeida, the harbour's director.", "par Emmanuel Lacroix, président du port, et son adjoint."])
def test_a_piece_of_a_sentence_that_begins_with_by_is_no_byline(piece):
    assert units("\n".join([f"{LONG[:-25]} and was written last autumn", piece]))[-1].endswith(f"last autumn {piece}")


@pytest.mark.parametrize(
    ("label", "behind"), [("Foto:", "Privat"), ("Image caption,", "The wall, as it stood in 1931"), ("Credit...", "Zofeen Almeida")]
)
def test_the_label_of_a_picture_goes_with_what_stands_below_it(label, behind):
    assert units("\n".join([PARAGRAPHS[0], "The wall after the storm", label, behind, PARAGRAPHS[1]]))[2] == f"{label} {behind}"


def test_a_sentence_without_capitals_goes_on_where_others_show_that_they_were_cut():
    """A line that breaks off behind its first sentence is not over; on a page that cuts none it is a paragraph without a stop."""
    begun = "وكشفت وزارة التموين عن موعد العمل. وقالت الوزارة في بيان إن التطبيق التجريبي لمنظومة"
    page = [begun, "الخبز المدعم", "الجديدة يبدأ في الأول من يوليو المقبل بمحافظة بورسعيد كلها."]
    cut = ["قال مدير مكتب الميناء القديم في المدينة", "شلبي", "، عضو مجلس المدينة، إن الجدران لن تصلح قبل الربيع."]
    assert len(units("\n".join(page))) == 3
    assert len(units("\n".join([*page, *cut, *cut]))) == 3


def test_a_caption_goes_with_the_name_below_its_label():
    assert units(f"{PARAGRAPHS[0]}\nCầu phao nhìn từ bờ nam, giữa tháng 7. Ảnh:\nHữu Nghĩa\n{PARAGRAPHS[1]}")[1].endswith("Ảnh: Hữu Nghĩa")


def test_a_dateline_goes_with_the_paragraph_that_begins_with_its_dash():
    assert len(units("Hamburg (dpa)\n- Eine Fähre mit 84 Menschen an Bord ist am Dienstag auf Grund gelaufen.")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["The old lighthouse keeper’s strange silence", "Zofeen Almeida", "is a reporter who covers the harbour and the islands for the paper."],
        ["X", "Zofeen Almeida", "lives by the harbour with two cats and writes about the sea and about those who live from it."],
        ["By", "Zofeen Almeida", "on Monday, November 18th, 2019 at the old harbour office by the sea"],
    ],
)
def test_what_is_no_piece_of_the_sentence_below_stays_alone(lines):
    assert units("\n".join([*lines, PARAGRAPHS[0]]))[0] == lines[0]


def test_blank_rows_below_each_row_say_nothing():
    rows = ["The growers told ", "Jana Smith", " that half of the apricots were lost.", "It was as cold in 2017."] * 8
    with_blanks = "\n\n".join(rows)
    assert reflowed(with_blanks) == reflowed("\n".join(rows))


@pytest.mark.parametrize("form", ["{} ", "    {}"])
def test_white_space_around_every_row_parts_and_joins_nothing(form):
    rows = ["Growers lose half of the apricots", "Three nights of frost have destroyed about half of the apricots.", "Home", "News"] * 8
    assert reflowed("\n".join(map(form.format, rows))) == rows


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (["The S&P 500 ", "SPX", " gained 0.3% on Monday, led by shares of makers of chips and software."], True),
        (["• An", "obituary", "of the Right Rev John Doe has been amended to say that he was born in 1931."], True),
        (["Late frost in the valley", "obituary", "Three nights of frost have destroyed about half of the apricots."], False),
        (["CLEVELAND,", "March 12, 2024", "/PRNewswire/ --"], True),
        (["Growers lose half of the apricots in the valley", "By Jana Smith", ", Valley Correspondent"], False),
        (["Growers lose half of the apricots in the valley", "Jana Smith", ", Staff Writer, Valley Post"], False),
    ],
)
def test_pieces_of_a_sentence(rows, whole):
    assert (len(reflowed("\n".join(rows))) == 1) is whole


def test_links_on_lines_of_their_own_in_a_page_whose_source_was_wrapped():
    said = "The council said that the harbour would be closed to all ships until the end of the month, while {} were to be repaired, and that {} had agreed."
    links = [
        ("the sluices", "the pilots"),
        ("both piers", "the crews"),
        ("the cranes", "the owners"),
        ("the lamps", "the keepers"),
        ("its gates", "the union"),
    ]
    paragraphs = [said.format(*pair) for pair in links]
    page = []
    for paragraph, pair in zip(paragraphs, links, strict=True):
        text = textwrap.fill(paragraph, 75)
        for link in pair:
            text = text.replace(f" {link} ", f" \n{link}\n ").replace(f" {link}\n", f" \n{link}\n")
        page.append(text)
    assert units("\n\n".join(page)) == paragraphs


CASELESS = {
    "arabic": "أعلنت الوزارة أن الطريق سيغلق ثلاثة أيام بسبب أعمال الصيانة. وقال المتحدث إن الحركة ستحول إلى الجسر القديم حتى يوم الأحد المقبل. وأضاف أن العمل يجري ليلا.",
    "hebrew": "המשרד הודיע כי הכביש ייסגר לשלושה ימים בשל עבודות תחזוקה. הדובר אמר שהתנועה תוסט אל הגשר הישן עד יום ראשון הקרוב. לדבריו העבודה נמשכת יומם ולילה.",
    "hindi": "मंत्रालय ने कहा कि मरम्मत के कारण सड़क तीन दिन बंद रहेगी। प्रवक्ता ने बताया कि यातायात पुराने पुल की ओर मोड़ा जाएगा। काम दिन रात चल रहा है।",
    "korean": "국토부는 보수 공사로 도로를 사흘간 통제한다고 밝혔다. 대변인은 차량을 옛 다리로 돌린다고 설명했다. 작업은 밤낮으로 이어진다. 시는 예산이 모자란다고 했다.",
    "georgian": "სამინისტრომ განაცხადა, რომ გზა სამი დღით დაიკეტება. წარმომადგენლის თქმით, მოძრაობა ძველ ხიდზე გადავა. სამუშაო დღე და ღამე გრძელდება.",
}


@pytest.mark.parametrize("script", CASELESS)
@pytest.mark.parametrize("width", [40, 66])
def test_wraps_of_scripts_without_small_letters(script, width):
    sentences = CASELESS[script].replace("।", ".").split(". ")
    stop = "।" if "।" in CASELESS[script] else "."
    paragraphs = [f"{stop} {number} ".join([*sentences[number % 3 :], *sentences[: number % 3]]).rstrip(".") + stop for number in range(11, 23)]
    assert units("\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)) == paragraphs


@pytest.mark.parametrize("script", CASELESS)
@pytest.mark.parametrize("end", ["", "؟", "...", "?"])
def test_titles_of_scripts_without_small_letters_that_are_about_as_wide_stay_apart(script, end):
    words = CASELESS[script].replace(".", "").replace("।", "").replace(",", "").split()
    titles = []
    for start in range(len(words)):
        title, *_more = textwrap.wrap(" ".join(words[start:] + words[:start]), 40)
        if len(title) >= 34:
            titles.append(title + end * (len(titles) % 2))
    assert units("\n".join(titles)) == titles
