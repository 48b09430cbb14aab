"""What a person's name looks like in a line of text."""

import re

# A capitalised word (O'Neil, al-Assad, McKay, Jean-Luc), or an initial (A., F.S.); scripts without case count as words.
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'\-‐][^\W\d_]+)*|(?:[^\W\d_a-z]\.){1,3})"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ul|ur|zu|ter|ten|y|e)"
# Words that are capitalised in headlines and never in names; "The" and its like only open what is no name.
_NO_NAME = re.compile(
    r"(?:The|A|An|Der|Die|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las|Il|Lo|De|Het|O|Os|As)[ \xa0]"
    r"|(?:.*[ \xa0])?(?:Is|Are|Was|Were|Be|Of|In|On|At|To|For|From|With|And|Or|Not|No|How|Why|What|When|Who|Will|Can|Has|Have|Had|It|Its|This|That|Your|My|Our|"
    r"By|As|After|Before|Over|Into|New|More|All|About|Up|Out)(?:[ \xa0]|$)"
)
_NAME = re.compile(rf"{_WORD}(?:[ \xa0]+(?:{_WORD}|{_PARTICLE}|(?:al|el|ul|ur)-{_WORD}|[Jj]r\.?|Sr\.?)){{1,4}}\.?")


def is_name(text: str) -> bool:
    """Whether `text` has the shape of one person's full name: two to five words, capitals, initials and particles."""
    return len(text) <= 60 and _NAME.fullmatch(text) is not None and _NO_NAME.match(text) is None
