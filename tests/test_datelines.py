"""Datelines, and what only looks like one."""

import pytest

import dumpparse
from dumpparse.datelines import find
from dumpparse.extraction import judge
from dumpparse.fields import dateline
from dumpparse.profile import profile

PROFILE = profile()
PROSE = "The committee met on Friday to discuss the matter, and a decision is expected within days."


@pytest.mark.parametrize(
    ("text", "places", "day", "agency"),
    [
        ("ISLAMABAD:", ("ISLAMABAD",), None, None),
        ("DERA MURAD JAMALI:", ("DERA MURAD JAMALI",), None, None),
        ("LAHORE/ISLAMABAD:", ("LAHORE", "ISLAMABAD"), None, None),
        ("KOT MOMIN/LAHORE:", ("KOT MOMIN", "LAHORE"), None, None),
        ("KARACHI, Nov 23:", ("KARACHI",), (11, 23), None),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) -", ("BEIRUT", "THE HAGUE"), (3, 7), "Reuters"),
        ("PARIS, March 7 (AFP) —", ("PARIS",), (3, 7), "AFP"),
        ("LA CROSSE, Wis. (AP) —", ("LA CROSSE, Wis.",), None, "AP"),
        ("ST. LOUIS, MO (KTVI) –", ("ST. LOUIS, MO",), None, "KTVI"),
        ("KATHMANDU, April 25 (Reuters) -", ("KATHMANDU",), (4, 25), "Reuters"),
        ("Montpellier (SID) –", ("Montpellier",), None, "SID"),
        ("Madrid, 3 mar (EFE).-", ("Madrid",), (3, 3), "EFE"),
        ("(ANSA) - ROMA, 28 LUG -", ("ROMA",), (7, 28), "ANSA"),
        ("МОСКВА, 29 июня. /ТАСС/.", ("МОСКВА",), (6, 29), "ТАСС"),
        ("London (CNN)", ("London",), None, "CNN"),
        ("New Delhi, Nov 1 (PTI)", ("New Delhi",), (11, 1), "PTI"),
        ("JAKARTA, KOMPAS.com -", ("JAKARTA",), None, "KOMPAS.com"),
        ("ISLAMABAD -", ("ISLAMABAD",), None, None),
        ("ISLAMABAD, (UrduPoint / Pakistan Point News - 31st Jul, 2024)", ("ISLAMABAD",), (7, 31), "UrduPoint / Pakistan Point News"),
        ("BERLIN and PARIS —", ("BERLIN", "PARIS"), None, None),
        ("CALDEN.", ("CALDEN",), None, None),
    ],
)
def test_forms(text, places, day, agency):
    found = find(f"{text} {PROSE}", PROFILE)
    assert found.places == places
    assert found.text == text
    assert (found.month and (found.month, found.day)) == day
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The mayor speaks", "BREAKING: Bridge falls", "Exclusive: Inside the mill", "OPINION: It is late", "WHILE political differences are part of it, they grow.",
        "NEW YORK — the city that never sleeps — slept.", "LAHORE AND CANDLES: The nights are long", "Interview: A poet at eighty", "By ANWAR IQBAL: notes", "Imtiaz Ali adds: The river rose",
        "From The Past Pages Of Dawn: 1950: A dam", "Senator Smith (D-Ohio) — He said no", "Portland, Maine–based startups", "THE writer is a journalist.", "US: A nation", "The house — It was old — fell",
        PROSE,
    ],
)  # fmt: skip
def test_not_datelines(text):
    assert find(text, PROFILE) is None


