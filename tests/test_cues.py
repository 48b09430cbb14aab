"""What a line of page furniture is known by, in many languages, and sentences that only look like one."""

import pytest

from dumpparse.cues import look
from dumpparse.extraction import read_lines
from dumpparse.profile import profile

PROFILE = profile()
FURNITURE = (
    "comments", "list_heading", "list_or_menu", "insert", "advert", "account", "share", "embed", "caption_credit", "relative_date", "footer",
    "menu", "author_note", "contact", "alt_text", "echo", "appeal", "clock", "credit", "about_author",
)  # fmt: skip

LINES = {
    "comments": [
        "Comments", "167 comments", "[ 167 comments ]", "10 Comments", "Comments (3)", "View 12 comments", "Kommentare (12)", "34 Kommentare", "2 commentaires", "5 commenti",
        "Comentarios (7)", "8 comentarios", "12 komentarzy", "Top rated comments", "Newest first", "Reply", "Antworten", "Responder", "Répondre", "Rispondi", "Ответить", "Yanıtla",
        "14 комментариев", "コメントを書く", "发表评论", "댓글 쓰기", "Anna says:", "Old Miller says:", "on September 13, 2018 at 5:23 pm said:", "Leave a Reply Cancel reply",
        "Your email address will not be published. Required fields are marked *", "Notify me of follow-up comments by email.", "Schreibe einen Kommentar",
        "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert", "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "You must be logged in to post a comment.", "3 replies", "12 Antworten", "Show 4 replies", "Als Antwort auf Kurt",
        "says:", "schrieb :", "* Old Miller says:", "Anna (The Mill) on September 13, 2018 at 5:23 pm said:", "Kurt Weber am 13. September 2018 um 17:23 Uhr schrieb:",
    ],
    "list_heading": [
        "Related", "Related Articles", "Related Roundup: Pocket lamps", "More from Gardens", "Most read", "Read next", "Trending in Gardens", "Latest from the valley", "You may also like",
        "Mehr aus Wirtschaft", "Mehr zum Thema", "Weitere Artikel zum Thema", "Meistgelesen", "Das könnte Sie auch interessieren", "Más sobre Economía", "Lo más leído", "Te puede interesar",
        "Plus d'articles", "À lire aussi", "Les plus lus", "Leia também", "Mais lidas", "Leggi anche", "I più letti", "Altri articoli", "Lees ook", "Meer over fietsen", "Czytaj także",
        "Najczęściej czytane", "Читайте также", "Новости по теме", "Benzer Haberler", "En çok okunanlar", "Berita terkait", "Läs också", "Mest lest", "Læs også", "Mohlo by vás zajímat",
        "関連記事", "【関連記事】", "相关阅读", "많이 본 뉴스", "اقرأ أيضا", "Schlagworte", "Tags:", "Tags: bread, ovens",
    ],
    "insert": [
        'Preberite še: Kako brati plazovni bilten in zakaj ga skoraj nihče ne', '• Czytaj też: Cztery szpitale, jeden anestezjolog. Kto dyżuruje w nocy?', '>> לקריאה נוספת: המו"לית שמחפשת סופרים בתחנות דלק', 'یہ بھی پڑھیں: بس اسٹاپ پر کھڑا ہوا آدمی', '推荐阅读：《消失的渡口：一条江的航运史》', '▶ 관련기사 : 공보의 지원율 뚝, 섬은 기피 1순위', 'Llegeix també: Els regidors aproven el pressupost', 'Калі вы заўважылі памылку ў тэксце, вылучыце яе', 'Если вы нашли ошибку в тексте, выделите её', 'Theo dõi Báo Sông Lam trên Google News', 'Følg oss på Facebook', 'Pratite nas na Facebooku',
        "This is an archived article and the information in it may be outdated.", "THIS ARTICLE WAS PUBLISHED MORE THAN 6 MONTHS AGO.", "This article originally appeared on Valley Post: Mill to close", "Artikkelen er mer enn ett år gammel.",
        "READ MORE: The mill that never slept", "Read also: A bakery in the hills", "Lesen Sie auch: Die Mühle am Bach", "Lesen Sie hier: Was nun mit der Mühle geschieht", "Mehr zum Thema: Mühlen",
        "Lire aussi : Le moulin du village", "À lire aussi Le moulin du village", "Lee también: El molino del pueblo", "Lea también | El molino del pueblo", "Leia também: O moinho da vila",
        "Leggi anche: Il mulino del paese", "Lees ook: De molen in het dorp", "Czytaj też: Młyn nad rzeką", "Читайте также: Мельница у реки", "Baca juga: Kincir di desa",
        "Läs mer: Kvarnen i byn", "Les også: Mølla i bygda", "Læs også: Møllen i byen", "関連記事：水車小屋の一日",
    ],
    "embed": [
        '[IMG: Nuvole sul porto (foto di repertorio)]', 'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.', 'Wir würden Ihnen hier gerne einen externen Inhalt zeigen.',
        "View this post on Instagram", "A post shared by The Old Mill (@oldmill)", "Externer Inhalt", "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.", "Diesen Inhalt anzeigen",
        "Playing now", "This video can not be played", "0:00 / 1:23", "Volume 90%", "Your browser does not support the audio element.", "この投稿をInstagramで見る", "Ver esta publicación en Instagram",
        "IFRAME: https://example.org/mills/3/", "[mill_gate-1024x768.jpg?auto=webp&width=640 mill]", "[mill.png]", "mill-gate-1024x807@2x.jpg", "https://example.org/logo/mill.png",
    ],
    "account": [
        'Il vous reste 58.4% de cet article à lire. La suite est réservée aux abonnés.', 'Pentru a citi articolul integral, abonează-te.', 'Чтобы читать дальше, оформите подписку', 'Om dit artikel te lezen heeft u een abonnement nodig', 'Was this guide helpful?', '¿Te ha sido útil esta respuesta?', 'War dieser Artikel hilfreich?',
        "Subscribe to continue reading", "Jetzt weiterlesen", "Article réservé aux abonnés", "有料会員", "この記事は有料会員限定です", "Sign up for our newsletter", "Sign up for the morning letter of this paper",
        "Melden Sie sich an", "Melden Sie sich jetzt kostenlos an", "Inscrivez-vous à la lettre du matin", "Suscríbete para seguir leyendo", "Já é assinante? Faça login", "Abbonati per leggere tutto",
        "Accept all cookies", "This website uses cookies to improve your experience.", "Please enable JavaScript to read this page.", "Your browser is out of date", "Please disable your ad blocker to support us",
        "Already a subscriber? Sign in", "Sie haben bereits ein Abo?", "Подписаться", "Abone ol",
    ],
    "advert": [
        '* Mit Sternchen markierte Links sind Partnerlinks. Kauft ihr darüber ein, erhalten wir eine Provision.', 'Dit artikel bevat affiliate links. Boek je via zo’n link, dan krijgen wij een kleine vergoeding.',
        "Advertisement", "Anzeige", "Publicité", "Publicidad", "Reklama", "Реклама", "広告", "Continue reading below", "Scroll to continue with content", "Article continues below advertisement",
        "This post may contain affiliate links.", "We may earn a commission when you buy through our links.", "La suite après la publicité", "Continua após a publicidade", "Saken fortsetter under annonsen",
    ],
    "share": [
        "Facebook Twitter WhatsApp E-Mail", "Share on Facebook", "Teilen", "Partager", "Compartir", "Condividi", "Drucken", "Merken", "分享", "シェア", "Поделиться", "Paylaş", "Bagikan", "Teilen: Facebook, X, E-Mail",
        "Lesezeit: 4 Minuten", "Temps de lecture : 3 min",
    ],
    "caption_credit": [
        '钟楼内部的齿轮，多数为1927年原件。（霍晨/图）', '今天上午，环卫工人在解放桥上撒布防滑沙。云泽晚报记者 高峻 摄', 'Пасцілка з пеўнямі, вёска Гарадзец. Фота Вітаўта Раманчука', 'Muitinės nuotr.',
        "Foto: Anna Weber", "Image source, Getty Images", "Image caption, The mill in spring", "Credit: Anna Weber", "© dpa", "Symbolbild: Anna Weber", "Der Müller am Tor. Foto: Anna Weber/dpa",
        "Fot. Anna Nowak", "Fotoğraf: AA", "水車小屋＝東京都内で、山田花子撮影", "[사진=김하나]", "图片来源：新华社", "The gate at dawn. REUTERS/Anna Weber", "Crédit photo : Anna Meunier",
        "(Anna B. Weber / AP)", "Anna Weber/Shutterstock", "A. Weber/IMAGO", "(Anna Weber / Valley Morning Post)", "The gate at dawn on Monday. (Anna Weber/Valley Morning Post)",
        "The gate at dawn on Monday. Anna Weber/Valley Press Agency", "La puerta del molino, este lunes. EFE/ A.B. Molina", "Anna Weber, AP", "Mill Convention via AP", "The gate at dawn (dpa via Getty)",
        "The gate, seen from the riverCredit: Valley Post", "Der Müller am TorBild: Anna Weber/AP", "The gate, seen from the river Photo: Anna Weber/Netflix", "Spontaner Tanz am Tor | Bild: Anna Weber/rbb",
        "退潮时的河口，防洪闸将建在这里。图源网络", "春天的水车小屋。新华社记者王小明 摄", "山谷里的水车小屋（王小明摄）", "春天的水车小屋。山谷镇供图", "水車小屋の朝＝山田花子さん提供", "(Štefan Novák / Denník N)", "(Анна Вебер / Новая газета)",
        "The gate at dawn on Monday (Anna Weber/Valley Press Agency)", "The gate at dawn on Monday. (EFE/Ana Molina)", "The gate at dawn. (Courtesy of Anna Weber)", "The gate at dawn. (Supplied)",
        "The gate at dawn.Credit...Anna Weber for The Valley Post", "Das Tor am Morgen. Archivfoto: Anna Weber", "Das Tor am Morgen. Symbolbild", "Das Tor am Morgen. Quelle: AFP",
        "La porte du moulin. Photo Anna Meunier", "La porte du moulin. PHOTO ANNA MEUNIER, LA GAZETTE", "La porte du moulin. Crédit : AFP / Anna Meunier", "La porte du moulin. | OUEST-VALLÉE / Anna Meunier",
        "La puerta del molino. Fotografía: Ana Molina", "La puerta del molino. (Foto de archivo)", "o moinho da vila Foto: Divulgação", "O moinho da vila (Divulgação)", "O moinho da vila - Ana Moleiro/Folhapress", "La porta del mulino (foto di Anna Mugnai)",
        "De molen bij de brug Beeld ANP", "De molen bij de brug. Beeld: Anna Molenaar", "Brama młyna (fot. Anna Nowak)", "Brama młyna. Fot. Anna Nowak", "Мельница у реки. Фото автора", "Мельница у реки. Источник: РИА Новости",
        "水車小屋の朝（写真：山田花子）", "水車小屋の前に立つ村長＝7日、谷間村", "水車小屋の朝＝ロイター", "春天的水车小屋（图片来源：山谷日报）", "春天的水车小屋。图/王小明", "봄날의 물레방아. /연합뉴스", "봄날의 물레방아. ⓒ김하나", "봄날의 물레방아. 골짜기군 제공",
        "The gate at dawn on Monday. (KXVO)", "The gate at dawn on Monday [Anna Weber/Valley Jazeera]", "The gate at dawn on Monday. ( Supplied: Anna Weber )", "The gate at dawn on Monday (ABC Valley: Anna Weber)",
        "The gate at dawn on Monday. | Anna Weber/VALLEY", "Anna Weber/Staff photographer", "ANNA WEBER/VALLEY", "The gate at dawn on Monday. ANNA WEBER, COURIER-GAZETTE", "The gate at dawn on Monday. ANNA WEBER aweber@valley.com",
        "The gate at dawn on Monday. (Anna Weber, The Valley Post)", "The gate at dawn on Monday. (Submitted by Anna Weber)", "(Valley Photo by Anna Weber)", "Enlarge / The gate at dawn on Monday, seen from the river.", "Image Credits: Valley Works",
        "Kuva: Anna Nieminen / Yle", "Fotó: Nagy Anna", "Φωτ.: Άννα Παππά", "بوابة الطاحونة عند الفجر (رويترز)", "봄날의 물레방아 [골짜기군 제공. 재판매 및 DB 금지]", "山谷裡的水車小屋。記者林小明／攝影", "圖／山谷鎮提供",
        "La porta del mulino all'alba - RIPRODUZIONE RISERVATA",
        "Courtesy Old Mill", "Illustration by Anna Weber", "Image by\xa0Anna B. Weber\xa0via Valley Post", "Image by: Anna Weber", "Photograph by Anna Weber",
    ],
    "alt_text": [
        "A woman holding a sack of flour", "a person standing in front of a mill:", "Man looking at a mill wheel.", "Close-up of a mill stone", "Screenshot of the mill's page", "A bar chart showing the price of flour.",
        "Portrait of a miller in his yard.", "Two people sitting on the steps of the mill", "Women holding sacks of flour", "View of the mill from the river",
    ],
    "appeal": [
        "The Valley Post is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.", "Support our newsroom by contributing as little as $1 a month.",
        "If you enjoy this article, consider supporting our award-winning journalism by subscribing.", "Was this letter forwarded to you? Sign up to get it in your inbox.", "Would you join us to help keep our stories free for all?",
        "This work is made possible by readers like you. Please make a donation today.", "Mit Ihrer Spende sichern Sie unabhängige Berichte aus dem Tal.", "Soutenez notre journal : faites un don.", "Apoya nuestro periodismo desde 5 euros al mes.",
    ],
    "relative_date": [
        "14 minutes ago", "2 days ago at 07:52 am", "/ 10 h ago", "2d ago", "Edited 3 hrs ago", "1 hour ago on", "vor 14 Minuten", "vor einer Stunde", "il y a 2 heures", "Hace 13 horas", "há 3 horas", "1時間前", "3小时前", "2시간 전", "2 saat önce", "5 dakika önce", "2 часа назад",
        "2 години тому", "3 timer siden", "for 3 timer siden", "för 2 timmar sedan", "4 uur geleden", "2 godziny temu", "3 ore fa", "5 jam yang lalu", "před 2 hodinami", "منذ 3 ساعات",
    ],
    "footer": [
        'При использовании материалов сайта активная ссылка на «Окно» обязательна.',
        "Privacy policy", "Datenschutzerklärung", "Mentions légales", "Aviso legal", "Tutti i diritti riservati", "Riproduzione riservata", "Wszelkie prawa zastrzeżone", "Все права защищены", "Tüm hakları saklıdır",
        "利用規約", "版权所有", "개인정보처리방침", "© 2021 The Old Mill", "Copyright 2021 The Old Mill", "Alle Rechte vorbehalten. Nachdruck nur mit Erlaubnis.",
    ],
    "menu": ["Startseite", "Accueil", "Buscar", "Pesquisar", "Cerca", "Zoeken", "Szukaj", "Поиск", "Ana sayfa", "検索", "搜索", "검색", "Zum Inhalt springen", "Aller au contenu", "(BUTTON) Menü öffnen", "Page 2 of 9", "* (BUTTON) The valley"],
    "contact": ["Tel.: +49 30 1234567", "Kontakt: anna@example.org", "Follow her on Twitter @annaweber"],
    "by_prefix": ["Autor: Anna Nowak", "Von Anna Weber", "Di Anna Bianchi", "Escrito por Ana Molina", "Penulis: Anna Putri"],
}  # fmt: skip

