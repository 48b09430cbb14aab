"""Years that are not counted as in Rome: Thailand's Buddhist era, Japan's and Taiwan's, and Persia's solar calendar, which has other months."""

import datetime

_THAI, _PERSIAN = 2400, 1500  # years from which on, and below which, one is not of the common era
_BUDDHIST = 543
_ERAS = {"令和": 2018, "民國": 1911, "民国": 1911}  # the year before the first of each
_MONTH, _LONG = 30, 6  # days of a Persian month, and the months that have one more
# Leap years of the solar calendar come every four years, and once in 33 after five; the days from 1 January of the year 1 to its year 0.
_CYCLE, _BEFORE, _SINCE = 33, 1595, 355_668 + 365


def gregorian(year: int, month: int, day: int, said: str) -> tuple[int, int, int]:
    """Year, month and day by the Gregorian calendar of a date of another era: `said` names it, or is a letter of the script of the date.

    ValueError where no calendar of that script has such a year, or no such day. The Persian one by the 33-year cycle, which agrees with the
    equinox, by which it is defined, from 1210 to 1634 (Borkowski, Earth, Moon, and Planets 74, 1996).
    """
    if not (0 < month < 13 and day > 0):
        raise ValueError("no such day")
    if said in _ERAS:
        return year + _ERAS[said], month, day
    if year >= _THAI and "\u0e00" <= said < "\u0e80":
        return year - _BUDDHIST, month, day
    if year < _PERSIAN and "\u0600" <= said < "\u0700":
        days = _days(year, month, day)
        if day > _MONTH + (month <= _LONG) or days >= _days(year + 1, 1, 1):
            raise ValueError("no such day")
        found = datetime.date.fromordinal(days)
        return found.year, found.month, found.day
    raise ValueError("no such year")


def _days(year: int, month: int, day: int) -> int:
    """A day of the Persian calendar as `datetime` numbers it."""
    cycles, rest = divmod(year + _BEFORE, _CYCLE)
    return 365 * (year + _BEFORE) + 8 * cycles + (rest + 3) // 4 + (month - 1) * _MONTH + min(month - 1, _LONG) + day - _SINCE