SATZ = "Der Ausschuss hat am Freitag über die Sache beraten, und eine Entscheidung wird in den nächsten Tagen erwartet."
# Places that no list knows, or that one does in another language: the form, the agency, the region or the day must do.
INVENTED = """
ZARGAT, May 4 (AFP) — | ZARGAT | 5-4 | AFP
ZARGAT (AP) — | ZARGAT | | AP
Zargat (Reuters) - | Zargat | | Reuters
ZARGAT, Iowa (AP) — | ZARGAT, Iowa | | AP
Zargat, Ill. — | Zargat, Ill. | |
ZARGAT FALLS, N.D. — | ZARGAT FALLS, N.D. | |
Zargat, TX – | Zargat, TX | |
Zargat, Syria – | Zargat, Syria | |
ZARGAT, Kenya, Oct. 2 (Xinhua) -- | ZARGAT, Kenya | 10-2 | Xinhua
Zargat (Russland) - | Zargat (Russland) | |
Zargat (Bayern) – | Zargat (Bayern) | |
ZARGAT/MELVINA, March 7 (Reuters) - | ZARGAT+MELVINA | 3-7 | Reuters
ZARGAT & MELVINA — | ZARGAT+MELVINA | |
Zargat/Melvina (dpa) - | Zargat+Melvina | | dpa
Zargat (dpa/lby) - | Zargat | | dpa/lby
Zargat (ots) - | Zargat | | ots
Zargat (APA) – | Zargat | | APA
Zargat (awp/sda) - | Zargat | | awp/sda
ZARGAT (SID) – | ZARGAT | | SID
ZARGAT taz | | ZARGAT | | taz
ZARGAT dpa/taz | | ZARGAT | | dpa/taz
Zargat, 3 mar (EFE).- | Zargat | 3-3 | EFE
Zargat del Río, 3 de marzo (EFE).- | Zargat del Río | 3-3 | EFE
ZARGAT, 3 May. (EUROPA PRESS) - | ZARGAT | 5-3 | EUROPA PRESS
ZARGAT, 3 (EUROPA PRESS) - | ZARGAT | | EUROPA PRESS
ZARGAT, 1 jul (Xinhua) -- | ZARGAT | 7-1 | Xinhua
Zargat, 3 mai (AFP) - | Zargat | 5-3 | AFP
ZARGAT, 10 août (Xinhua) -- | ZARGAT | 8-10 | Xinhua
(ANSA) - ZARGAT, 28 LUG - | ZARGAT | 7-28 | ANSA
(ANSA) - ZARGAT, 28 LUG 2019 - | ZARGAT | 7-28 | ANSA
Zargat, 3 mag. (askanews) – | Zargat | 5-3 | askanews
ZARGAT (ITALPRESS) - | ZARGAT | | ITALPRESS
DAL NOSTRO INVIATO A ZARGAT - | ZARGAT | |
DALLA NOSTRA CORRISPONDENTE ZARGAT - | ZARGAT | |
Zargat, 3 mai (Lusa) - | Zargat | 5-3 | Lusa
ZARGAT, 3 mei (ANP) - | ZARGAT | 5-3 | ANP
Zargat, 3 maja (PAP) - | Zargat | 5-3 | PAP
Zargat, 3.05.2021 (PAP) - | Zargat | 5-3 | PAP
Zargat 3. května (ČTK) - | Zargat | 5-3 | ČTK
ЗАРГАТ, 29 июня. /ТАСС/. | ЗАРГАТ | 6-29 | ТАСС
ЗАРГАТ, 29 июн - РИА Новости. | ЗАРГАТ | 6-29 | РИА Новости
ЗАРГАТ. 29 июня. ИНТЕРФАКС - | ЗАРГАТ | 6-29 | ИНТЕРФАКС
ЗАРГАТ. КАЗИНФОРМ – | ЗАРГАТ | | КАЗИНФОРМ
3 мая, Заргат /Корр. БЕЛТА/. | Заргат | 5-3 | Корр. БЕЛТА
ZARGAT, January 12. /TASS/. | ZARGAT | 1-12 | TASS
ZARGAT (AA) - | ZARGAT | | AA
ZARGAT, (DHA)- | ZARGAT | | DHA
ZARGAT (ANTARA) - | ZARGAT | | ANTARA
ZARGAT, KOMPAS.com - | ZARGAT | | KOMPAS.com
Zargat, CNN Indonesia -- | Zargat | | CNN Indonesia
TEMPO.CO, Zargat - | Zargat | | TEMPO.CO
ZARGAT, 13 Jan (Bernama) -- | ZARGAT | 1-13 | Bernama
ZARGAT, Nov 22 — | ZARGAT | 11-22 |
ZARGAT, Nov. 22, 2019 – | ZARGAT | 11-22 |
ZARGAT, 22nd November 2019 – | ZARGAT | 11-22 |
ZARGAT, Monday, May 3, 2021 (WAFA) – | ZARGAT | 5-3 | WAFA
ZARGAT (January 24, 2017) — | ZARGAT | 1-24 |
Zargat, 27.6.2025 – | Zargat | 6-27 |
Riyadh, May 03, 2021, SPA -- | Riyadh | 5-3 | SPA
Zargat, May 3, GNA – | Zargat | 5-3 | GNA
ZARGAT, MAY 3, ARMENPRESS. | ZARGAT | 5-3 | ARMENPRESS
Zargat, May 3 (BSS) - | Zargat | 5-3 | BSS
Zargat [Syria], June 9 (ANI): | Zargat [Syria] | 6-9 | ANI
New Zargat, Nov 1 (PTI) | New Zargat | 11-1 | PTI
ZARGAT COUNTY, Calif. (KGO) -- | ZARGAT COUNTY, Calif. | | KGO
ZARGAT, MO (KTVI) – | ZARGAT, MO | | KTVI
ZARGAT/LONDON/BERLIN, March 12 (Reuters) - | ZARGAT+LONDON+BERLIN | 3-12 | Reuters
ZARGAT, 12 de marzo de 2024 (EFE) - | ZARGAT | 3-12 | EFE
ЗАРГАТ, 12 марта 2024 г. /ТАСС/. | ЗАРГАТ | 3-12 | ТАСС
ZARGAT, mardi 12 mars (AFP) - | ZARGAT | 3-12 | AFP
ZARGAT, Tuesday (AP) — | ZARGAT | | AP
London CNN — | London | | CNN
London, Ont.- | London, Ont. | |
Zargat, Sinaloa.- | Zargat, Sinaloa | |
Madrid, EFE.- | Madrid | | EFE
ZARGAT (NewsNation Now) — | ZARGAT | | NewsNation Now
ZARGAT--(BUSINESS WIRE)-- | ZARGAT | | BUSINESS WIRE
ZARGAT, Jan. 3, 2021 /PRNewswire/ -- | ZARGAT | 1-3 | PRNewswire
Zargat (CNN Business) | Zargat | | CNN Business
Zargat (CNN) | Zargat | | CNN
L’ISLE-SUR-ZARGAT (AFP) - | L’ISLE-SUR-ZARGAT | | AFP
N’ZARGAT: | N’ZARGAT | |
AL-ZARGAT — | AL-ZARGAT | |
ST. ZARGAT – | ST. ZARGAT | |
ZARGAT. | ZARGAT | |
ZARGAT -- | ZARGAT | |
ZARGAT    -    | ZARGAT | |
ZARGAT .- | ZARGAT | |
Wuppertal. | Wuppertal | |
Wuppertal · | Wuppertal | |
Neapel – | Neapel | |
Kigali: | Kigali | |
دمشق، سوريا (CNN) -- | دمشق، سوريا | | CNN
القاهرة - رويترز: | القاهرة | | رويترز
বীরভূম: | বীরভূম | |
【ロンドン共同】 | ロンドン | | 共同
【オスロ＝杉浦一樹】 | オスロ | |
【ワシントン=時事】 | ワシントン | | 時事
［ザルガト　２３日　ロイター］ | ザルガト | | ロイター
[東京 3日 ロイター] | 東京 | | ロイター
【ニューデリー、カブール共同】 | ニューデリー+カブール | | 共同
新华社札尔加特4月24日电 | 札尔加特 | 4-24 | 新华社
中新社北京4月24日电 (记者 林小梅) | 北京 | 4-24 | 中新社
本报札尔加特4月24日电 | 札尔加特 | 4-24 |
（中央社記者林小梅台北24日電） | 台北 | | 中央社
（中央社記者林梅馬尼拉20日專電） | 馬尼拉 | | 中央社
（中央社東京20日綜合外電報導） | 東京 | | 中央社
〔記者林小梅／花蓮報導〕 | 花蓮 | |
Zargat6.com, Jakarta - | Jakarta | | Zargat6.com
أبوظبي في 3 مارس / وام / | أبوظبي | 3-3 | وام
(서울=연합뉴스) | 서울 | | 연합뉴스
[부산=스포츠조선 한가람 기자] | 부산 | | 스포츠조선
[자르갓=뉴시스] | 자르갓 | | 뉴시스
[헤럴드경제(부산)=한가람 기자] | 부산 | | 헤럴드경제
[OSEN=잠실, 한가람 기자] | 잠실 | | OSEN
[무라=남도일보 한가람 기자] | 무라 | | 남도일보
(서울·부산=연합뉴스) | 서울+부산 | | 연합뉴스
"""