SENTENCES = [
    'Hintergrund: Der Konzern hatte im Frühjahr 2.000 Stellen gestrichen.', 'Сюжет: молодая женщина возвращается в родной город', 'Dossier: comment la France perd ses moulins', '이슈: 정부는 27일 대책을 발표했다.', 'Featured: a band from Leeds, two poets and a clown', 'More news: he said that two more people had died in the valley.', 'Viimased uudised: Riigikogu kiitis seaduse täna heaks, ütles spiiker ajakirjanikele.', 'Чтобы продолжить войну, Кремль подписал новый указ.', 'För att läsa hela boken behövde hon tre veckor.', 'Per continuare a combattere, il comandante ha annunciato un accordo.', 'Fehler gefunden haben die Prüfer in drei Gemeinden.', 'Spotted a mistake on your bill? The council wants to know.', 'Sigue detenido el hombre que vendía armas por Facebook', 'Følg også opp meldinger på Facebook, sier politiet', 'Для использования льготной карты обязательна регистрация, сообщил министр.', '电影由知名导演执导，历时三年，在四川、湖北、江苏等地实景拍摄', '许多游客在广场上驻足拍摄', '图：全国首批数据：北京占三成，上海占两成', 'Hier wird der Inhalt der Kiste sichtbar: Münzen.', 'An dieser Stelle befindet sich heute die Post, die 1910 gebaut wurde.', 'Ce contenu est diffusé sur les réseaux sociaux depuis lundi, selon la police.', 'Was this the most useful idea of the century?', '¿Te gustó la obra que viste en Madrid?', 'Hat dieser Beitrag zur Krise geführt?', 'Mit einem * markierte Namen hat die Redaktion geändert.',
    "Comments by the miller drew a quick answer from the council.", "He says: the mill must go.", "And she says:", "The council will comment on the plan in May.", "Three replies to the letter arrived on Monday.",
    "Related work on mills began a century ago.", "More from the harvest was sold this year than last.", "Most read it as a threat.", "The latest from the valley is that it rains.", "Mehr als die Hälfte der Mühlen steht still.",
    "Mehr von ihnen kommen im Mai.", "Más de cien molinos siguen en pie.", "Más de un millón de personas viven aquí.", "Mais de dois mil moinhos fecharam.", "Meer dan honderd molens staan stil.",
    "Lesen Sie das Buch, sagte er, dann reden wir.", "Read the letter again and you will see what he meant.", "Lire un livre par mois lui suffit.", "Leer un libro al mes le basta.", "Watch the river, the old miller used to tell us.",
    "This video, he said, shows the river in flood.", "An dieser Stelle stand früher eine Mühle.", "Mit dem Rad fährt sie jeden Morgen zur Mühle.", "The post was shared with the whole village.", "Volume rose by a tenth in the first quarter.",
    "Sign a paper like that and you will be poor, he warned.", "You need patience to run a mill.", "Sie haben die Mühle vor zehn Jahren gekauft.", "To continue the work, the council needs money.", "Thank you for nothing, said the miller.",
    "Pour lire la lettre, il mit ses lunettes.", "Para seguir adelante necesitan dinero.", "The cookies were still warm.", "Try the bread, she said.",
    "Advertisements for flour were the first to go.", "The story continues to worry the village.", "Anzeige erstattete die Müllerin erst am Montag.", "We earn little, the miller said.",
    "Facebook and Twitter said on Monday they had closed the pages.", "Share prices fell in the afternoon.", "Teilen wollte er den Hof nie.", "Print was his life.",
    "The man with the key was late.", "A man was held at the mill on Monday.", "A woman who had walked past told the police so.", "The picture changed in May.", "Photographs were forbidden.",
    "消息来源说，水车将在春天停下来。", "这笔钱去了哪里？来源不明", "新型水車、来春発売＝国内の村に電池提供",
    "A man with a knife was arrested outside the mill in the valley on Friday.", "A woman wearing a red coat told the court on Monday she had seen the fire.",
    "People working from home are more likely to bake their own bread, a study has found.", "Imagen de marca: cómo vender pan.", "Das Bild zeigt, wie schnell sich die Lage verändert hat.",
    "The telescope is run jointly by ESA/NASA.", "He sold the pictures to dpa/AFP.", "News of the deal came via Reuters.", "The statement was sent to reporters via AP.",
    "Photographed by his wife on the beach, the mayor resigned on Monday.", "Images by satellite showed the mill in flames.", "Der Müller zeichnete ein düsteres Bild: Mehl und Brot werden teurer",
    "IFRAME: what it is and how it works", "-" * 60, "=-" * 40, "他们在山谷里拍摄了三天。", "The valley supplies it, said the miller.", "They want the mill and/or the bakery.", "He left the AP and the AFP to write about mills.", "It costs 3/4 of what it did. The miller/owner agreed.", "The file mill.png was lost, she said.",
    "She asked the council to support our local mill.", "The council will fund the work of the mill.", "He made a donation of a thousand sacks.", "Members funded the new wheel.", "The newsletter of the mill has ten readers.",
    "She pays by subscription, as little as she can.", "Er unterstützt die Mühle mit einer Spende.", "Readers supported the mill.", "He wrote of mills (and of bakeries).", "The mill was sold to a baker (Anna Weber).", "It was the first (and only) mill in the valley.",
    "They met the miller (John Baker) and his wife (Anna Baker).", "Die Quelle: ein Müller aus dem Tal.", "La fuente: el propio molinero.", "He told the source: nobody grinds here.", "She likes photo albums.", "Das Foto zeigt die Mühle.", "On the wall hung a photo of Anna Weber",
    "서울시, 청년 1만명에 월세 지원금 제공", "경찰이 사고 원인을 조사하고 있다. (연합뉴스)", "改革方案已在讨论之中。（来源：新华社）", "離婚後の親の権利をめぐる議論（共同親権）", "日時＝5月3日、午後1時から", "公演は中止を閣議決定（共同）",
    "He lost to a man from the valley (Labour MP for Brannock West).", "It was sold by the bank (Deutsche Gesellschaft für Mühlen).", "They won the doubles (Kevin Weber/Tim Miller).", "The figures are from May (source: Nielsen).", "Die Partei legte zu (Freie Wähler/FDP).",
    "Er schrieb den Roman (autor de Soldados del molino).", "She has debts (credit cards, mostly).", "What we know about the mill (so far) | Valley News", "Outstanding Motion Picture: Black Lagoon", "Prices rose for the third month in a row. Source: Commerce Department",
    "“The grant will support our work and help us reach more people,” said the miller.", "The scholarships are made possible by donors to the college’s annual fund.", "In lieu of flowers the family asks you to consider making a donation to the mill.",
    "Mit ihrer Unterstützung gelang den Grünen der Einzug in den Rat.", "The council wants to keep the museum free for all until 2030.", "Источник: пресс-служба губернатора", "Das Geschäft von Foto Koch Berlin",
    "Die Ermittlungen zum Brand der Mühle dauern an. (dpa/AFP)", "Das teilte die Gemeinde am Mittwoch mit. (SDA/AFP)", "The mill has burned for three days, the council said on Sunday. (AFP/Reuters)",
    "会議は7日に始まる。", "山田さんは村長に提供した。", "물레방아를 군이 제공", "There are two kinds of mill: wind/water.", "The mill is what it is, and what it is the valley knows.", "The mill stood still. The mill of the next village ran day and night.", "She gave him credit: he had warned them.",
    "Teile der Bundesregierung verzichten auf X", "Compartir fotos íntimas por WhatsApp", "Поделиться своей историей предложили в Telegram",
    "Customers can buy through the company's website or in any of its forty stores across the country.", "This story has been told for more than 100 years.",
    "作者为了写这本书，走访了二十多个国家。", "专家提醒，投资需谨慎，近期价格大幅波动，已有数千名投资者蒙受损失。", "法院认为，被告人发布的文章不构成证券投资建议，因此判决其无罪。",
    "Конец истории, о котором писал философ, так и не наступил.", "電車内で動画を見る人が急増", "नफरत छोड़कर देश के विकास के लिए आगे बढ़ें", "لقراءة مؤشرات الضغط والسكر",
    "FOTO: Conductor ebrio choca contra una casa en Guadalajara", "The 14:05 to Leeds was late.", "The train of 14.05 never came",
    "The image of the mill is on every coin.", "Foto und Film waren verboten.", "Il y a deux heures de route jusqu'au moulin.", "Hace dos años que nadie muele.", "Vor einer Stunde Fußweg darf man sich nicht fürchten.", "2 saat önce yola çıktılar.",
    "Two days ago at the mill nobody spoke.", "The mill burned down 3 years ago at 4 in the morning.", "In her letter on 13 September 2018 the miller said:", "As the miller says:", "Privacy was unknown in the village.", "All rights come with duties.", "Search parties set out at dawn.", "Back to the mill, then, said the old man.", "Page after page was missing.",
]  # fmt: skip


