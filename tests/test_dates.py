"""Dates as they stand in lines."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dumpparse.profile import profile

DATES = profile().dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published in Dawn, March 3rd, 2018", [("2018-03-03", None)]),
        ("Published in Dawn, October 1st , 2020", [("2020-10-01", None)]),
        ("Updated 23 May, 2024", [("2024-05-23", "updated")]),
        ("Published 21 Sep, 2017 07:24am", [("2017-09-21T07:24", "published")]),
        ("Published April 6, 2021 - Updated April 6, 2021 09:46pm", [("2021-04-06", "published"), ("2021-04-06T21:46", "updated")]),
        ("Zofeen AlmeidaPublished April 6, 2021 Updated April 7, 2021 12:05am", [("2021-04-06", "published"), ("2021-04-07T00:05", "updated")]),
        ("A republished April 6, 2021 text", [("2021-04-06", None)]),
        ("Apr 28 20232:23 PM EDT", [("2023-04-28T14:23-04:00", None)]),
        ("Last updated: Thursday, 12 October 2020 10:00 +0530", [("2020-10-12T10:00+05:30", "updated")]),
        ("May 2, 2019, 10:00 GMT+5", [("2019-05-02T10:00+05:00", None)]),
        ("May 2, 2019 10:00 IST", [("2019-05-02T10:00", None)]),
        ("2018-03-03T07:24:00Z", [("2018-03-03T07:24+00:00", None)]),
        ("27. Januar 2026 • Name • 3 Minuten", [("2026-01-27", None)]),
        ("12 de octubre de 2020", [("2020-10-12", None)]),
        ("11 мая 2020, 10:00", [("2020-05-11T10:00", None)]),
        ("2021年3月4日", [("2021-03-04", None)]),
        ("31st Jul, 2024", [("2024-07-31", None)]),
        ("May 17,2019", [("2019-05-17", None)]),
        ("13/4/2021", [("2021-04-13", None)]),
        ("04.03.2021, 19:35 Uhr", [("2021-03-04T19:35", None)]),
        ("May the force be with the 5 of you", []),
        ("Tuesday", []),
        ("12 monkeys 2018", []),
        ("1950: a year of 2024 things", []),
        ("20 tháng 7, 2023", [("2023-07-20", None)]),
        ("ngày 20 tháng bảy năm 2023", [("2023-07-20", None)]),
        ("۱۴۰۲/۰۵/۱۲ - ۱۴:۳۰", [("2023-08-03T14:30", None)]),
        ("1402/05/12", []),
        ("۱۴۰۲/۰۰/۰۱", []),
        ("۱۴۰۲/۰۵/۰۰", []),
        ("۱۴۴۵/۰۱/۱۶", []),  # of the lunar calendar
        ("doanh thu 12 tháng năm 2023", []),
        ("5 tháng năm năm 2023", [("2023-05-05", None)]),
        ("民國999年1月1日", []),
        ("12. marta 2019.", [("2019-03-12", None)]),
        ("令和5年3月2日", [("2023-03-02", None)]),
        ("2023年（令和5年）3月2日", []),
        ("中華民國112年3月2日", [("2023-03-02", None)]),
        ("२० जुलाई २०२३", [("2023-07-20", None)]),
        ("20 шілде 2023", [("2023-07-20", None)]),
        ("Hulyo 20, 2023", [("2023-07-20", None)]),
        ("31 مهر 1402", []),  # a month of 30 days
        ("30 اسفند 1400", []),  # no leap year
        ("3 May 1350", []),
        ("3 พ.ค. 1350", []),
    ],
)
def test_find(text, expected):
    assert [(stamp.iso, stamp.kind) for stamp in DATES.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [("3/4/2021", "ambiguous"), ("31 February 2020", "impossible"), ("40.13.2020", "impossible"), ("April 31, 2021", "impossible")],
)
def test_no_value_without_a_guess(text, problem):
    (stamp,) = DATES.find(text)
    assert (stamp.iso, stamp.problem) == (None, problem)


# By language: as printed, the value, and the kind of its label.
PRINTED = {
    "hindi": """
21 जुलाई 2024 07:30 | 2024-07-21T07:30 |
अपडेट 3 मई 2021 | 2021-05-03 | updated
""",
    "bengali": """
প্রকাশ: ২১ জুলাই ২০২৪, ১৪: ২০ | 2024-07-21T14:20 | published
""",
    "tamil and telugu": """