@pytest.mark.parametrize("line", INVENTED.strip().split("\n"))
def test_forms_of_places_that_no_list_knows(line):
    text, places, day, agency = (part.strip() for part in line.rsplit("|", 3))
    for prose in (PROSE, SATZ):
        found = find(f"{text} {prose}", PROFILE)
        assert found, text
        assert found.text == text
        assert "+".join(found.places) == places
        assert (f"{found.month}-{found.day}" if found.month else "") == day
        assert (found.agency or "") == agency


@pytest.mark.parametrize(
    ("text", "places", "agency"),
    [
        ("London (CNN)It was the interview that some feared.", ("London",), "CNN"),
        ("NEW DELHI:The commissioner said on Monday that he would go.", ("NEW DELHI",), None),
        ("GAZA, Jan. 1(Xinhua) -- The port is open again.", ("GAZA",), "Xinhua"),
        ("ISLAMABAD    -    The board has met.", ("ISLAMABAD",), None),
        ("Jakarta -", ("Jakarta",), None),
        ("WASHINGTON —", ("WASHINGTON",), None),
        ("Berlin.", ("Berlin",), None),
        ("Hamburg, 2. November 2021", ("Hamburg",), None),
        ("Darmstadt - Januar 2021. Mit Hilfe der Anlage messen sie nun, was bisher niemand maß.", ("Darmstadt",), None),
        ("PARIS (AFP) –", ("PARIS",), "AFP"),
    ],
)
def test_glued_wide_or_on_a_line_of_its_own(text, places, agency):
    found = find(text, PROFILE)
    assert (found.places, found.agency) == (places, agency)