# What the patterns do not do today: some lost first words so that no process compiles them for any sentence, others were never
# given theirs. Strict, so that whoever mends one takes it off this list.
LIMITS = {"2 saat önce yola çıktılar.", "Back to the mill, then, said the old man."}


def known(line):
    """The line, marked where it is a known limit."""
    return pytest.param(*line, marks=pytest.mark.xfail(strict=True, reason="a known limit of the patterns")) if line[-1] in LIMITS else line


@pytest.mark.parametrize(("cue", "line"), [known((cue, line)) for cue, lines in LINES.items() for line in lines])
def test_furniture(cue, line):
    assert cue in look(line, PROFILE).cues


@pytest.mark.parametrize("line", [known((line,)) if line in LIMITS else line for line in SENTENCES])
def test_sentences_show_none_of_it(line):
    assert not set(look(line, PROFILE).cues).intersection(FURNITURE)


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        (["He left.", "Baca juga:", "* One more bridge", "* Two mills burn", "The next morning he came back."], [2, 3]),
        (["He left.", "Related stories", "One more bridge", "* Two mills burn"], []),
        (["He left.", "* One more bridge", "Related stories", "- Two mills", "* A bridge"], [3]),
        (["Tags:", "* bridge", "* mill"], []),
        (["* Related stories", "* Read more", "* A bridge"], [2]),
        (["Related stories"], []),
    ],
)
def test_lines_with_a_bullet_below_the_heading_of_a_list_are_listed(lines, listed):
    cues = read_lines("\n".join(lines))[3]
    assert [unit for unit, line in enumerate(cues) if "listed" in line] == listed


