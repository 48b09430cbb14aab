"""What a person's name looks like in a line of text."""

import re

# A capitalised word (O'Neil, al-Assad, McKay, Jean-Luc), or an initial (A., F.S.); scripts without case count as words.
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'\-‐][^\W\d_]+)*|(?:[^\W\d_a-z]\.){1,3})"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ul|ur|zu|ter|ten|y|e)"
# "The Daily Telescope" is no person; and some words are capitalised in headlines but stand in no name.
_ARTICLES = frozenset("The A An Der Die Das Ein Eine Le La Les Un Une El Los Las Il Lo De Het O Os As".split())
_NO_NAMES = frozenset(
    "Is Are Was Were Be Of In On At To For From With And Or Not No How Why What When Who Will Can Has Have Had It Its This That Your My Our By As After"
    " Before Over Into New More All About Up Out".split()
)
_NAME = re.compile(
    r"(?:The|A|An|Der|Die|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las|Il|Lo|De|Het|O|Os|As)[ \xa0]"
    r"|(?:.*[ \xa0])?(?:Is|Are|Was|Were|Be|Of|In|On|At|To|For|From|With|And|Or|Not|No|How|Why|What|When|Who|Will|Can|Has|Have|Had|It|Its|This|That|Your|My|Our|"
    r"By|As|After|Before|Over|Into|New|More|All|About|Up|Out)(?:[ \xa0]|$)"
)
_NAME = re.compile(rf"{_WORD}(?:[ \xa0]+(?:{_WORD}|{_PARTICLE}|(?:al|el|ul|ur)-{_WORD}|[Jj]r\.?|Sr\.?)){{1,4}}\.?")


def is_name(text: str) -> bool:
    """Whether `text` has the shape of one person's full name: two to five words, capitals, initials and particles."""
    words = text.split()
    return 1 < len(words) < 6 and len(text) <= 60 and words[0] not in _ARTICLES and _NO_NAMES.isdisjoint(words) and _NAME.fullmatch(text) is not None