MISLEADING = """
Erfurt: Läufer überrascht im Endspurt
Berlin – Polizei sucht Zeugen
Kenia: Parallel zum Gipfel riefen die Verbände zum Streik auf, der am Montag beginnen soll.
Stahl, Beton, Stacheldraht – diese Umgebung kennt er seit zwanzig Jahren, wie er selbst sagt.
Generics. What are they, what do they do, and why should you care about any of them at all?
Zusammenfassung. Was bisher geschah, steht in den Büchern, und niemand hat sie je ganz gelesen.
Name und Sitz der Gesellschaft: Die Gesellschaft hat ihren Sitz am Hafen, und sie heißt nach ihm.
Zum Hintergrund: Das Gesetz soll regeln, was bisher niemand geregelt hat, und es gilt ab Mai.
Aber: Das Programm könnte daran scheitern, dass niemand es bezahlen will, sagt der Verband.
Interview | "Hier sind sich alle begegnet"
Video | Schiff läuft im Hafen ein
WATCH | The mayor speaks to the crowd at the harbour.
POLL | Is the bridge worth its price, or is it not?
COMMENTARY | The bridge is not a concept. It is a practical thing.
READ MORE: Woman found alive five days after the quake.
ALSO READ: Solar firm to boost the use of its own panels.
FACT CHECK: Is the bridge older than the town it leads to?
SEE ALSO: A new book explores how the bridge came to be.
EXCLUSIVE: The school responds to what its staff have said.
JUST IN – Research predicts more demand for bridges.
BREAKING: A man fights for his life after the crash.
URGENTE: El puente sigue cerrado, según el gobierno local.
EN VIVO: El puente sigue cerrado, según el gobierno local.
ÚLTIMA HORA: El puente sigue cerrado, según el gobierno local.
СРОЧНО: Мост закрыт, сообщили в администрации города.
ВИДЕО: Мост закрыт, сообщили в администрации города.
SON DAKİKA: Köprü kapatıldı, belediye açıkladı.
EIL: Die Brücke bleibt gesperrt, teilt die Stadt mit.
ACHTUNG: Die Brücke bleibt gesperrt, teilt die Stadt mit.
VIDÉO - Le pont reste fermé, a annoncé la mairie lundi.
À LIRE AUSSI : Le pont reste fermé, a annoncé la mairie.
FOTOS: O porto visto do rio, na semana da festa.
Note: The bridge may differ in your own town.
Last Updated: December 2025.
Updated: 10/31/2024 The moving process can make for an adventure.
UPDATE: Dec. 22, 2016, 2:16 p.m. EST Updated with words of the mayor.
Senator Zargat (R-Ohio) is defending the launch of the bridge.
Sen. Nadia Kern (R-S.C.) has declared war over the bridge that poses a question.
Nadia Kern (CNN) said that the bridge was hers, and nobody in the room laughed about it.
Nadia Kern, Zargat – the author of the bridge and of the book about it.
Search engine optimization (SEO) is the practice of making pages.
The Kitchen Show (KBIS) and the Builders’ Show (IBS) are one.
Your “mindset” matters. Here’s why: it has been said before.
REBECCA Kern is the sister of the harbour master of the town.
INTERNATIONAL Golden Institute (Zargat School of Economics) is open again.
ISLAND befreit sich von der Macht der Banken und geht seinen eigenen Weg.
LCD-Grafikkarte
Video-Serie „Bis zum Rand“
Kommentar-Regeln der Redaktion
October 13, 2025
Zargat, 13. Oktober 2025
By Nadia Kern
By Nadia Kern, CNN
Von Nadia Kern und Ole Brandt, dpa
Von: det/dpa
Por Nadia Kern
By Nadia Kern | Updated on 19-Dec-2025
Bildquelle: SWR
Foto: Nadia Kern (Copyright)
(Symbolbild)
Two people — an American and an Australian — crossed the bridge on Monday, the harbour master said.
In a joint statement published Oct. 25, the ministries said that the bridge was open.
New York - the city that never sleeps - slept on Monday, as it had not done in years.
Paris, wie es keiner kennt: ein Spaziergang durch die Stadt am frühen Morgen, von Brücke zu Brücke.
London Breed: The mayor speaks about her years in the office, and about the bridge.
Winter 2022: Die Brücke war wieder gesperrt, wie schon im Jahr davor und im Jahr danach.
10 Easy Bridges (Compilation)
1. Introduction
Coordinates: 42°S 174°E
Ski: 2021-2022 Line, 186 cm
TL;DR: You should build a bridge if you want to cross the river.
ملاحظة: الجسر مغلق حتى إشعار آخر، كما قالت البلدية.
ملخص - الجسر مغلق حتى إشعار آخر، كما قالت البلدية.
বিজ্ঞপ্তি: সেতু বন্ধ থাকবে বলে জানিয়েছে পুরসভা।
【速報】港の橋が閉鎖された。
【写真】港の橋が閉鎖された。
【AFP=時事】港の橋が閉鎖された。
【カメラ＝杉浦一樹】港の橋が閉鎖された。
（写真＝杉浦一樹）港の橋が閉鎖された。
[関連記事] 港の橋が閉鎖された。
【4月24日 AFP】港の橋が閉鎖された。
[엔터미디어=한가람의 이슈공감] 다리가 다시 막혔다.
[뉴스핌=한가람 기자] 다리가 다시 막혔다.
[사진=한가람 기자] 다리가 다시 막혔다.
[단독] 다리가 다시 막혔다고 시청이 밝혔다.
▲4일 시청에서 전달식이 열렸다.
4月24日，大桥再次关闭，市政府说。
B J / \\\\ / a drawing of letters
LED (light emitting diode) lamps burn in the harbour from May to October of each year.
MORE (D-Minn.) wrote to the harbour master, who did not answer until the following week.
NATO (the alliance of the north) - it was founded long before the harbour was built, he said.
Startet am 1. Mai: der Verkauf der Karten für die Fähre, die im Sommer wieder nachts fahren soll.
Founded May 1 – the club has been at the harbour since then, and it has always kept its boats there.
PARIS, FRANCE - MAY 03: A swan crosses the river.
WASHINGTON - FEBRUARY 26: A swan crosses the river.
IFRAME: the player stands here
(CNN) The mayor made an unscheduled visit to the bridge.
"""