ECHOES = [
    "The old mill at the gate, on Monday The old mill at the gate, on Monday Photo: Anna Weber", "The old mill at the gate and … The old mill at the gate and the new bridge beside it.",
    "Die alte Mühle am Tor des DorfesDie alte Mühle am Tor des Dorfes",
]  # fmt: skip


@pytest.mark.parametrize("line", ECHOES)
def test_a_line_that_begins_again_is_an_echo(line):
    assert "echo" in look(line, PROFILE).cues


@pytest.mark.parametrize(
    ("above", "below", "echo"),
    [
        ("The old mill at the gate, on Monday", "The old mill at the gate, on Monday. Photo: Anna Weber", True),
        ("The old mill at the gate of the village and…", "The old mill at the gate of the village and the bridge", True),
        ("The old mill at the gate of the village was sold", "The old mill at the gate of the village burned down", False),
        (
            "The old mill at the gate of the village",
            "The old mill at the gate of the village said on Monday that it would grind no more flour this year.",
            False,
        ),
        ("The old mill", "The old mill at the gate", False),
    ],
)
def test_a_line_that_goes_further_than_its_neighbour_is_an_echo(above, below, echo):
    for lines in ((above, below), (below, above)):
        cues = read_lines("\n".join(lines))[3]
        assert ["echo" in line for line in cues] == [echo, echo]