3 செப்டம்பர் 2021 | 2021-09-03 |
3 సెప్టెంబర్ 2021 | 2021-09-03 |
""",
    "thai": """
เผยแพร่ 3 พฤษภาคม 2564 | 2021-05-03 | published
3 พ.ค. 2564 14:05 | 2021-05-03T14:05 |
3 พ.ค. 2021 | 2021-05-03 |
""",
    "hebrew": """
3 במאי 2021 | 2021-05-03 |
""",
    "persian": """
۱۴ تیر ۱۴۰۲ | 2023-07-05 |
1 فروردین 1403 | 2024-03-20 |
1 فروردین 1404 | 2025-03-21 |
30 اسفند 1399 | 2021-03-20 |
""",
    "urdu": """
3 مئی 2021 | 2021-05-03 |
""",
    "georgian, estonian, catalan": """
3 მაისი 2021 | 2021-05-03 |
3. mai 2021 | 2021-05-03 |
3 de maig de 2021 | 2021-05-03 |
""",
    "hungarian with a weekday": """
2024. augusztus 21., szerda 14:06 | 2024-08-21T14:06 |
""",
    "english": """
Published: 12:37 GMT, 21 December 2023 | 2023-12-21T12:37+00:00 | published
Updated 10:42 PM ET, Mon November 18, 2019 | 2019-11-18T22:42 | updated
Published 8:00 PM EST, Tue December 19, 2023 | 2023-12-19T20:00-05:00 | published
Final score 27:30, 3 May 2021 | 2021-05-03 |
10:30 AM on May 3, 2021 | 2021-05-03T10:30 |
Posted on 3rd May 2021 at 10:30 | 2021-05-03T10:30 | published
Apr 28 20232:23 PM EDT | 2023-04-28T14:23-04:00 |
Apr 042013 | 2013-04-04 |
Mon., Sept. 7, 2020 | 2020-09-07 |
Last modified on Tue 3 May 2021 10.30 BST | 2021-05-03T10:30 | updated
May 3rd, 2021 12:05 a.m. | 2021-05-03T00:05 |
2021-05-03T10:30:00.000+02:00 | 2021-05-03T10:30+02:00 |
3-May-2021 | 2021-05-03 |
19-Dec-25 | 2025-12-19 |
First published: May 3, 2021 | 2021-05-03 | published
Last updated on 3 May 2021 | 2021-05-03 | updated
Last revised: May 3, 2021 | 2021-05-03 | updated
May 3, 2021 / 2:05 PM EDT / CBS News | 2021-05-03T14:05-04:00 |
A will that she had never updated, of 3 May 2021 | 2021-05-03 |
Missouri, May 3, 2021 | 2021-05-03 |
Mission accomplished, 3 May 2021 | 2021-05-03 |
Revised budget, 3 May 2021 | 2021-05-03 |
""",
    "german": """
Zuletzt bearbeitet am 3. Mai 2021 | 2021-05-03 | updated
Stand: 3. Mai 2021, 10:30 Uhr | 2021-05-03T10:30 | updated
Veröffentlicht am 03.05.2021 um 10:30 Uhr | 2021-05-03T10:30 | published
Erstellt am 3. Jänner 2021 | 2021-01-03 | published
Zuletzt geändert: 03.05.2021 10.30 Uhr | 2021-05-03T10:30 | updated
Montag, 3. Mai 2021 | 2021-05-03 |
Mo, 03.05.2021 - 10:30 | 2021-05-03T10:30 |
26. 11. 2024 | 2024-11-26 |
3.5.21 | 2021-05-03 |
14.02.2025 , 07:45 Uhr | 2025-02-14T07:45 |
3. März 2021 10:30 | 2021-03-03T10:30 |
08:15 Uhr, 3. Dez. 2021 | 2021-12-03T08:15 |
Letzte Aktualisierung: 3. Okt 2021 | 2021-10-03 | updated
""",
    "french": """