@pytest.mark.parametrize("text", MISLEADING.strip().split("\n"))
def test_what_only_looks_like_one(text):
    found = find(text, PROFILE)
    assert not found or not found.sure, found
    assert dumpparse.extract(f"{text}\n\n{PROSE}\n\n{PROSE}").dateline is None


def test_an_unknown_place_is_a_guess_that_the_page_confirms():
    text = f"ZARGAT: {PROSE}\n\n{PROSE}"
    assert not find(text, PROFILE).sure
    article = dumpparse.extract(text)
    assert article.dateline.places == ["ZARGAT"]
    assert "alone" in article.fields["dateline"].rule


@pytest.mark.parametrize(
    "rest",
    [
        f"GAS PRICES: {PROSE}",  # a digest has more of them
        "The zargat is a fish of the lower river that few have seen alive.",  # a common noun
        f"Zofeen Almeida\n\nKarachi\n\n{PROSE}\n\nArif Noor\n\nLahore",  # letters are signed
    ],
)
def test_or_not(rest):
    assert dumpparse.extract(f"ZARGAT: {PROSE}\n\n{rest}").dateline is None


@pytest.mark.parametrize(
    ("dateline", "issue", "date"),
    [
        ("KARACHI, Nov 23:", "November 24th, 2012", "2012-11-23"),
        ("KARACHI, Dec 31:", "January 1st, 2013", "2012-12-31"),
        ("KARACHI, Feb 29:", "March 1st, 2013", "2012-02-29"),
        ("KARACHI, Nov 23:", "November 23rd, 2012", "2012-11-23"),
    ],
)
def test_the_year_that_puts_the_day_at_or_before_the_issue(dateline, issue, date):
    article = dumpparse.extract(f"{dateline} {PROSE}\n\n{PROSE}\n\nPublished in Dawn, {issue}")
    assert article.dateline.date == date
    assert article.warnings == []