def test_a_note_on_the_author_opens_with_the_name_of_the_byline():
    text = "By Anna Weber, White House correspondent\nThe mill has stood still since May.\nAnna Weber, who covers mills, lives in the valley and keeps bees.\nWhite House officials said that they like mills too."
    assert ["about_author" in line for line in read_lines(text)[3]] == [False, False, True, False]
    assert not any("about_author" in line for line in read_lines("作者：王小明\n王小明是一名记者，住在山谷里的一座老磨坊，已经写了二十年的新闻。")[3])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill stands still.\n\nThe gate at dawn on Monday.\nPhoto: Anna Weber\n\nIt may turn again.", 1),
        ("A gate.\n\nA wooden gate\nThe gate at dawn on Monday.\nPhoto: Anna Weber", 2),
        ("The mill stands still.\nThe gate at dawn on Monday.\nAnd on Tuesday.\nPhoto: Anna Weber\n\nIt may turn again.", None),
        ("The mill stands still.\n\nThe gate at dawn on Monday.\n\nPhoto: Anna Weber\n\nIt may turn again.", None),
        ("The mill stands still.\n\nThe gate at dawn on Monday.\nPhoto: Anna Weber\nIt may turn again.", None),
        ("The mill stands still.\n\nThe council said so on Monday.\nSource: Reuters", None),
    ],
)
def test_a_credit_right_below_a_line_makes_it_a_caption_where_blank_lines_stand_around_the_two(text, expected):
    cues = read_lines(text)[3]
    assert [here for here, line in enumerate(cues) if "above_credit" in line] == ([] if expected is None else [expected])


