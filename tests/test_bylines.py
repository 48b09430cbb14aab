"""The names in a line, whoever they are, and how each is led in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse import bylines, datelines, eastern_names, mentions
from dumpparse.characters import SOFT_HYPHEN
from dumpparse.mentions import ABOVE, BY, LATER_BY, NOTHING, OTHER
from dumpparse.profile import profile


def found(text, led_in=False):
    stamps = profile().dates.find(text)
    return list(mentions.find(text, stamps, led_in, bylines.has_lead(text)))


def names(text, led_in=False):
    return [one.name for one in found(text, led_in)]


@pytest.mark.parametrize(
    ("text", "name", "lead"),
    [
        ("By Zofeen Almeida", "Zofeen Almeida", BY),
        ("BY ZOFEEN ALMEIDA", "ZOFEEN ALMEIDA", BY),
        ("Von: Björn Jahnke | 31.10.23", "Björn Jahnke", BY),
        ("Par Chokri GHANEM", "Chokri GHANEM", BY),
        ("by Kay", "Kay", BY),
        ("ByZofeen Almeida,Contributor.", "Zofeen Almeida", BY),
        ("Von Christoph von Eichendorff", "Christoph von Eichendorff", BY),
        ("Por João da Silva", "João da Silva", BY),
        ("Anna von der Heide", "Anna von der Heide", NOTHING),
        ("Jean-Marc Le Goff", "Jean-Marc Le Goff", NOTHING),
        ("Juan Ortega y Rueda", "Juan Ortega y Rueda", NOTHING),
        ("By Sammy Brown Jr.", "Sammy Brown Jr.", BY),
        ("and Zofeen Almeida", "Zofeen Almeida", NOTHING),
        ("Amy Gibbons Political Correspondent", "Amy Gibbons", NOTHING),
        ("Mary Jane Aldwick Education editor", "Mary Jane Aldwick", NOTHING),
        ("Arno van der Heide Science Writer", "Arno van der Heide", NOTHING),
        ("Zofeen AlmeidaStaff Writer", "Zofeen Almeida", NOTHING),
        ("Zofeen Almeida zofeen@harbour.example", "Zofeen Almeida", NOTHING),
        ("by: Zofeen Almeida", "Zofeen Almeida", BY),
        ("Автор, Ирина Лаптева", "Ирина Лаптева", BY),
        ("執筆者：山田花子", "山田花子", BY),
        ("av Karin af Ekenstam", "Karin af Ekenstam", BY),
        ("Story and photos by Zofeen Almeida", "Zofeen Almeida", LATER_BY),
        ("해안일보 홍길순 기자", "홍길순", BY),
        ("Door onze redacteur Femke van Dijk", "Femke van Dijk", BY),
        ("oprac. Agnieszka Wrona", "Agnieszka Wrona", BY),
        ("Корреспондент Ирина Лаптева", "Ирина Лаптева", BY),
        ("新华社记者 张晓梅", "张晓梅", BY),
        ("編集委員・山田花子", "山田花子", BY),
        ("December 19, 2016 by Maggie Winterfeld", "Maggie Winterfeld", BY),
        ("Gepostet von Katharina Volk | Wohnen", "Katharina Volk", LATER_BY),
        ("Ein Artikel von Pamela Sladek | 27.01.2022 - 12:45", "Pamela Sladek", LATER_BY),
        ("Author: Dennis Najar", "Dennis Najar", BY),
        ("Zofeen Almeida", "Zofeen Almeida", NOTHING),
        ("3 May 2021 Zofeen Almeida", "Zofeen Almeida", NOTHING),
        ("* Claus Boele-Thein", "Claus Boele-Thein", NOTHING),
        ("1. Xiaoying Yu", "Xiaoying Yu", NOTHING),
        ("Photo by Lena Hartwig", "Lena Hartwig", OTHER),
        ("Christoph von Eich", "Christoph von Eich", NOTHING),
        ("作者：谢若含", "谢若含", BY),
        ("谢若含2017-03-01 14:27:02", "谢若含", NOTHING),
        ("By Zofeen Almeida M.P.H., R.D.", "Zofeen Almeida", BY),
        ("Zofeen Almeida PhD", "Zofeen Almeida", NOTHING),
        ("By Jack Chun Ma", "Jack Chun Ma", BY),
        ("By Zofeen Almeida March 18 at 3:57 PM Follow @zalmeida", "Zofeen Almeida", BY),
        ("By April Jonas May", "April Jonas May", BY),
        ("Von Mat\xadthi\xadas Lau\xaderer", "Matthias Lauerer", BY),
        ("Zofeen A. Almeida CPP, PSP", "Zofeen A. Almeida", NOTHING),
        ("Zofeen Almeida Founder & Lead Reviewer", "Zofeen Almeida", NOTHING),
        ("Autor: Rechtsanwalt Björn Jahnke", "Björn Jahnke", BY),
        ("By JACK CHUN MA", "JACK CHUN MA", BY),
        ("By Zofeen Almeida. This page contains links to shops!", "Zofeen Almeida", BY),
        ("By Prof. Zofeen Almeida", "Prof. Zofeen Almeida", BY),
        ("By Hans Chr. Andersen", "Hans Chr. Andersen", BY),
        ("By J. Smith PhD", "J. Smith", BY),
        ("By Xiao Ming MA", "Xiao Ming MA", BY),
        ("Byby ZOFEEN ALMEIDA and LENA HARTWIG", "ZOFEEN ALMEIDA", BY),
    ],
)
def test_a_name_and_what_leads_it_in(text, name, lead):
    assert (name, lead) in [(one.name, one.lead) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("By Danielle Desi, Donna Enz, and Natalie Nguy", ["Danielle Desi", "Donna Enz", "Natalie Nguy"]),
        ("Von Alexander Roth und Laura Wagen", ["Alexander Roth", "Laura Wagen"]),
        ("Joe Davids • Jennifer Rub", ["Joe Davids", "Jennifer Rub"]),
        ("Anna Giulia Fink Jan Michael Marzahn", ["Anna Giulia Fink", "Jan Michael Marzahn"]),
        ("Birgit Baumann Anna Fink Karl Marzahn", ["Birgit Baumann", "Anna Fink", "Karl Marzahn"]),
    ],
)
def test_several_names(text, all_of_them):
    assert [name for name in names(text) if len(name.split()) > 1] == all_of_them


# Who may be an author of it, as it is led in: "+" by a word, "-" by none; nobody else may be.
LINES = """
By Thandeka Morkel Follow | +Thandeka Morkel
Thandeka MorkelFollow | -Thandeka Morkel
By Reg Tolliver For MailOnline | +Reg Tolliver
By Thandeka MorkelMay 3, 2021 | +Thandeka Morkel
Thandeka MorkelPublished April 6, 2021 - Updated April 7, 2021 | -Thandeka Morkel
By LENA HARTWIG | +LENA HARTWIG
By Thandeka Byrne | +Thandeka Byrne
ByThandeka Morkel | +Thandeka Morkel
By Thandeka Morkel Tuesday, May 3, 2021 | +Thandeka Morkel
Thandeka Morkel The Valley Herald Thu., May 3, 2021 | -Thandeka Morkel
By Thandeka Morkel Fri, May 3, 2021 | +Thandeka Morkel
By Joe Friday May 3, 2021 | +Joe Friday
Von Lena Freitag, 3. Mai 2021 | +Lena Freitag
By Marek Piątek, 3 May 2021 | +Marek Piątek
By Nguyen Van The | +Nguyen Van The
By Lena Hartwig, Staff Writer | +Lena Hartwig
By Lena Hartwig - Special to the Herald | +Lena Hartwig
By our correspondent Lena Hartwig | +Lena Hartwig
By Lena Hartwig with AFP | +Lena Hartwig
Reporting by Thandeka Morkel and Idris Penhale; Editing by Cosima Rehbein | +Thandeka Morkel, +Idris Penhale
Reporting by Thandeka Morkel, writing by Idris Penhale; editing by Cosima Rehbein and Ole Brandt | +Thandeka Morkel, +Idris Penhale
Additional reporting by Idris Penhale | +Idris Penhale
Story by Lena Hartwig; photographs by Ole Brandt | +Lena Hartwig
Edited by Lena Hartwig and Ole Brandt |
Reviewed by Lena Hartwig |
Photos: Lena Hartwig |
By F.S. Pembroke | +F.S. Pembroke
By Siobhán O'Dell | +Siobhán O'Dell
By Ludwig van der Rohe | +Ludwig van der Rohe
Bashir al-Khalidi | -Bashir al-Khalidi
By Pervez ul-Haq | +Pervez ul-Haq
By Zia-ur-Rahim | +Zia-ur-Rahim
By Kay | +Kay
Von Cosima Rehbein und Ole Brandt, dpa | +Cosima Rehbein, +Ole Brandt
Von unserem Redakteur Ole Brandt | +Ole Brandt
Text: Ole Brandt, Fotos: Cosima Rehbein | +Ole Brandt
Text und Fotos: Ole Brandt | +Ole Brandt
Ein Gastbeitrag von Ole Brandt | +Ole Brandt
Par Chantal Ménard avec AFP | +Chantal Ménard
Par Chantal d’Orsel, à Lyon | +Chantal d’Orsel
Propos recueillis par Chantal Ménard | +Chantal Ménard
Por Marta Quiroga con información de EFE | +Marta Quiroga
Escrito por Marta Quiroga | +Marta Quiroga
a cura di Giulia Ferrante e Marco Bellini | +Giulia Ferrante, +Marco Bellini
Door onze correspondent Joost van der Meer | +Joost van der Meer
Opracowała: Zofia Kowal | +Zofia Kowal
Автор: Иван Петренко | +Иван Петренко
Oleh: Siti Rahma | +Siti Rahma
Yazan: Ahmet Yıldız | +Ahmet Yıldız
بقلم: أحمد خالد | +أحمد خالد
كتب أحمد خالد | +أحمد خالد
한가람 기자 | +한가람
[한가람 기자] | +한가람
글 한가람 기자 hangaram@example.org | +한가람
한가람 선임기자 | +한가람
文/林小梅 | +林小梅
文｜林小梅 | +林小梅
本报记者 林小梅 | +林小梅
作者：林小梅 | +林小梅
【杉浦一樹】 | -杉浦一樹
杉浦一樹記者 | +杉浦一樹
文・杉浦一樹 | +杉浦一樹
聞き手・杉浦一樹 | +杉浦一樹
Reported by: Ole Brandt, Edited by: Cosima Rehbein | +Ole Brandt
Words: Ole Brandt Photos: Cosima Rehbein | +Ole Brandt
Text: Ole Brandt Foto: Cosima Rehbein | +Ole Brandt
Tekst: Ole Brandt, foto’s: Cosima Rehbein | +Ole Brandt
Von Ole Brandt (Text) und Cosima Rehbein (Fotos) | +Ole Brandt
"""


@pytest.mark.parametrize("line", LINES.strip().split("\n"))
def test_who_is_named_in_a_line(line):
    text, expected = (part.strip() for part in line.rsplit("|", 1))
    every = [one for one in found(text) if one.lead != OTHER and not one.other]
    # A part gives its first words too, and what follows a name may be one by its shape: the ranking knows better.
    longest = {one.part: one for one in reversed(every)}
    named = {f"{'+' if one.lead else '-'}{one.name}" for one in longest.values()}
    assert set(expected.split(", ")) - {""} <= named
    people = {name[1:] for name in named} - {part[1:] for part in expected.split(", ")}
    assert not people & {"Cosima Rehbein", "Ole Brandt", "Lena Hartwig", "Idris Penhale"}


P = "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday."
Q = "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added."
R = "Nobody knows yet who will sell the tickets, and the crews have asked for a room on the quay in which to sleep between two crossings."


def page(byline, below="", last=R):
    return dumpparse.extract(
        "\n\n".join(["Council backs plan for night ferries", byline, "3 May 2021", P, Q, P.replace("Monday", "Friday"), last, below])
    )


@pytest.mark.parametrize(
    ("below", "agency"),
    [
        ("With inputs from PTI", "PTI"), ("(With agency inputs from ANI)", "ANI"), ("With reporting by Reuters", "Reuters"), ("mit dpa", "dpa"), ("Mit Material von dpa und AFP", "dpa und AFP"), ("SDA/rab", "SDA"),
        ("hab/dpa", "dpa"), ("dpa/lby", "dpa"), ("(AFP)", "AFP"), ("AFP/APP", "AFP/APP"), ("Quelle: ntv.de, hab/dpa", "dpa"), ("Source: Xinhua", "Xinhua"), ("Fuente: EFE", "EFE"), ("Avec AFP", "AFP"),
        ("Con información de EFE", "EFE"), ("Met ANP", "ANP"), ("来源：新华社", "新华社"), ("Источник: ТАСС", "ТАСС"), ("PTI NIT KJ", "PTI"), ("dpa", "dpa"),
        ("Forrás: MTI", "MTI"), ("Sursa: Agerpres", "Agerpres"), ("/ritzau/", "ritzau"), ("(©NTB)", "NTB"), ("Com Reuters", "Reuters"), ("*Com Lusa", "Lusa"),
        ("Źródła: PAP, port.pl", "PAP"), ("© HZ/dpa/mane", "dpa"), ("Com calma", None),
        ("With inputs from agencies", None), ("News agencies", None), ("Mit Humor", None), ("Avec plaisir", None), ("Source: the harbour master", None), ("Home / AP", None), ("rab", None), ("Share", None),
    ],
)  # fmt: skip
def test_an_agency_in_a_credit_below_the_text(below, agency):
    assert page("By Zofeen Almeida", below).agency == agency


@pytest.mark.parametrize(
    ("end", "agency"), [("(dpa)", "dpa"), ("(SDA)", "SDA"), ("/AFP/", "AFP"), ("(ANI)", "ANI"), ("(laughs)", None), ("(R-Ohio)", None)]
)
def test_an_agency_in_brackets_at_the_end_of_the_text(end, agency):
    assert page("By Zofeen Almeida", last=f"{R} {end}").agency == agency


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("By AFP", "AFP"), ("Reuters", "Reuters"), ("Von Ole Brandt, dpa", "dpa"), ("By Zofeen Almeida", None), ("Le Phare avec AFP", "AFP"), ("red/dpa", "dpa"),
        ("ATS/jfe", "ATS"), ("Av NTB", "NTB"), ("Autor: ČTK", "ČTK"), ("oprac. PAP", "PAP"), ("Agencia AFP", "AFP"), ("Redazione Adnkronos", "Adnkronos"),
        ("Reuters Staff", "Reuters"), ("ZOFEEN ALMEIDA Associated Press", "Associated Press"), ("BBC News", None),
    ],
)  # fmt: skip
def test_an_agency_in_the_byline(byline, agency):
    assert page(byline, "With inputs from PTI").agency == (agency or "PTI")


def test_buttons_are_cut_from_a_byline():
    assert page("By Zofeen Almeida Follow").byline == "By Zofeen Almeida"
    assert page("By Zofeen Almeida Follow @zofeen").byline == "By Zofeen Almeida"
    assert page("By Harriet Follow").authors in ([], ["Harriet"])


def test_two_who_share_a_line_are_both_its_authors():
    assert page("By Tamsin Aldworth and Idris Penhale").authors == ["Tamsin Aldworth", "Idris Penhale"]


def test_who_signs_in_a_dateline_wrote_it():
    article = dumpparse.extract(
        "【オスロ＝杉浦一樹】島の人口は四十一人で、羊は四千百三十頭に上る。十年前には三百頭ほどだったが、柵を直す人がいなくなった。"
    )
    assert (article.byline, article.authors) == ("杉浦一樹", ["杉浦一樹"])
    assert (
        dumpparse.extract(
            "【オスロ共同】島の人口は四十一人で、羊は四千百三十頭に上る。十年前には三百頭ほどだったが、柵を直す人がいなくなった。"
        ).authors
        == []
    )


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        ("[부산=스포츠조선 한가람 기자] 다리가 다시 막혔다.", "한가람"),
        ("(서울=연합뉴스) 한가람 기자 = 다리가 다시 막혔다.", "한가람"),
        ("(서울=연합뉴스) 다리가 다시 막혔다.", None),
        ("（中央社記者林小梅台北24日電）大橋再次關閉。", "林小梅"),
        ("中新社北京4月24日电 (记者 林小梅) 大桥再次关闭。", "林小梅"),
        ("新华社北京4月24日电 大桥再次关闭。", None),
    ],
)
def test_the_writer_in_a_dateline(text, writer):
    assert datelines.find(text, profile()).writer == writer


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("本报讯（记者 林晓雯 通讯员 陈志强）市气象台今天发布预警。", ("记者 林晓雯 通讯员 陈志强", ["林晓雯", "陈志强"])),
        ("北岸晚报讯(首席记者林晓雯)昨日，大桥再次关闭。", ("首席记者林晓雯", ["林晓雯"])),
        ("本报讯（记者 林晓雯 文/图）昨日，大桥再次关闭。", ("记者 林晓雯 文/图", ["林晓雯"])),
        ("本报讯（记者部）昨日，大桥再次关闭。", None),
        ("据通讯社（记者 林晓雯）的消息。", None),
        ("本报讯（文汇报记者 林晓雯）大桥再次关闭。", ("文汇报记者 林晓雯", ["林晓雯"])),
        ("（职工通讯员 林晓雯 陈志强）为加强学习，昨日举行会议。", ("职工通讯员 林晓雯 陈志强", ["林晓雯", "陈志强"])),
        ("大桥再次关闭。记者林晓雯报道。", None),
    ],
)
def test_whom_a_chinese_paper_names_where_its_article_opens(text, signed):
    assert eastern_names.opening(text) == signed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("計画に反対する意見を述べた。（山田花子）", ["山田花子"]), ("「また来ます」（台北＝原田誠一）", ["原田誠一"]), ("（小山内　薫）", ["小山内　薫"]), ("した。【小林健一】", ["小林健一"]),
        ("(戸塚支局・織田康介)", ["織田康介"]), ("…だという。（福島発）", []), ("（石川港）", []), ("した。（山田道子）", ["山田道子"]), ("（後藤田健太郎）", ["後藤田健太郎"]), ("（関連記事）", []), ("（東京都港区）", []), ("（山口県警）", []), ("述べた。（敬称略）", []), ("述べた。（共同）", []), ("した。（編集部）", []), ("した。（山田花子撮影）", []), ("した。（時事通信）", []), ("山田花子（山田花子）です", []),
        ("した。（山田花子、秋葉遼）", ["山田花子", "秋葉遼"]), ("湯が出る」。【三枝遼、安井千景】", ["三枝遼", "安井千景"]), ("次回は五日。（金曜日）", []), ("した。（高校生）", []), ("（山田花子、ロンドン）", []), ("（山田 花子、田中 太郎）", ["山田 花子", "田中 太郎"]), ("（取材・文＝山田花子）", ["山田花子"]), ("（構成・前編）", []), ("聞いた。（聞き手：山田花子）", ["山田花子"]), ("聞いた。（聞き手・仲宗根透）", ["仲宗根透"]), ("聞いた。（仲宗根透）", []),
        ("（山北千尋）", ["山北千尋"]), ("（社会部・大槻みのり）", ["大槻みのり"]), ("（雨天決行）", []), ("（名誉教授）", []), ("（地方自治）", []), ("（政治部・野党担当）", []), ("（社会部・東京都）", []),
        ("継いだ。（水沼凪子、山田拓郎）", ["水沼凪子", "山田拓郎"]), ("売る。（親子、姉妹）", []), ("売る。（トマト、ナス）", []), ("集まった。（文化部、運動部）", []), ("（中学生、高校生）", []), ("（一年生、二年生）", []), ("（早稲田大学、慶応大学）", []),
    ],
)  # fmt: skip
def test_who_signs_an_article_at_its_end_in_japan(text, names):
    assert eastern_names.signature(text, japanese=True) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("分别举行。（张巨峰）", ["张巨峰"]), ("举行。（张店区）", []), ("（高清图）", []), ("单位：亿元。（万元）", []), ("成立。（文汇报）", []), ("起火。（江西）", []), ("【责任编辑：严玉洁】", []),
        ("举行。(王某某)", []), ("举行。（李小龙、陈大文）", ["李小龙", "陈大文"]),
    ],
)  # fmt: skip
def test_who_signs_an_article_at_its_end_in_china(text, names):
    assert eastern_names.signature(text, japanese=False) == names


def test_who_signs_with_an_agency_signs_without_it():
    lines = [
        "ホーム", "ニュース", "北岸大橋が再び閉鎖された", "2024年3月1日",
        "北岸大橋は点検のため昨日再び閉鎖され、市民は渡し船で両岸を行き来している。市は来週まで続くとしている。",
        "渡し船の会社によると、混雑する時間は十分おきに出る。料金は変わらないという。",
        "市の交通局は時間に余裕を持つよう呼びかけている。（山田花子、共同通信、田中太郎）", "関連記事",
    ]  # fmt: skip
    article = dumpparse.extract("\n\n".join(lines))
    assert (article.byline, article.authors) == ("山田花子、共同通信、田中太郎", ["山田花子", "田中太郎"])


def test_who_signs_at_the_end_is_the_author_where_no_byline_stands():
    paragraphs = [
        "市議会は金曜日に会合を開き、港を結ぶ夜間の渡し船を六月から毎晩運航する計画を賛成多数で承認したと議長が記者団に明らかにした。",
        "渡し船は三十分おきに港を出る予定で、乗組員の費用は年末まで市が負担すると広報担当者は説明し、来年以降の扱いは秋に決めると述べた。",
        "旧埠頭の住民からは真夜中を過ぎたあとの騒音を心配する声が上がっていて、採決の前に三人が計画に反対する意見を述べたという。（山田花子）",
    ]
    article = dumpparse.extract("\n\n".join(["夜間の渡し船を毎晩運航へ", "2024年3月12日 10時15分", *paragraphs]))
    assert (article.authors, article.byline, article.body.endswith("（山田花子）")) == (["山田花子"], "山田花子", True)


@pytest.mark.parametrize(
    ("dateline", "byline", "people"),
    [
        ("〔記者林小梅、王大明／台北報導〕", "林小梅、王大明", ["林小梅", "王大明"]),
        ("【オスロ＝杉浦一樹、山田花子】", "杉浦一樹、山田花子", ["杉浦一樹", "山田花子"]),
        ("【オスロ＝山田 花子】", "山田 花子", ["山田 花子"]),
        ("本报北京4月24日电 (记者 林小梅 王大明)", "林小梅 王大明", ["林小梅", "王大明"]),
        ("(서울=연합뉴스) 김하늘 기자 =", "김하늘", ["김하늘"]),
    ],
)
def test_who_signs_a_dateline(dateline, byline, people):
    prose = "市議會週五開會，以多數贊成通過從六月起每晚行駛連接港口的夜間渡輪的計畫，議長向記者表示。渡輪將每三十分鐘從港口出發。"
    article = dumpparse.extract("\n\n".join(["夜間渡輪六月起每晚行駛", "2024-03-12 10:15", f"{dateline} {prose}", prose[:-15] + "。", prose[10:]]))
    assert (article.byline, article.authors) == (byline, people)


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("山田花子", True),
        ("小山内薫", True),
        ("张晓梅", True),
        ("홍길순", True),
        ("関連記事", False),
        ("東京新聞社", False),
        ("素材", False),
        ("자르갓", False),
    ],
)
def test_a_name_in_east_asia_is_told_by_its_surname(name, usual):
    assert eastern_names.has_surname(name) == usual


def test_a_name_on_the_line_below_its_label():
    assert [(one.name, one.lead) for one in found("realiberry", led_in=True)] == [("realiberry", ABOVE)]
    assert names("realiberry") == []
    for line in ("By", "by:", "Written by", "Von", "Autor:", "Aus Kiew berichten", "Aus Kiew und Moskau berichtet:"):
        assert bylines.leads_in(line), line
    for line in ("By the sea", "Goodbye", "Written", "By Daily Mail Reporter", "Augenzeugen berichten", "Aus Kiew berichten Medien"):
        assert not bylines.leads_in(line), line


@pytest.mark.parametrize(
    "text", ["The Daily Telegraph", "How We Live", "▼ -0.04", "© La Vanguardia", "時00分", "free wheat flour", "", "12:30", "Von lsk"]
)
def test_no_names(text):
    assert names(text) == []


@pytest.mark.parametrize("text", ["Anna Maria Lopez Fink", "Anna Fink Karl", "Valley Museum Anna Fink"])
def test_no_names_side_by_side(text):
    assert not [one for one in found(text) if one.name == "Anna Fink" and one.words + one.rest < len(text.split())]


def test_words_that_follow_a_name_are_told():
    assert ("Sina Zehr", 1) in [(one.name, one.rest) for one in found("Von Sina Zehr Hafenpolitische")]


def test_what_somebody_reports_on_is_none_of_the_name():
    assert [(one.name, one.rest) for one in found("Von Sina Zehr Landespolitische Korrespondentin")] == [("Sina Zehr", 0)]
    assert "Ana López Ruiz" in [one.name for one in found("Ana López Ruiz Reporter")]


@given(st.text(), st.booleans())
def test_any_text(text, led_in):
    for one in found(text, led_in):
        assert one.name
        assert one.name.split() == one.name.split(" ")
        assert all(word in text.replace(SOFT_HYPHEN, "") for word in one.name.split())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报记者 林晓雯 陈志强", ["林晓雯", "陈志强"]),
        ("记者 林晓雯 通讯员 陈志强", ["林晓雯", "陈志强"]),
        ("記者 山田 太郎", ["山田 太郎"]),
        ("记者 林晓雯", ["林晓雯"]),
        ("记者丨林晓雯 陈志强", ["林晓雯", "陈志强"]),
        ("记者｜林晓雯 发自平渡", ["林晓雯"]),
        ("沼田支局長・早瀬祐一　三枝美咲", ["早瀬祐一", "三枝美咲"]),
        ("沼田支局長・佐々木 龍太郎", ["佐々木 龍太郎"]),
        ("社会部 田中 一郎", ["田中 一郎"]),
        ("记者 林晓雯 报道", ["林晓雯"]),
        ("取材・文 長谷川 龍之介", ["長谷川 龍之介"]),
        ("记者 林晓雯 发自 北京", ["林晓雯"]),
        ("首席记者 林晓雯 陈志强", ["林晓雯", "陈志强"]),
        ("רונית אלקלעי ועמית ברזני", ["רונית אלקלעי", "עמית ברזני"]),
        ("حسناء أوعمو وإدريس بلمقدم", ["حسناء أوعمو", "إدريس بلمقدم"]),
    ],
)
def test_several_names_with_spaces_between_are_told_from_one_of_two_words(line, expected):
    assert names(line) == expected


@pytest.mark.parametrize(
    ("line", "author", "other"),
    [
        ("来源：北岸日报 作者：林晓雯 责任编辑：陈志强", "林晓雯", "陈志强"),
        ("2024-03-01 10:22 来源:北岸日报 作者:林晓雯 编辑:陈志强", "林晓雯", "陈志强"),
        ("来源：北岸网 记者：翁晓雯", "翁晓雯", None),
        ("来源：北岸网作者：林晓雯责任编辑：陈志强", "林晓雯", "陈志强"),
        ("2024-03-01 10:22来源：北岸日报本报记者：林晓雯", "林晓雯", None),
        ("文：田中太郎写真：鈴木一郎", "田中太郎", "鈴木一郎"),
        ("10:22 作者：张图文", "张图文", None),
        ("文/林晓雯 图/陈志强", "林晓雯", "陈志强"),
        ("文：林曉雯　攝影：陳志強", "林曉雯", "陳志強"),
        ("聞き手・編集委員 山田太郎", "山田太郎", None),
        ("文・山田 太郎／写真・鈴木 一郎", "山田 太郎", None),
        ("记者 文静", "文静", None),
        ("作者：文静", "文静", None),
        ("图/文 林晓雯", "林晓雯", None),
        ("文｜林晓雯 图｜陈志强", "林晓雯", "陈志强"),
        ("记者丨林晓雯 编辑丨陈志强", "林晓雯", "陈志强"),
        ("Tin, ảnh: MINH TRÍ", "MINH TRÍ", None),
        ("Text und Fotos: Jane Doe", "Jane Doe", None),
        ("Text: Răzvan Pop, Fotografii: Ilinca Dan", "Răzvan Pop", "Ilinca Dan"),
        ("Von Peter Maier, Reporter, Foto: Paul Kurz", "Peter Maier", "Paul Kurz"),
        ("Author photo: Jane Doe", None, "Jane Doe"),
        ("Interview: Annika Weidenbach und Tobias Ruhl", "Annika Weidenbach", None),
    ],
)
def test_each_label_of_a_row_leads_in_whom_it_names(line, author, other):
    assert next((one.name for one in found(line) if one.lead == BY and not one.other), None) == author
    assert [one.name for one in found(line) if one.lead == OTHER] == [other] * (other is not None)


@pytest.mark.parametrize(
    ("line", "author", "other"),
    [
        ("เรื่อง: สมชาย ใจดี ภาพ: ธนกร วารี", "สมชาย ใจดี", "ธนกร วารี"),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี", None),
        ("Tác giả: Nguyễn Văn An", "Nguyễn Văn An", None),
        ("Ảnh: Nguyễn Văn An", None, "Nguyễn Văn An"),
        ("লেখক: রফিকুল ইসলাম", "রফিকুল ইসলাম", None),
        ("ছবি: রফিকুল ইসলাম", None, "রফিকুল ইসলাম"),
        ("رپورٹ: شاہد نعمانی", "شاہد نعمانی", None),
        ("عکس: آرش بهرامی", None, "آرش بهرامی"),
        ("צילום: יעל כהן", None, "יעל כהן"),
        ("Беседовала: Анна Старикова", "Анна Старикова", None),
        ("Rozmawiała: Anna Nowak", "Anna Nowak", None),
        ("Снимки: Иван Петров", None, "Иван Петров"),
        ("Kuvat: Anna Virtanen", None, "Anna Virtanen"),
    ],
)
def test_labels_of_many_languages_lead_in_authors_and_others(line, author, other):
    whole = [one for one in found(line) if not one.rest]
    assert [one.name for one in whole if one.lead in (BY, LATER_BY) and not one.other][:1] == [author] * (author is not None)
    assert [one.name for one in whole if one.other][:1] == [other] * (other is not None)


@pytest.mark.parametrize(
    ("text", "name"), [("최지훈 기자", "최지훈"), ("최지훈", "최지훈"), ("기자", "기자"), ("Anna Weber", "Anna Weber"), ("田中宏昌，", "田中宏昌")]
)
def test_a_name_without_the_sign_behind_it(text, name):
    assert eastern_names.without_sign(text) == name


@pytest.mark.parametrize("line", ["记者 从市 政府 获悉", "记者 张三 北京报道", "本報記者 山田 太郎"])
def test_words_behind_a_reporter_that_are_no_names_of_several(line):
    assert not {"北京报道", "政府", "获悉", "太郎"}.intersection(one.name for one in found(line))


@pytest.mark.parametrize("line", ["Sort by", "Ordenar por:", "Trier par", "Sorted by:", "Ordered by"])
def test_what_says_how_a_list_is_sorted_leads_nobody_in(line):
    assert bylines.says_sorted(line)


@pytest.mark.parametrize("line", ["Posted by", "Geschrieben von:", "By", "Posted in Law & Order by"])
def test_what_leads_somebody_in_does_not(line):
    assert not bylines.says_sorted(line)
    assert bylines.leads_in(line)


def test_who_reports_from_somewhere_in_german():
    assert [(one.name, one.lead) for one in found("Aus Kiew berichtet Zofeen Almeida")][:1] == [("Zofeen Almeida", BY)]
    assert not [one for one in found("Aus Berlin berichtet Zofeen Almeida über ihre lange Reise") if one.lead == BY]


def test_a_japanese_paper_parts_names_by_their_offices():
    assert names("山田太郎　編集委員・佐藤花子") == ["山田太郎", "佐藤花子"]


@pytest.mark.parametrize(
    ("signature", "names", "agency"),
    [
        ("(Theresa Brandt, 3.5.2021)", ["Theresa Brandt"], None),
        ("(Theresa Brandt, Bernd Maier, APA, 4.5.2021)", ["Theresa Brandt", "Bernd Maier"], "APA"),
        ("(Theresa Brandt und Bernd Maier, 2.5.2021)", ["Theresa Brandt", "Bernd Maier"], None),
        ("(APA, 3.5.2021)", [], None),
        ("(Wien, 3.5.2021)", [], None),
        ("(New Haven, 3.5.2021)", [], None),
        ("(Theresa Brandt, seit 3.5.2021 im Amt)", [], None),
        ("(Theresa Brandt, Band zwei, 3.5.2021)", [], None),
        ("(Theresa Brandt in Abendblatt Wien, 3.5.2021)", [], None),
    ],
)
def test_who_signs_with_the_day_below_the_text(signature, names, agency):
    for article in (page("Wien", below=signature), page("Wien", last=f"{R} {signature}")):
        assert article.authors == names
        assert article.byline == (signature[1 : signature.rindex(",")] if names else article.byline)
        assert not names or article.agency == agency


@pytest.mark.parametrize("line", ["Super, endlich! (Hans Maier, 3.5.2021)", "Foto: Die Brücke im Winter (Martin Weber, 3.5.2021)"])
def test_a_comment_or_a_picture_below_the_text_is_no_signature(line):
    assert page("Wien", below=line).authors == []


def test_a_quotation_with_its_day_is_no_signature():
    assert page("Wien", last=f"{R} „Das schaffen wir.“ (Angela Maier, 31.8.2015)").authors == []


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Jane Doe", "(now);", "John Smith and", "Ann Lee", "(earlier)"], ["Jane Doe", "John Smith", "Ann Lee"]),
        (["By", "Jane Doe", "jane.doe@courier.example", "and", "John Smith", "@johnsmith"], ["Jane Doe", "John Smith"]),
        (["By Jane Doe,", "Associated Press Writer", "Peter Hall knows the harbour well."], ["Jane Doe"]),
        (["Maria Bell puts her faith in vitamin E", "By Jane Doe"], ["Jane Doe"]),
        (["Maria Bell visits the harbour and", "By Jane Doe"], ["Jane Doe"]),
    ],
)
def test_where_a_list_over_several_lines_goes_on(lines, names):
    assert page("\n".join(lines)).authors == names


def test_in_a_known_layout_a_byline_goes_on_over_signs_that_have_a_line_of_their_own():
    def dump(*byline):
        return "\n".join(
            [
                "DAWN.COM",
                "Home",
                "Sindh growers dump mangoes",
                *byline,
                "Published",
                "June 21, 2024",
                f"KARACHI: {P}",
                Q,
                R,
                "Published in Dawn, June 21st, 2024",
            ]
        )

    article = dumpparse.extract(dump("Saqlain Memon", "|", "Ayesha Rindani", "|", "Anwar Ali"))
    assert (article.byline, article.authors) == ("Saqlain Memon | Ayesha Rindani | Anwar Ali", ["Saqlain Memon", "Ayesha Rindani", "Anwar Ali"])
    for other in ("Karachi", "Dawn Images", "Facebook Count"):
        assert dumpparse.extract(dump("Saqlain Memon", "|", other)).authors == ["Saqlain Memon"]
    assert dumpparse.extract(dump("Saqlain Memon", "•", "Imran Khan")).authors == ["Saqlain Memon"]
    assert dumpparse.extract(dump("Saqlain Memon", "Ayesha Rindani")).authors == ["Saqlain Memon"]