def test_no_year_without_an_issue():
    article = dumpparse.extract(f"KARACHI, Nov 23: {PROSE}")
    assert article.dateline.date is None
    assert article.warnings == ["dateline-year-unknown"]


def test_a_place_that_answers_is_a_person():
    assert dumpparse.extract(f"Sydney: {PROSE}\n\n{PROSE}").dateline.places == ["Sydney"]
    assert dumpparse.extract(f"Sydney: {PROSE}\n\nInterviewer: {PROSE}").dateline is None


def test_a_sure_one_may_stand_below_the_first_line_or_in_a_summary():
    page = "Council backs plan for night ferries\n\n{}\n\nBy Zofeen Almeida\n\n3 May 2021\n\n{}\n\n{}\n\n{}"
    other = PROSE.replace("committee", "council")
    assert dumpparse.extract(page.format(f"Düsseldorf · {PROSE}", other, PROSE, other)).dateline.places == ["Düsseldorf"]
    assert dumpparse.extract(page.format(PROSE, f"ZARGAT (AP) — {other}", PROSE, other)).dateline.agency == "AP"
    assert dumpparse.extract(page.format(PROSE, other, f"Zargat: {PROSE}", other)).dateline is None


def test_a_page_of_a_summary_alone():
    page = judge(f"Council backs plan for night ferries\n\nZARGAT (AP) — {PROSE}\n\n{PROSE}")
    page.labels = ["standfirst" if label == "body" else label for label in page.labels]
    assert dateline.read(page, None, None, []).value.agency == "AP"


def test_a_sign_of_letters_among_the_topics_below_is_none():
    article = dumpparse.extract(f"JEDDAH: {PROSE}\n\n{PROSE}\n\nTopics:\n\nJeddah\n\nHeritage")
    assert article.dateline.places == ["JEDDAH"]


def test_who_speaks_in_a_play_is_no_place():
    play = "QUINTUS: People should know when a mill stands still.\nMAXIMUS: Would you, Quintus? Would I?\n"
    prose = "And I think that it is a good question, which the miller has asked himself since the spring, when the river fell and the wheel stopped."
    assert dumpparse.extract(f"{play}{prose}\n{prose.replace('miller', 'baker')}").dateline is None


def test_who_signs_before_the_place_is_no_place():
    found = find("Cemil UYSAL / BURDUR, (DHA) - Belediye meclisi köprünün onarılmasına karar verdi.", PROFILE)
    assert (found.places, found.agency, found.writer) == (("BURDUR",), "DHA", "Cemil UYSAL")
    assert find("MADRID / Nueva York, (EFE) - El consejo aprobó la reforma del puente.", PROFILE).writer is None


@pytest.mark.parametrize("city", ["BELLUNO.", "Quảng Trị –", "Αθήνα -"])
def test_cities_of_other_countries(city):
    found = find(f"{city} {PROSE}", PROFILE)
    assert found.places == (city[:-1].strip(),)