def test_a_line_of_one_script_is_not_searched_for_another():
    assert all(need.isascii() for needs in PROFILE.needs_of_ascii for need in needs)
    assert all(set(few) <= set(all_) for few, all_ in zip(PROFILE.needs_of_ascii, PROFILE.needs, strict=True))


def test_a_long_line_in_a_script_without_stops_is_whole_sentences():
    sentence = "สภาเมืองลงมติให้เรือข้ามฟากแล่นตลอดคืนตั้งแต่วันแรกของเดือนมิถุนายน หัวหน้าสภากล่าวหลังการลงคะแนนเมื่อวันจันทร์"
    assert look(sentence, PROFILE).cues[0] == "30+, stop"
    assert look(sentence[:14], PROFILE).cues[0].endswith("open")
    assert look("নদীর সেতু মেরামত করা হবে।", PROFILE).cues[0].endswith("stop")


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Ez is érdekelheti", "list_heading"),
        ("আরও পড়ুন", "list_heading"),
        ("Artikkeli jatkuu mainoksen jälkeen", "advert"),
        ("Знайшли помилку? Виділіть її та натисніть Ctrl+Enter", "account"),
        ("צילום: דנה לוי", "caption_credit"),
        ("ছবি: সংগৃহীত", "caption_credit"),
        ("تصوير: سمير حداد", "caption_credit"),
        ("ultima oră", "list_or_menu"),
        ("Tag:  Livorno Ferraris   Volo   Carabinieri", "list_heading"),
        ("Címkék: uszoda, Baja, felújítás", "list_heading"),
        ("Λέξεις-κλειδιά: Νάξος, έρευνες", "list_heading"),
        ("タグ：登山道、古銭", "list_heading"),
        ("ΕΙΔΗΣΕΙΣ", "menu"),
        ("Sunne kommun   +", "signs"),
        ("关键词:经济,上海", "list_heading"),
        ("ΕΤΙΚΕΤΕΣ: Νάξος, έρευνες", "list_heading"),
        ("यो पनि पढ्नुहोस्", "list_heading"),
        ("[많이 본 기사]", "list_heading"),
        ("हेही वाचा – डोंगरावर पहिल्यांदाच रात्रीची बससेवा", "insert"),
        ("Saltar Recomendamos y continuar leyendo", "insert"),
        ("Пропустить Реклама и продолжить чтение.", "insert"),
        ("छोड़कर सबसे अधिक पढ़ी गईं आगे बढ़ें", "insert"),
        ("Artikeln publicerades för mer än ett år sedan.", "account"),
        ("This article is more than 1 month old", "account"),
        ("画像一覧（全4枚）はこちら", "insert"),
        ("لمشاهدة الجرافيك بشكل أوضح، يرجى الضغط على هذا الرابط", "insert"),
        ("11:20 p.m.", "clock"),
        ("14.05 Uhr", "clock"),
        ("18h30", "clock"),
        ("90+5'", "clock"),
        ("（编辑：徐舟 校对：何平）", "credit"),
        ("市场有风险，投资需谨慎。本文不构成个人投资建议", "footer"),
        ("作者為退休中學教師，逢周一見報。", "about_author"),
        ("◇なかむら・たろう　1972年、釧路市生まれ。報道部などを経て編集委員。", "about_author"),
        ("图1 上海至鹿特丹即期运价走势", "caption_credit"),
        ("FOTO: Sigrid Aarvoll / NTB", "caption_credit"),
        ("Koparkę odnaleziono na parkingu za myjnią. Fot. KPP w Śremie", "caption_credit"),
        ("Compartilhe esta notícia no WhatsApp", "share"),
        ("Nurcan ÖZDEMİR/ÇAMLIHEMŞİN (Rize), (KHA)", "by_prefix"),
        ("Hier ist ein Inhalt von Instagram eingebettet", "embed"),
    ],
)
def test_furniture_of_more_languages(line, cue):
    assert cue in look(line, PROFILE).cues