Mise à jour : le 3 mai 2021 | 2021-05-03 | updated
Actualités - 3 mai 2021 | 2021-05-03 |
le 3 mai 2021 à 14 h 05 | 2021-05-03T14:05 |
Publié le 3 mai 2021 à 10h30 | 2021-05-03T10:30 | published
Mis à jour le 1er août 2021 à 09:05 | 2021-08-01T09:05 | updated
Publié le 03/12/2021 à 10:30 | ambiguous | published
lundi 3 février 2021 | 2021-02-03 |
3 févr. 2021 | 2021-02-03 |
le 13/05/2021 à 10h30 | 2021-05-13T10:30 |
Dernière mise à jour : 3 sept. 2021 | 2021-09-03 | updated
3 décembre 2021 - 10:30 | 2021-12-03T10:30 |
10h30, le 3 mai 2021 | 2021-05-03T10:30 |
Mis en ligne le 3 juil. 2021 | 2021-07-03 | published
""",
    "spanish": """
Última modificación el 3 de mayo de 2021 | 2021-05-03 | updated
3·05·2021 | 2021-05-03 |
Publicado el 3 de mayo de 2021 a las 10:30 | 2021-05-03T10:30 | published
Actualizado a 13/01/2025 09:40 | 2025-01-13T09:40 | updated
3 de mayo del 2021 | 2021-05-03 |
Mayo 03 de 2021 | 2021-05-03 |
mayo 3, 2021 | 2021-05-03 |
03 ENE 2021 | 2021-01-03 |
3 ago. 2021 10:30 | 2021-08-03T10:30 |
Última actualización: 3 setiembre 2021 | 2021-09-03 | updated
Lunes, 3 de mayo, 2021 | 2021-05-03 |
Fecha de publicación: 3/dic/2021 | 2021-12-03 | published
""",
    "italian": """
Ultima modifica il 3 maggio 2021 alle ore 14:05 | 2021-05-03T14:05 | updated
Pubblicato il 3 maggio 2021 alle 10:30 | 2021-05-03T10:30 | published
Pubblicato: 3 Gennaio 2021 - 10:30 | 2021-01-03T10:30 | published
1° maggio 2021 | 2021-05-01 |
Ultimo aggiornamento: 3 mag 2021, ore 10.30 | 2021-05-03T10:30 | updated
Lunedì 3 Febbraio 2021 | 2021-02-03 |
3 lug 2021 | 2021-07-03 |
3 giu. 2021 | 2021-06-03 |
13/05/2021 10:30 | 2021-05-13T10:30 |
aggiornato il 3 dicembre 2021 | 2021-12-03 | updated
3 set 2021 | 2021-09-03 |
""",
    "portuguese": """
Publicado em 3 de maio de 2021 às 10h30 | 2021-05-03T10:30 | published
Atualizado em 3 de março de 2021 10:30 | 2021-03-03T10:30 | updated
13/05/2021 10h30 | 2021-05-13T10:30 |
3 fev. 2021 | 2021-02-03 |
03 de Dezembro de 2021 | 2021-12-03 |
3 mai 2021, 10:30 | 2021-05-03T10:30 |
segunda-feira, 3 de maio de 2021 | 2021-05-03 |
Publicada em 3 out 2021 | 2021-10-03 | published
3.set.2021 | 2021-09-03 |
Última atualização: 3 ago 2021 | 2021-08-03 | updated
""",
    "dutch": """
Gepubliceerd op 3 mei 2021 om 10:30 | 2021-05-03T10:30 | published
Laatst bijgewerkt: 3 maart 2021 | 2021-03-03 | updated
maandag 3 mei 2021 | 2021-05-03 |
3 mrt 2021 | 2021-03-03 |
3 augustus 2021, 10:30 | 2021-08-03T10:30 |
13-05-2021 10:30 | 2021-05-13T10:30 |
03 okt. 2021 | 2021-10-03 |
Geplaatst op 3 februari 2021 | 2021-02-03 | published
Bijgewerkt: 3 jan 2021 | 2021-01-03 | updated
3 juni 2021 10.30 | 2021-06-03T10:30 |
""",
    "polish": """
Data aktualizacji: 3 maja 2021 | 2021-05-03 | updated
Opublikowano: 3 maja 2021, 10:30 | 2021-05-03T10:30 | published
3 października 2021 | 2021-10-03 |
3 paź 2021 10:30 | 2021-10-03T10:30 |
Data publikacji: 3 stycznia 2021 r. | 2021-01-03 | published
3 września 2021 r., godz. 10:30 | 2021-09-03T10:30 |
03.05.2021, 10:30 | 2021-05-03T10:30 |
Ostatnia aktualizacja: 3 lutego 2021 | 2021-02-03 | updated
poniedziałek, 3 grudnia 2021 | 2021-12-03 |
3 kwi 2021 | 2021-04-03 |
3 LISTOPADA 2021 | 2021-11-03 |
""",
    "russian": """
