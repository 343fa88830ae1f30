"""HTML pages: what they hold, that they hold no value, and how they fare in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from browser import browser, missing, scheme, violations
from command import run as command
from ppid_lint import Linter, __version__
from ppid_lint.report import Report
from ppid_lint.reporters import Run
from ppid_lint.reporters.html import INDEX, pages, render
from ppid_lint.reporters.html.draft import Drawing
from ppid_lint.reporters.html.words import WORDS
from reported import CELL, NIK

DRAFT = f"""# Bantuan 🎉

Slamet Riyadi (NIK {NIK}) <b>hadir</b> & pulang. NIK {NIK[:6]}**{NIK[6:12]}**{NIK[12:]} juga.

| Nama | NIK |
| --- | --- |
| Sari | {NIK} |

Bantuan dibagikan dalam rangka hari jadi.

![NIK {NIK}](foto.png)
"""
CLEAN = "# Loket\n\nLoket buka setiap hari kerja.\n"


def run_over(*drafts: str, language: str = "id", show_values: bool = False) -> Run:
    linter = Linter(language=language, show_values=show_values)  # type: ignore[arg-type]
    named = {f"folder/naskah-{at}.md": text for at, text in enumerate(drafts, 1)}
    return Run(
        reports=[linter.check_text(text, name=name) for name, text in named.items()],
        version=__version__,
        rules={rule.id: rule for rule in linter.ruleset.rules},
        bases=linter.ruleset.bases,
        language=language,  # type: ignore[arg-type]
        document=lambda report: linter.document(named[report.path].encode(), report.path),
    )


class Outline(HTMLParser):
    """The tags, ids, links and heading levels of a page."""

    VOID = frozenset({"meta", "br", "link", "img", "rect", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if given.get("href") else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    handle_startendtag = handle_starttag


@pytest.fixture(scope="module")
def page() -> str:
    return render(run_over(DRAFT))


def test_the_page_is_well_formed_and_its_links_lead_somewhere(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert {link[1:] for link in outline.links} <= set(outline.ids)
    assert {"header", "main", "footer", "mark", "table"} <= outline.tags


def test_headings_descend_one_by_one(page: str) -> None:
    levels = Outline(page).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_page_holds_a_value(page: str) -> None:
    for text in (page, *pages(run_over(DRAFT, CLEAN)).values()):
        squeezed = re.sub(r"<[^>]+>|[\s.]", "", text)
        assert NIK not in squeezed
        assert NIK[6:12] not in squeezed


def test_values_are_shown_where_asked_for() -> None:
    assert NIK in render(run_over(DRAFT, show_values=True))


def test_values_stay_masked_when_their_rule_is_not_shown() -> None:
    run = run_over(DRAFT)
    report = run.reports[0]
    others = tuple(item for item in report.findings if item.rule != "restricted/nik")
    page = render(replace(run, reports=[replace(report, findings=others)]))
    assert NIK not in page
    assert 'class="masked"' in page


def test_findings_stand_in_their_places(page: str) -> None:
    assert re.search(r"Slamet Riyadi.*<mark class=\"error\"><span class=\"masked\">", page)
    assert re.search(r"\) hadir &amp; pulang", page)
    assert re.search(r"<td><mark class=\"error\">", page)
    assert "Tidak tampak di halaman" in page


def test_the_places_of_findings_are_gathered_once() -> None:
    run = run_over(DRAFT)
    report, document = run.reports[0], run.document(run.reports[0])
    assert document is not None
    drawing = Drawing(report, document, WORDS["id"])
    assert drawing.drawn == frozenset(range(len(report.findings)))
    assert drawing.drawn is drawing.drawn


def test_the_rules_are_explained_with_their_basis(page: str) -> None:
    assert "UU 27/2022 Pasal 4 ayat (3) huruf f" in page
    assert '<ul class="dont">' in page
    assert "ppid-lint: allow restricted/nik" in page


def test_a_page_asks_the_network_for_nothing(page: str) -> None:
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//|url\(|@import|<link", page)


def test_english() -> None:
    page = render(run_over(DRAFT, language="en"))
    assert '<html lang="en">' in page
    assert "Findings" in page
    assert "Temuan" not in page


def test_a_finding_with_a_location_names_it() -> None:
    run = replace(run_over(DRAFT), reports=[CELL], document=lambda report: None)
    assert "tabel 2 baris 4 kolom 3" in render(run)


def test_the_index_counts_and_links_every_draft() -> None:
    made = pages(run_over(DRAFT, CLEAN))
    assert list(made) == [INDEX, "folder-naskah-1.md.html", "folder-naskah-2.md.html"]
    outline = Outline(made[INDEX])
    assert {link for link in outline.links if not link.startswith("#")} == set(made) - {INDEX}
    assert "svg" in outline.tags
    assert f'href="{INDEX}"' in made["folder-naskah-1.md.html"]


def test_page_names_never_clash() -> None:
    run = run_over(CLEAN)
    reports = [Report(path=path) for path in ("a/b.md", "a-b.md", "index", "../a/b.md", "")]
    names = list(pages(replace(run, reports=reports, document=lambda report: None)))
    assert len(names) == len({name.lower() for name in names}) == 6
    assert not any("/" in name for name in names)


def test_the_command_writes_a_page_a_folder_or_says_what_is_missing(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    one = command("check", "a.md", "--format", "html", cwd=tmp_path)
    assert one.returncode == 1
    assert Outline(one.stdout).open == []
    several = command("check", ".", "--format", "html", cwd=tmp_path)
    assert several.returncode == 2
    assert "--output FOLDER" in several.stderr
    assert command("check", ".", "--format", "html", "--output", "laporan", cwd=tmp_path).returncode == 1
    assert {path.name for path in (tmp_path / "laporan").iterdir()} == {INDEX, "a.md.html", "b.md.html"}
    again = command("check", ".", "--format", "html", "--output", "laporan", cwd=tmp_path)
    assert again.returncode == 1
    assert len(list((tmp_path / "laporan").iterdir())) == 3  # its own pages are no drafts
    assert command("check", "a.md", "--output", "laporan", cwd=tmp_path).returncode == 2


# In a browser


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    if reason := missing():
        pytest.skip(reason)
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("halaman")
    for name, text in pages(run_over(DRAFT, CLEAN)).items():
        (target / name).write_text(text, encoding="utf-8")
    return target


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(driver: Any, folder: Path, colours: str) -> None:
    for path in sorted(folder.iterdir()):
        scheme(driver, colours)
        driver.get(path.as_uri())
        assert violations(driver) == [], path.name


def test_the_filter_hides_and_counts(driver: Any, folder: Path) -> None:
    driver.get((folder / "folder-naskah-1.md.html").as_uri())
    total = int(driver.find_element("id", "shown").text)
    driver.execute_script(
        "const s = document.getElementById('f-severity'); s.value = 'error';"
        "s.dispatchEvent(new Event('change', {bubbles: true}));"
    )
    shown = [
        item for item in driver.find_elements("css selector", "article[data-severity]") if item.is_displayed()
    ]
    assert 0 < len(shown) < total
    assert {item.get_attribute("data-severity") for item in shown} == {"error"}
    assert int(driver.find_element("id", "shown").text) == len(shown)


def test_without_script_everything_is_readable(driver: Any, folder: Path) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get((folder / "folder-naskah-1.md.html").as_uri())
        assert not driver.find_element("id", "filter").is_displayed()
        assert all(item.is_displayed() for item in driver.find_elements("css selector", "article"))
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_keyboard_reaches_the_skip_link_first(driver: Any, folder: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    driver.get((folder / "folder-naskah-1.md.html").as_uri())
    driver.find_element("tag name", "body").send_keys(Keys.TAB)
    focused = driver.switch_to.active_element
    assert focused.get_attribute("class") == "skip"
    assert focused.location["x"] >= 0


def test_paper_gets_no_controls(driver: Any, folder: Path) -> None:
    scheme(driver, "light", media="print")
    driver.get((folder / "folder-naskah-1.md.html").as_uri())
    assert not driver.find_element("id", "filter").is_displayed()
    assert driver.find_element("id", "t1").is_displayed()
    scheme(driver, "light")
