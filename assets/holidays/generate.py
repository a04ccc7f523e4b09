"""Writes holidays.txt: the public holidays of many countries, from the Python package `holidays` (MIT licence).

    python3 -m venv /tmp/holidays && /tmp/holidays/bin/pip install holidays
    /tmp/holidays/bin/python assets/holidays/generate.py

Lines of the file:
    @TH 56 Thailand             a country: its code, its weekend (0 is Monday), its name
    +Songkran Festival<TAB>...  a name in English, then in Thai where the package has one; names count from 0
    2026 000a...                a year: of each holiday the day of the year (from 0) and its name, two digits of base 36 each
"""

import pathlib

import holidays

FIRST, LAST = 2000, 2040
COUNTRIES = {
    "AE": "United Arab Emirates", "AR": "Argentina", "AT": "Austria", "AU": "Australia", "BD": "Bangladesh",
    "BE": "Belgium", "BG": "Bulgaria", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "CL": "Chile",
    "CN": "China", "CO": "Colombia", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "EE": "Estonia",
    "EG": "Egypt", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom", "GR": "Greece",
    "HK": "Hong Kong", "HR": "Croatia", "HU": "Hungary", "ID": "Indonesia", "IE": "Ireland", "IL": "Israel",
    "IN": "India", "IS": "Iceland", "IT": "Italy", "JP": "Japan", "KE": "Kenya", "KH": "Cambodia",
    "KR": "South Korea", "LA": "Laos", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia", "MM": "Myanmar",
    "MX": "Mexico", "MY": "Malaysia", "NG": "Nigeria", "NL": "Netherlands", "NO": "Norway", "NZ": "New Zealand",
    "PE": "Peru", "PH": "Philippines", "PK": "Pakistan", "PL": "Poland", "PT": "Portugal", "RO": "Romania",
    "RS": "Serbia", "SA": "Saudi Arabia", "SE": "Sweden", "SG": "Singapore", "SI": "Slovenia", "SK": "Slovakia",
    "TH": "Thailand", "TR": "Türkiye", "TW": "Taiwan", "US": "United States", "VN": "Vietnam",
    "ZA": "South Africa",
}
# Where a country as a whole has fewer holidays than the part in which most people and banks are.
PARTS = {"CH": "ZH", "GB": "ENG"}
# Where shops work on a day on which banks do not pay.
WEEKENDS = {"HK": {5, 6}}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def two_digits(number):
    tens, ones = divmod(number, 36)
    return DIGITS[tens] + DIGITS[ones]


def days(code, language):
    """The holidays of a country by day, in a language of the package; None where it lacks that language."""
    languages = holidays.list_localized_countries().get(code, [])
    if language not in languages:
        if language == "th":
            return None
        language = next((one for one in languages if one.startswith("en")), None)
    return holidays.country_holidays(
        code, subdiv=PARTS.get(code), years=range(FIRST, LAST + 1), language=language
    )


def plain(names):
    """The names of a day in a fixed order, without the package's remarks on how sure the day is."""
    for remark in (" (estimated)", " (ประมาณการ)", " (โดยประมาณ)", ", estimated"):
        names = names.replace(remark, "")
    return ", ".join(sorted(set(names.replace("\t", " ").split("; "))))


def country(code):
    english, thai = days(code, "en_US"), days(code, "th")
    names, years = {}, {year: "" for year in range(FIRST, LAST + 1)}
    for day in sorted(english):
        name = plain(english[day])
        if thai is not None and day in thai and plain(thai[day]) != name:
            name += "\t" + plain(thai[day])
        number = names.setdefault(name, len(names))
        years[day.year] += two_digits(day.timetuple().tm_yday - 1) + two_digits(number)
    weekend = "".join(str(day) for day in sorted(WEEKENDS.get(code, english.weekend)))
    yield f"@{code} {weekend} {COUNTRIES[code]}"
    yield from ("+" + name for name in names)
    yield from (f"{year} {entries}" for year, entries in years.items() if entries)


def main():
    head = [
        f"# Public holidays {FIRST} to {LAST}, made by generate.py from the Python package holidays {holidays.__version__},",
        "# Copyright (c) holidays authors, MIT licence. Days of lunar calendars in years to come are computed.",
    ]
    lines = head + [line for code in sorted(COUNTRIES) for line in country(code)]
    target = pathlib.Path(__file__).with_name("holidays.txt")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