3 мая 2021, понедельник, 14:05 | 2021-05-03T14:05 |
Опубликовано: 3 мая 2021, 10:30 | 2021-05-03T10:30 | published
3 мая 2021 г. | 2021-05-03 |
3 мая 2021 года в 10:30 | 2021-05-03T10:30 |
10:30, 3 мая 2021 | 2021-05-03T10:30 |
10:30 МСК, 3 августа 2021 | 2021-08-03T10:30+03:00 |
3 сент. 2021 | 2021-09-03 |
понедельник, 3 ЯНВАРЯ 2021 | 2021-01-03 |
Обновлено: 03.05.2021 10:30 | 2021-05-03T10:30 | updated
Дата публикации: 3 июня 2021 | 2021-06-03 | published
3 ноября, 2021 | 2021-11-03 |
3 февр. 2021, 10:30 МСК | 2021-02-03T10:30+03:00 |
""",
    "ukrainian": """
Опубліковано: 3 травня 2021, 10:30 | 2021-05-03T10:30 | published
3 січня 2021 року | 2021-01-03 |
3 січ. 2021 | 2021-01-03 |
понеділок, 3 листопада 2021 | 2021-11-03 |
3 квітня 2021 р. о 10:30 | 2021-04-03T10:30 |
Оновлено: 3 грудня 2021 | 2021-12-03 | updated
3 лип 2021 | 2021-07-03 |
03.05.2021, 10:30 | 2021-05-03T10:30 |
10:30, 3 серпня 2021 | 2021-08-03T10:30 |
3 ВЕРЕСНЯ 2021 | 2021-09-03 |
""",
    "turkish": """
3 Mayıs 2021 02:05 ÖS | 2021-05-03T14:05 |
Yayınlanma: 3 Mayıs 2021, 10:30 | 2021-05-03T10:30 | published
Güncelleme: 3 Ağustos 2021 10:30 | 2021-08-03T10:30 | updated
Giriş Tarihi: 3.5.2021 10:30 | 2021-05-03T10:30 | published
3 EKİM 2021 | 2021-10-03 |
3 Şub 2021 | 2021-02-03 |
3 Ara 2021 10:30 | 2021-12-03T10:30 |
3 Kasım 2021 Çarşamba 10:30 | 2021-11-03T10:30 |
Son Güncelleme: 03.05.2021 - 10:30 | 2021-05-03T10:30 | updated
Oluşturulma Tarihi: Ocak 03, 2021 10:30 | 2021-01-03T10:30 | published
3 Haziran 2021 | 2021-06-03 |
""",
    "indonesian": """
Senin, 3 Mei 2021 10:30 WIB | 2021-05-03T10:30+07:00 |
3 Agustus 2021 pukul 10:30 | 2021-08-03T10:30 |
Diterbitkan 3 Maret 2021 | 2021-03-03 | published
Diperbarui 3 Des 2021 | 2021-12-03 | updated
Kompas Baru - 13/05/2021, 10:30 WIB | 2021-05-13T10:30+07:00 |
Jumat, 03 Okt 2021 10:30 WITA | 2021-10-03T10:30+08:00 |
3 Agu 2021 | 2021-08-03 |
3 Juli 2021 | 2021-07-03 |
03 Februari 2021 | 2021-02-03 |
Dipublikasikan pada 3 November 2021 | 2021-11-03 |
""",
    "croatian": """
3. svibnja 2021. | 2021-05-03 |
3. listopada 2021. 10:30 | 2021-10-03T10:30 |
3.5.2021. 10:30 | 2021-05-03T10:30 |
Ažurirano: 3. svibnja 2021. | 2021-05-03 | updated
""",
    "elsewhere": """
Publicat la 3 mai 2021 | 2021-05-03 | published
Actualizat: 03.05.2021, 10:30 | 2021-05-03T10:30 | updated
Ενημερώθηκε: 03.05.2021 | 2021-05-03 | updated
Actualizado al 3 de mayo de 2021 | 2021-05-03 | updated
3. maj 2021 KL. 10:30 | 2021-05-03T10:30 |
2021. május 3. – 10:30 | 2021-05-03T10:30 |
3. května 2021 v 10:30 | 2021-05-03T10:30 |
3/5/2021 10:30 (GMT+7) | ambiguous |
3 May 2021 10:30-11am | 2021-05-03T10:30 |
3 May 2021. 5.20 million people watched | 2021-05-03 |
3 May 2021 25 pm | 2021-05-03 |
3 May 2021 5 AM PT | 2021-05-03T05:00 |
13/05/2021 10:30 (GMT+7) | 2021-05-13T10:30+07:00 |
3 maja 2021 | 2021-05-03 |
3 listopada 2021 | 2021-11-03 |
""",
    "japanese": """
