"""Lines that a dumper cut out of one paragraph are one paragraph again, and others stay apart."""

import textwrap

import pytest

import dumpparse

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


@pytest.mark.parametrize(
    "page",
    [
        "about us\ncontact us\nprivacy policy\nterms of use",  # menus in lower case
        "The first line of this has no full stop and goes on for some time\n\nand a blank line parts it from the second one here",
    ],
)
def test_stay_apart(page):
    assert len(dumpparse.extract(page).page.texts) == len([line for line in page.split("\n") if line])
