"""What HTML's elements and attributes mean to a reader of the page."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = _names("ul ol menu dir dl")
ITEMS = _names("li dt dd")
CELLS = _names("td th")
VOID = _names(
    """area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr"""
)
# Elements that stand apart from the text around them.
BREAKS = _names(
    """address article aside blockquote body button caption center col colgroup dd details dialog dir
    div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr
    html iframe legend li main menu nav noscript ol optgroup option p pre search section select summary
    table tbody td template textarea tfoot th thead title tr ul"""
)
# Elements whose end must be known: they change what the text inside is.
FRAMED = LISTS | ITEMS | CELLS | HEADINGS.keys() | _names("table thead tr blockquote pre title template")

_TABLE = _names("table")
_ROWS = _names("thead tr td th")
# An opening tag ends these elements, but none outside the nearest of those.
IMPLIED = {
    "li": (_names("li"), LISTS),
    "dt": (_names("dt dd"), LISTS),
    "dd": (_names("dt dd"), LISTS),
    "td": (CELLS, _names("tr table")),
    "th": (CELLS, _names("tr table")),
    "tr": (_names("tr td th"), _TABLE),
    "thead": (_ROWS, _TABLE),
    "tbody": (_ROWS, _TABLE),
    "tfoot": (_ROWS, _TABLE),
    **dict.fromkeys(HEADINGS, (frozenset(HEADINGS), _names("table td th li blockquote"))),
}

# Attributes that readers meet, and those that only shape the page.
SHOWN = _names("href alt title placeholder aria-label")
SHAPING = _names(
    """align allowfullscreen aria-controls aria-current aria-expanded aria-hidden async autocomplete
    bgcolor border cellpadding cellspacing charset checked class clear color cols colspan crossorigin d
    defer dir disabled enctype face fill for frameborder height hidden hspace http-equiv id integrity
    itemprop itemscope itemtype lang loading maxlength media method minlength multiple name nowrap
    property readonly rel required reversed role rows rowspan scope selected size sizes span srcset
    start stroke stroke-width style tabindex target type valign version viewbox vspace width xmlns"""
)
