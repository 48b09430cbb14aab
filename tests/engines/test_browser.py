"""Both pages in headless Chromium: they load without a word of complaint, show what they should, and hostile text does nothing."""

import functools
import http.server
import json
import subprocess
import sys
import threading

import browser
import pytest

DESKTOP, PHONE = (1280, 1000), (360, 740)
EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
TEXT = f"""E-Paper | September 27, 2025

Mango growers reject {EVIL} price

By Nadia Rahim Published September 26, 2025

MULTAN: The growers’ council on Thursday turned down the exporters’ offer of a fixed price for next season, saying it was too low.

“Half of my crop is lighter than that, and it is the sweeter half,” said a farmer who tends twelve acres near {EVIL} Shujabad.

Published in Dawn, September 26th, 2025

Opinion
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A folder with report.html, of records of which one is hostile, and explain.html, of a hostile dump; both made by the commands."""
    folder = tmp_path_factory.mktemp("pages")
    dumps = [TEXT] + [
        f"Bridge {n} reopens\n\nLAHORE: It rained all night, the office said.\n\nPublished in Dawn, May {n % 28 + 1}, {2018 + n % 7}\n"
        for n in range(200)
    ]
    (folder / "dumps.jsonl").write_text(
        "".join(json.dumps({"text": text, "url": f"http://a{n % 9}.example/{n}"}) + "\n" for n, text in enumerate(dumps))
    )
    (folder / "evil.txt").write_text(TEXT)
    tall = f"LAHORE: It rained all night, {'the office said, and it rained all day, ' * 150}and then it stopped."
    (folder / "tall.txt").write_text(
        "\n\n".join(["Bridge reopens", "By Nadia Rahim", *[TEXT.splitlines()[6]] * 12, tall, tall, "Opinion", "Editorial"])
    )

    def run(*arguments):
        subprocess.run([sys.executable, "-m", "dumpparse", *arguments], cwd=folder, check=True, timeout=300)

    run("extract", "dumps.jsonl", "-o", "out.jsonl")
    records = [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]
    records[0].update(headline=f"A headline with {EVIL}", publication=EVIL)
    records[0]["confidence"].update(headline=0.01)
    records[1].update(publication="新華社通信" * 8)
    records[2].update(publication="THE WWW NEWS OF MOUNTAIN AND MEADOW")
    (folder / "out.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    run("report", "--html", "report.html", "out.jsonl")
    run("explain", "--html", "explain.html", "evil.txt")
    run("explain", "--html", "tall.html", "tall.txt")
    return folder


@pytest.fixture(scope="module")
def base(pages):
    """The pages as a server gives them, and a list of what is asked for."""
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            super().do_GET()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(pages)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


@pytest.fixture
def opened(needs, base):
    """`opened("report.html", DESKTOP, dark=False)`: the page in a browser, which has said nothing of any trouble when the test is over."""
    needs("selenium")
    programs = needs("chromium", program=True), needs("chromedriver", program=True)
    address, asked = base
    open_ = []

    def show(name, size, dark=False):
        entered = browser.chromium(*programs, *size, dark=dark)
        page = entered.__enter__()
        open_.append((entered, page))
        asked.clear()
        page.get(f"{address}/{name}")
        assert asked == [f"/{name}"]  # it needs nothing else
        return page

    yield show
    said = [message for _, page in open_ for message in page.get_log("browser")]
    titles = [page.title for _, page in open_]
    for entered, _ in open_:
        entered.__exit__(None, None, None)
    assert said == []
    assert "owned" not in titles


def css(page, selector):
    return page.find_elements("css selector", selector)


def visible(page, selector):
    return [one for one in css(page, selector) if one.is_displayed()]


def focused(page):
    return page.switch_to.active_element


def tab(page):
    from selenium.webdriver import ActionChains, Keys

    ActionChains(page).send_keys(Keys.TAB).perform()


def point_at(page, element, click=False):
    from selenium.webdriver import ActionChains

    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    to = ActionChains(page).move_to_element(element)
    (to.click() if click else to).perform()


def seen(page, element, size):
    """Whether all of an element is on a screen of that size and nothing lies above it."""
    return page.execute_script(
        """
        const [box, wide, high] = [arguments[0].getBoundingClientRect(), ...arguments[1]], parts = [.02, .25, .5, .75, .98];
        return box.width > 0 && box.left >= 0 && box.top >= 0 && box.right <= wide && box.bottom <= high && parts.every(x => parts.every(y =>
            arguments[0].contains(document.elementFromPoint(box.left + x * box.width, box.top + y * box.height))));
        """,
        element, size,
    )  # fmt: skip


def fits(page, size):
    """Nothing reaches beyond the sides of a screen of that size, but what scrolls by itself."""
    return page.execute_script("return document.documentElement.scrollWidth") <= size[0]  # innerWidth grows with what does not fit


def contrast(page, element):
    """Of an element's letters to what is behind them, as WCAG counts it."""
    return page.execute_script(
        """
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const light = colour => { const [r, g, b] = rgb(colour).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b; };
        let behind = arguments[0];
        while (rgb(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
        const style = getComputedStyle(arguments[0]);
        const ink = light(arguments[0] instanceof SVGElement ? style.fill : style.color), paper = light(getComputedStyle(behind).backgroundColor);
        return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
        """,
        element,
    )


# The report


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("dark", [False, True])
def test_the_report_has_its_plots_on_any_screen(opened, size, dark):
    page = opened("report.html", size, dark)
    titles = [plot.find_element("css selector", "title").get_attribute("textContent") for plot in css(page, "svg.plot")]
    assert {f"Records by {what}" for what in ("outcome", "publication", "language of dates")} < set(titles)
    assert {"Articles over time", "Confidence of the body", "Confidence of headline"} < set(titles)
    for plot in css(page, "svg.plot"):
        bars = [bar.size for bar in plot.find_elements("css selector", "rect.bar")]
        assert max(bar["width"] for bar in bars) > 2
        assert max(bar["height"] for bar in bars) > 5
        assert plot.find_element("css selector", "desc").get_attribute("textContent")
        assert plot.size["width"] <= size[0]
    for text in css(page, "svg text"):
        assert float(page.execute_script("return getComputedStyle(arguments[0]).fontSize", text)[:-2]) >= 12
    for bar in css(page, "svg.plot g:has(.name)"):
        name, said = bar.find_element("css selector", ".name"), bar.find_element("css selector", ".name + text")
        ends = page.execute_script("return arguments[0].width.baseVal.value", name)  # beyond which nothing of it is shown
        assert name.find_element("xpath", "..").rect["x"] + ends <= said.rect["x"] + 1
        assert page.execute_script("return getComputedStyle(arguments[0]).overflowX", name) == "hidden"
    assert len(css(page, "section table tbody tr")) == 9
    assert fits(page, size)
    for selector in ("h1", ".hint", "svg text.axis", "td.good", "td.poor", ".review .what", "code.command", "dd", "dt"):
        for element in css(page, selector):
            assert contrast(page, element) >= 4.5, (selector, element.text, dark)


def test_the_report_is_dark_in_the_dark(opened):
    background = "return getComputedStyle(document.body).backgroundColor"
    light, dark = (opened("report.html", DESKTOP, dark).execute_script(background) for dark in (False, True))
    assert sum(map(int, light[4:-1].split(","))) > 600
    assert sum(map(int, dark[4:-1].split(","))) < 150


def test_a_script_in_a_headline_is_shown_as_text(opened):
    page = opened("report.html", DESKTOP)
    first = css(page, ".review > li")[0]
    assert f"A headline with {EVIL}" in first.text
    assert EVIL[:20] in " ".join(text.text for text in css(page, "svg text"))
    assert css(page, "script, img") == []
    assert page.title == "out.jsonl"


def test_each_bar_can_be_reached_by_key_and_tells_its_value(opened):
    page = opened("report.html", DESKTOP)
    plot = next(plot for plot in css(page, "svg.plot") if plot.accessible_name == "Articles over time")
    bars = plot.find_elements("css selector", "g[tabindex]")
    assert len(bars) == 8  # 2018 to 2025
    said = bars[0].find_element("css selector", ".said")
    opacity = functools.partial(page.execute_script, "return getComputedStyle(arguments[0]).opacity", said)
    assert opacity() == "0"
    page.execute_script("arguments[0].focus()", bars[0])
    assert opacity() == "1"
    assert bars[0].accessible_name == f"{said.text} articles"
    tab(page)
    assert focused(page) == bars[1]
    assert opacity() == "0"
    point_at(page, bars[0].find_element("css selector", ".reach"))
    assert opacity() == "1"


# The explanation


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("dark", [False, True])
def test_reasons_are_seen_on_hover_and_on_focus(opened, size, dark):
    page = opened("explain.html", size, dark)
    assert visible(page, ".why") == []
    for label in ("headline", "body", "section_heading"):
        line = css(page, f".dump > li.{label}")[0]
        why = line.find_element("css selector", ".why")
        text = line.find_element("css selector", ".line")
        point_at(page, text)
        assert visible(page, ".why") == [why]
        assert seen(page, why, size)
        assert why.text.startswith(label)
        point_at(page, css(page, "h2")[0])
        assert visible(page, ".why") == []
        page.execute_script("arguments[0].focus({preventScroll: true})", line)  # or another line comes to lie under the pointer
        assert visible(page, ".why") == [why]
        assert seen(page, why, size)
        page.execute_script("arguments[0].blur()", line)
        point_at(page, text, click=True)  # or a tap
        assert seen(page, why, size)
        point_at(page, css(page, "h2")[0])
        assert visible(page, ".why") == [why]
        page.execute_script("arguments[0].blur()", line)
    assert fits(page, size)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_reasons_are_on_the_screen_wherever_the_line_is(opened, size):
    page = opened("tall.html", size)
    lines = css(page, ".dump > li[tabindex]")
    assert any(line.size["height"] > size[1] for line in lines)
    for line in lines:
        for block in ("start", "center", "end"):
            page.execute_script("arguments[0].scrollIntoView({block: arguments[1]}); arguments[0].focus({preventScroll: true})", line, block)
            assert seen(page, line.find_element("css selector", ".why"), size), (line.get_attribute("id"), block)


def test_what_is_pointed_at_is_above_what_was_clicked_and_the_keyboard_above_both(opened):
    page = opened("explain.html", DESKTOP)
    first, second = css(page, ".dump > li[tabindex]")[:2]
    why = [line.find_element("css selector", ".why") for line in (first, second)]
    first.find_element("css selector", ".label").click()
    point_at(page, css(page, "h1")[0])
    assert seen(page, why[0], DESKTOP)
    point_at(page, second.find_element("css selector", ".number"))
    assert visible(page, ".why") == why
    assert seen(page, why[1], DESKTOP)
    page.execute_script("arguments[0].blur(); arguments[0].focus({preventScroll: true, focusVisible: true})", first)
    assert visible(page, ".why") == why
    assert seen(page, why[0], DESKTOP)


def test_the_tab_key_goes_from_line_to_line(opened):
    page = opened("explain.html", DESKTOP)
    lines = css(page, ".dump > li[tabindex]")
    page.execute_script("arguments[0].focus()", lines[0])
    for line in lines[1:4]:
        tab(page)
        assert focused(page) == line
        assert visible(page, ".why") == [line.find_element("css selector", ".why")]


@pytest.mark.parametrize("dark", [False, True])
def test_the_explanation_is_coloured_and_legible(opened, dark):
    page = opened("explain.html", DESKTOP, dark)
    labels = ("headline", "body", "byline", "chrome", "section_heading")
    tint = "return getComputedStyle(arguments[0]).backgroundColor"
    assert len({page.execute_script(tint, css(page, f".dump > .{label}")[0]) for label in labels}) == len(labels)
    assert {one.text.partition(" ")[0] for one in css(page, ".legend li")} == {
        line.get_attribute("class") for line in css(page, ".dump > li[tabindex]")
    }
    for element in css(page, ".line, .label, .legend li, .field .value, .rule, .reason"):
        assert contrast(page, element) >= 4.5, (element.text, dark)


def test_a_hostile_dump_is_shown_as_it_is_beside_its_fields(opened):
    page = opened("explain.html", DESKTOP)
    assert sum(EVIL in line.text for line in css(page, ".dump .line")) == 2
    assert css(page, "script, img") == []
    field = css(page, "#F-published")[0]
    assert "2025-09-26" in field.text
    assert "stamp labelled published" in field.text
    details = field.find_element("css selector", "details")
    if not details.get_attribute("open"):
        details.find_element("css selector", "summary").click()
    assert "September 27, 2025" in details.text
    assert "the day of the crawl" in details.text
    dump, fields = css(page, ".dump")[0].rect, css(page, "aside")[0].rect
    assert dump["x"] + dump["width"] <= fields["x"]  # beside it
    field.find_element("css selector", "p a").click()
    line = css(page, ".dump > li:target")[0]
    assert "Published September 26, 2025" in line.text


def test_on_a_phone_the_fields_stand_above_the_dump(opened):
    page = opened("explain.html", PHONE)
    dump, fields = css(page, ".dump")[0].rect, css(page, "aside")[0].rect
    assert fields["y"] + fields["height"] <= dump["y"]


def test_what_the_policy_forbids_does_not_run_even_if_it_were_there(opened, pages):
    """The pages' policy, tried on a page that holds a script, a handler, a style and a link to another file."""
    page = (pages / "report.html").read_text().replace("</main>", f"{EVIL}<style>h1 {{ display: none }}</style></main>")
    (pages / "broken.html").write_text(page)
    shown = opened("broken.html", DESKTOP)
    assert shown.title == "out.jsonl"
    assert visible(shown, "h1")
    assert len(shown.get_log("browser")) >= 3  # each was refused