@pytest.mark.parametrize(
    "line",
    [
        "Témata: ekonomika, zdravotnictví a školství, řekl ministr novinářům.", "Ämnen: Kemi, fysik och biologi är svårast, säger rektorn.",
        "Tag: Samstag, den 5. Mai, Beginn um 19 Uhr im Rathaus", "Tag: 5. Mai", "Sie verlor alles an Disney +",
    ],
)  # fmt: skip
def test_a_sentence_is_no_list_of_topics(line):
    assert not {"list_heading", "signs"} & set(look(line, PROFILE).cues)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("2 comentarios en «El lavadero de la Fuente Chica abrirá como biblioteca de barrio»", "comments"), ("Ein Gedanke zu „Der alte Hafen“", "comments"),
        ("3 thoughts on “A walk along the river in the rain, and what came of it”", "comments"), ("Une réflexion sur « La mer »", "comments"),
        ("Iezīmējiet tekstu un spiediet Ctrl+Enter, lai nosūtītu labojamo teksta fragmentu redaktoram!", "insert"),
        ("See a spelling or grammar error in our story? Please click here to report it.", "insert"),
        ("扫描下方二维码关注我们", "insert"), ("长按识别二维码下载客户端", "insert"), ("原标题：大桥再次关闭", "insert"),
        ("特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。", "footer"), ("本文仅代表作者个人观点，不代表本站立场。", "footer"),
        ("图片来自网络，如有侵权，请联系删除。", "footer"), ("▲大桥昨日重新开放，市民在桥上散步".replace("，", "时"), "caption_credit"),
        ("Amazonで見る", "advert"), ("この記事はアフィリエイトプログラムを利用しています", "advert"), ("青い鳥(@aoitori)がシェアした投稿", "embed"),
        ("To display this content from Bird, you must enable advertisement tracking and audience measurement.", "embed"),
        ("We want our comments to be a lively and valuable part of our community.", "comments"), ("Rechte: MDR", "caption_credit"),
        ("dpa-infocom, dpa:241218-000-000417/1", "footer"), ("▼▼▼延伸閱讀▼▼▼", "list_heading"), ("★関連記事★", "list_heading"),
    ],
)  # fmt: skip
def test_what_stands_around_articles_of_other_sites_is_known(text, cue):
    assert cue in look(text, profile()).cues


