"""The words that bear on time, as tables from small letters to what they stand for."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex.reading import Count

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
# Also people's names, verbs and adjectives: months only when written with a capital.
AMBIGUOUS_MONTHS = frozenset({"march", "may", "august"})
MONTHS_THAT_ARE_NAMES = frozenset({"april", "may", "june", "august", "march"})

SEASONS = {
    "spring": 0,
    "summer": 1,
    "autumn": 2,
    "fall": 2,
    "winter": 3,
    "springtime": 0,
    "summertime": 1,
    "wintertime": 3,
}
SEASON_PLURALS = {"springs": 0, "summers": 1, "autumns": 2, "falls": 2, "winters": 3}

# The unit's grain, how many of it, and its letter in TIMEX3.
UNITS = {
    "second": (Grain.MINUTE, 1, "TS"), "minute": (Grain.MINUTE, 1, "TM"), "hour": (Grain.HOUR, 1, "TH"),
    "min": (Grain.MINUTE, 1, "TM"), "hr": (Grain.HOUR, 1, "TH"),
    "day": (Grain.DAY, 1, "D"), "weekend": (Grain.WEEKEND, 1, "WE"), "week": (Grain.WEEK, 1, "W"),
    "fortnight": (Grain.WEEK, 2, "W"), "month": (Grain.MONTH, 1, "M"), "quarter": (Grain.QUARTER, 1, "Q"),
    "year": (Grain.YEAR, 1, "Y"), "decade": (Grain.DECADE, 1, "DE"), "century": (Grain.CENTURY, 1, "C"),
    "millennium": (Grain.MILLENNIUM, 1, "ML"),
}  # fmt: skip
UNIT_PLURALS = {
    "seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour", "days": "day",
    "weekends": "weekend", "weeks": "week", "fortnights": "fortnight", "months": "month", "quarters": "quarter",
    "years": "year", "yrs": "year", "decades": "decade", "centuries": "century", "millennia": "millennium",
}  # fmt: skip

# Parts of a day: TIMEX3's code, first and last local time.
PARTS_OF_DAY = {
    "morning": ("MO", "05:00", "12:00"), "forenoon": ("MO", "05:00", "12:00"),
    "afternoon": ("AF", "12:00", "18:00"), "evening": ("EV", "17:00", "22:00"), "night": ("NI", "18:00", "24:00"),
    "lunchtime": ("MI", "12:00", "14:00"), "teatime": ("AF", "16:00", "18:00"),
    "dawn": ("MO", "04:00", "08:00"), "daybreak": ("MO", "04:00", "08:00"), "sunrise": ("MO", "04:00", "08:00"),
    "midmorning": ("MO", "09:00", "11:00"), "midafternoon": ("AF", "14:00", "16:00"),
    "dusk": ("EV", "16:00", "22:00"), "sunset": ("EV", "16:00", "22:00"), "nightfall": ("EV", "16:00", "22:00"),
}  # fmt: skip
EARLY_HOURS = ("MO", "00:00", "06:00")
MOMENTS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "score": 20,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

# How many "a few" and its like stand for: TIME-MODEL reads a couple as 2, a few and some as 2 to 5, several as 3 to 8.
FEW = Count(2, 5, "X")
SEVERAL = Count(3, 8, "X")
MANY = Count(3, 99, "X")
COUPLE = Count(2, 2, "2")

# Modifiers of a length, and the TIMEX3 `mod` each stands for.
APPROXIMATIONS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "almost": "LESS_THAN", "nearly": "LESS_THAN", "over": "MORE_THAN", "under": "LESS_THAN", "exactly": "",
}  # fmt: skip

ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "z": "Z", "est": "EST", "edt": "EDT", "et": "ET", "cst": "CST", "cdt": "CDT",
    "ct": "CT", "mst": "MST", "mdt": "MDT", "pst": "PST", "pdt": "PDT", "pt": "PT", "bst": "BST", "cet": "CET",
    "cest": "CEST", "ist": "IST", "jst": "JST", "aest": "AEST", "aedt": "AEDT", "hkt": "HKT", "msk": "MSK",
}  # fmt: skip

HALVES_OF_DAY = {"a.m.": "a", "a.m": "a", "am": "a", "p.m.": "p", "p.m": "p", "pm": "p"}

ESTABLISHMENTS = frozenset("bar bistro cafe café diner grill nightclub pub restaurant tavern".split())
STREETS = frozenset("street avenue road lane drive boulevard square st ave rd".split())

# What companies and statisticians report, by the quarter and the year.
BUSINESS_WORDS = frozenset(
    "profit profits earnings sales revenue revenues results net income loss losses growth analysts shares "
    "investors forecast output production gdp exports imports orders company percent".split()
)