2021年5月3日 14時05分更新 | 2021-05-03T14:05 | updated
2025年1月13日 21時37分 | 2025-01-13T21:37 |
2021年5月3日（月） 10時30分 | 2021-05-03T10:30 |
2021/05/03 10:30 | 2021-05-03T10:30 |
2021/5/3(月) 10:30 | 2021-05-03T10:30 |
2021年5月3日 午後3時05分 | 2021-05-03T15:05 |
公開：2021年5月3日 | 2021-05-03 | published
更新日：2021年5月3日 | 2021-05-03 | updated
２０２１年５月３日　１０：３０ | 2021-05-03T10:30 |
2021.05.03 | 2021-05-03 |
配信 2021年5月3日 5時00分 | 2021-05-03T05:00 | published
公開日時：2021年5月3日 10:30 | 2021-05-03T10:30 | published
最終更新日時：2021年5月3日 10:30 | 2021-05-03T10:30 | updated
""",
    "chinese": """
2021年5月3日 星期一 14:05 | 2021-05-03T14:05 |
2021年5月3日10:30 | 2021-05-03T10:30 |
2021年05月03日 10时30分 | 2021-05-03T10:30 |
2021-05-03 10:30:00 | 2021-05-03T10:30 |
发布时间：2021-05-03 10:30 | 2021-05-03T10:30 | published
更新时间：2021年5月3日 | 2021-05-03 | updated
2021/05/03 | 2021-05-03 |
發布時間：2021/05/03 10:30 | 2021-05-03T10:30 | published
2021年5月3日 下午3:05 | 2021-05-03T15:05 |
2021年5月3日 星期一 | 2021-05-03 |
林小梅2021-05-03 10:30 | 2021-05-03T10:30 |
2021 05/03 10:30:09 | 2021-05-03T10:30 |
发表于2021-05-03 | 2021-05-03 | published
""",
    "korean": """
2021년 5월 3일 | 2021-05-03 |
입력 2021.05.03 10:30 | 2021-05-03T10:30 | published
송고시간 2021-05-03 10:30 | 2021-05-03T10:30 | published
수정 2021.05.03. 10:30 | 2021-05-03T10:30 | updated
2021. 5. 3. 오후 3:05 | 2021-05-03T15:05 |
등록 2021-05-03 10:30 | 2021-05-03T10:30 | published
2021년 5월 3일 10시 30분 | 2021-05-03T10:30 |
승인 2021.05.03 10:30 | 2021-05-03T10:30 | published
2021-05-03 (월) 10:30 | 2021-05-03T10:30 |
2021년5월3일 | 2021-05-03 |
최종수정 2021.05.03 10:30 | 2021-05-03T10:30 | updated
""",
    "arabic": """