@pytest.mark.parametrize(
    "text",
    [
        "新公园扫码入园：乘客扫描二维码即可进入，老人可刷身份证。", "警方提醒：不要随意扫陌生二维码", "扫二维码点餐遭吐槽 多地消协发声", "郑重声明：中方坚决反对，将采取必要措施。",
        "律师提醒：如有侵权行为，市民可以联系法院维权。", "法院认为，涉及侵权的图片应当删除。", "他说，该言论仅代表个人观点，球队不予置评。",
        'One reply to "Where are you?" told her mother that she was alive.', "Ein Kommentar zu „Wetten, dass..?“ von Hans Meier",
        "Eine Antwort auf „America First“: Europa rüstet auf", "5 thoughts on why the bridge fell", "Your donation will support families displaced by the floods.",
        "PAY ATTENTION: the teacher's cry that saved a class", "大谷がシェアした投稿に、ファンから声が上がった。", "アフィリエイト広告の規制強化へ、消費者庁が方針",
        "築地市場で買う", "▲日経平均株価は前日比300円高で引けた。", "The president's typo or mistake? Reporters click refresh all night.", "Pressing Ctrl + Enter sends the mail at once, he said.", "Rechte: AfD gewinnt", "《新闻》",
    ],
)  # fmt: skip
def test_what_resembles_it_shows_none_of_it(text):
    assert {"insert", "footer", "comments", "embed", "advert", "caption_credit", "menu"}.isdisjoint(look(text, profile()).cues)