3 ماي 2021 | 2021-05-03 |
3 مايو 2021 02:05 مساء | 2021-05-03T14:05 |
3 مايو 2021 | 2021-05-03 |
3 مايو/أيار 2021 | 2021-05-03 |
3 كانون الثاني 2021 | 2021-01-03 |
الاثنين 3 تشرين الأول 2021 | 2021-10-03 |
تاريخ النشر: 3 يناير 2021 | 2021-01-03 | published
آخر تحديث: 3 آب 2021 | 2021-08-03 | updated
٣ مايو ٢٠٢١ | 2021-05-03 |
3 أغسطس 2021، 10:30 | 2021-08-03T10:30 |
2021-05-03 10:30 | 2021-05-03T10:30 |
3 حزيران، 2021 | 2021-06-03 |
""",
}  # fmt: skip


@pytest.mark.parametrize(("language", "line"), [(language, line) for language, lines in PRINTED.items() for line in lines.strip().split("\n")])
def test_forms_by_language(language, line):
    text, value, kind = (part.strip() for part in line.rsplit("|", 2))
    (stamp,) = DATES.find(text)
    assert (stamp.iso or stamp.problem, stamp.kind or "") == (value, kind)
    # However it is glued between other words.
    stamps = DATES.find(f"Zofeen Almeida | {text}")
    assert [(one.iso or one.problem) for one in stamps] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Version 10.12.3", "v1.2.2020", "Python 3.11.4", "1.299.2020 items", "+49 30 2020 1234", "Tel. 555-2019-33", "2019-20", "2019/20 season", "1999-2004", "From 2001 to 2019",
        "3-2 in 2019", "12 of 2020", "$12.10.99", "€ 1.20 2020", "Room 2020", "10:30", "10.30 Uhr", "May 2021", "Mai 2021", "3 May", "5月3日", "5월 3일", "192.168.2.1", "10.12.2019.4",
        "Chapter 12 Verse 2020", "31 people in 2020", "Section 4 Title 2019", "+12/10/2020", "May the 4th", "12 noon 2020", "Psalm 12 Vers 2020",
    ],
)  # fmt: skip
def test_no_dates(text):
    assert DATES.find(text) == []


@pytest.mark.parametrize(
    "text", ["30 February 2020", "31. April 2021", "0 May 2021", "2021-13-03", "2021年13月3日", "2021년 2월 30일", "32.01.2021", "29 février 2021", "31 июня 2021", "2021.00.10"]
)  # fmt: skip
def test_days_that_are_none(text):
    assert [(stamp.iso, stamp.problem) for stamp in DATES.find(text)] == [(None, "impossible")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15:36 Uhr", "2024-11-05T15:36"), ("um 15.36 Uhr", "2024-11-05T15:36"), ("9:05 am", "2024-11-05T09:05"), ("3:05 p.m. EST", "2024-11-05T15:05-05:00"), ("21時37分", "2024-11-05T21:37"),
        ("오후 3:05", "2024-11-05T15:05"), ("at 10:30", "2024-11-05T10:30"), ("2:45", "2024-11-05"), ("25:61", "2024-11-05"), ("15:36 Uhr Berlin", "2024-11-05"), ("12 comments", "2024-11-05"), ("", "2024-11-05"),
    ],
)  # fmt: skip
def test_a_time_on_a_line_of_its_own(text, value):
    assert DATES.with_time("2024-11-05", text) == value


def test_the_span_of_a_date_holds_its_time_but_not_its_label():
    text = "Published: 12:37 GMT, 21 December 2023 | Updated: 15:26 GMT, 21 December 2023"
    assert [(text[one.start : one.end], one.kind) for one in DATES.find(text)] == [
        ("12:37 GMT, 21 December 2023", "published"),
        ("15:26 GMT, 21 December 2023", "updated"),
    ]


FORMS = ["%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y", "%B %-dth, %Y"]


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)),
    st.sampled_from(FORMS),
    st.sampled_from(["", "Published ", "Updated: ", "Name "]),
)
def test_every_day_in_every_form(day, form, label):
    (stamp,) = DATES.find(label + day.strftime(form))
    assert stamp.iso == day.isoformat()


@given(st.times(), st.sampled_from(["%H:%M", "%I:%M%p", "%I:%M %p"]))
def test_every_time(time, form):
    (stamp,) = DATES.find("Published April 6, 2021 " + time.strftime(form).lower())
    assert stamp.iso == f"2021-04-06T{time:%H:%M}"


@given(st.text(max_size=200))
def test_any_line(text):
    for stamp in DATES.find(text):
        assert 0 <= stamp.labelled_from <= stamp.start < stamp.end <= len(text)
        assert (stamp.iso is None) == (stamp.problem is not None)


@pytest.mark.parametrize(
    "day",
    ["Luni", "hétfő", "Πέμπτη", "čtvrtek", "nedjelja", "събота", "torstaina", "Thứ Ba", "Chủ nhật", "Khamis", "सोमवार", "বৃহস্পতিবার", "திங்கள்", "วันจันทร์ที่", "پنج‌شنبه", "جمعرات", "יום ראשון"],
)  # fmt: skip
def test_weekdays_say_nothing_more_than_a_date_does(day):
    assert DATES.is_filler(day)
    assert not DATES.is_filler(f"{day} Almeida")


@pytest.mark.parametrize("text", ["Hai", "Ba", "שני", "پنج"])
def test_numbers_that_weekdays_are_made_of_say_something(text):
    assert not DATES.is_filler(text)
