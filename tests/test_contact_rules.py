"""Contact rules: labelled drafts, every value of a directory mutated, and what they leave alone."""

from __future__ import annotations

import datetime
import pickle
import random
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from ppid_lint.config import Config
from ppid_lint.contacts.channel import DIALLED, Kind
from ppid_lint.contacts.directory import DirectoryChannel, Unit
from ppid_lint.contacts.directory_file import load
from ppid_lint.evaluate import by_category, evaluate
from ppid_lint.finding import Applicability, Finding
from ppid_lint.fix import apply_fixes, chosen_fixes
from ppid_lint.labelled import LabelledDraft, parse_labelled
from ppid_lint.linter import Linter

ROOT = Path(__file__).parent.parent
AGENCY = ROOT / "corpus" / "kontak.yaml"
DJKN = ROOT / "rules" / "kontak-djkn.yaml"
DRAFTS = Path(__file__).parent / "data" / "contact-drafts.txt"
TODAY = datetime.date.today()
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def linter(contacts: Path | None = None) -> Linter:
    return Linter(Config(select=("contact",)), contacts=[contacts] if contacts else [], show_values=True)


def found(text: str, contacts: Path | None = AGENCY, *, kind: str | None = None) -> list[Finding]:
    return list(linter(contacts).check_text(text, kind=kind).findings)


def rules(text: str, contacts: Path | None = AGENCY, *, kind: str | None = None) -> list[str]:
    return [finding.rule for finding in found(text, contacts, kind=kind)]


def labelled_drafts() -> Iterator[LabelledDraft]:
    """The drafts of the data file, each under a line `=== name kind`."""
    for part in DRAFTS.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n")
        name, kind = head.split()
        yield parse_labelled(f"%% kind: {kind}\n{body}", name)


# Labelled drafts


def test_labelled_drafts_are_many_and_half_of_them_clean() -> None:
    drafts = list(labelled_drafts())
    clean = [draft for draft in drafts if not draft.labels and not draft.expected]
    assert len(drafts) >= 80
    assert len(clean) * 5 >= len(drafts) * 2


def test_labelled_drafts_are_found_and_clean_ones_left_alone() -> None:
    score = by_category(evaluate(labelled_drafts(), linter(AGENCY)))["contact"]
    assert score.exact / score.labels >= 0.95
    assert (score.recall or 0) >= 0.95
    assert (score.precision or 0) >= 0.97


# Mutations of a directory


def one_digit(written: str, chance: random.Random) -> Iterator[str]:
    for at, char in enumerate(written):
        if char.isdigit():
            other = chance.choice("0123456789".replace(char, ""))
            yield written[:at] + other + written[at + 1 :]


def one_letter(written: str, chance: random.Random) -> Iterator[str]:
    for at, char in enumerate(written):
        if char.isalpha():
            other = chance.choice(LETTERS.replace(char.lower(), ""))
            yield written[:at] + other + written[at + 1 :]


def transposed(written: str) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(written)):
        if one != other and one.isalnum() and other.isalnum():
            yield written[:at] + other + one + written[at + 2 :]


def mutations(channel: DirectoryChannel, chance: random.Random) -> Iterator[str]:
    """Every slip in a channel's value, as somebody might type it."""
    written = channel.written
    if channel.kind in DIALLED:
        yield from one_digit(written, chance)
        yield from transposed(written)
    elif channel.kind is Kind.EMAIL:
        local, _, domain = written.partition("@")
        yield from (f"{other}@{domain}" for other in (*one_letter(local, chance), *transposed(local)))
        yield from (f"{local}@{other}" for other in (*one_letter(domain, chance), *transposed(domain)))
        yield f"{local}@{domain.partition('.')[0]}.com"
    elif channel.kind is Kind.URL:
        host = written.split("/")[2]
        yield from (written.replace(host, other) for other in (*one_letter(host, chance), *transposed(host)))
    elif channel.kind is Kind.SOCIAL:
        yield from (*one_letter(written, chance), *transposed(written))


def live_units() -> list[Unit]:
    return [unit for unit in load(AGENCY).units if unit.valid_until is None or unit.valid_until >= TODAY]


def live_channels() -> list[tuple[Unit, DirectoryChannel]]:
    return [
        (unit, channel)
        for unit in live_units()
        for channel in unit.channels
        if not channel.former and (channel.valid_until is None or channel.valid_until >= TODAY)
    ]


LABELS = {Kind.EMAIL: "surel", Kind.URL: "laman", Kind.SOCIAL: "Instagram", Kind.FAX: "faks"}


def offered(text: str, value: str) -> str | None:
    """What is offered first for a value in a text; None where nothing is found in it."""
    at = text.index(value)
    hits = [item for item in found(text) if item.span.start < at + len(value) and item.span.end > at]
    return hits[0].suggestion if hits else None


def test_every_slip_in_a_channel_is_found_and_the_right_value_offered() -> None:
    chance = random.Random(20260504)
    listed = {channel.written for _, channel in live_channels()}
    tried = right = 0
    for unit, channel in live_channels():
        for value in mutations(channel, chance):
            if value in listed or "kemenkes" in value:  # another body's, one letter away
                continue
            text = f"Hubungi {unit.name}, {LABELS.get(channel.kind, 'telepon')} {value}."
            tried += 1
            right += offered(text, value) == channel.written
    assert tried > 900
    assert right / tried >= 0.99


def test_another_units_channel_is_found_and_the_own_one_offered() -> None:
    tried = right = 0
    head = live_units()[0]
    for unit, channel in live_channels():
        others = [item for other, item in live_channels() if other not in {unit, head}]
        for other in others:
            if other.kind is channel.kind is Kind.EMAIL and unit is not head:
                tried += 1
                own = {item.written for item in unit.channels}
                right += offered(f"Surel {unit.name}: {other.written}", other.written) in own
    assert tried > 50
    assert right / tried >= 0.99


def test_every_slip_in_an_address_is_found_and_the_right_part_offered() -> None:
    chance = random.Random(7)
    tried = right = 0
    for unit in live_units():
        address = unit.address
        if address is None:
            continue
        parts = {name: address.part(name) for name in ("street", "number", "city", "postcode")}
        for name, wrong in [
            *(("postcode", value) for value in one_digit(parts["postcode"], chance) if value[0] != "0"),
            *(("postcode", value) for value in transposed(parts["postcode"]) if value[0] != "0"),
            *(("number", f"No. {number}") for number in (501, 988)),
            ("city", "Kota Manado"),
        ]:
            said = {**parts, name: wrong}
            text = f"{unit.name}, {said['street']} {said['number']}, {said['city']} {said['postcode']}"
            tried += 1
            right += offered(text, wrong) == parts[name]
    assert tried > 80
    assert right / tried >= 0.99


def test_other_hours_are_found_and_the_right_ones_offered() -> None:
    for unit in live_units():
        assert unit.hours is not None
        text = f"Loket {unit.name} buka Senin-Jumat 06.00-11.00."
        assert offered(text, "Senin-Jumat 06.00-11.00") == unit.hours.written


def test_every_right_value_is_left_alone() -> None:
    for unit, channel in live_channels():
        label = LABELS.get(channel.kind, "telepon")
        assert rules(f"Hubungi {unit.name}, {label} {channel.written}.") == []
    for unit in live_units():
        assert unit.address is not None
        assert unit.hours is not None
        assert rules(f"{unit.name}, {unit.address.written}, buka {unit.hours.written}") == []


# The office's own letterhead


def test_letterhead_gives_one_finding_the_call_centre() -> None:
    text = "Jl. Lapangan Banteng Timur No.2-4, Jakarta Pusat\n\xa01\xa050-991    ID | EN      Login Pegawai\n"
    report = linter(DJKN).check_text(text, name="kop.txt")
    assert [finding.rule for finding in report.findings] == ["contact/phone-format"]
    finding = report.findings[0]
    assert text[finding.span.start : finding.span.end] == "1\xa050-991"
    assert finding.suggestion == "150-991"


# Fixes


def test_format_is_fixed_safely_and_a_wrong_value_only_on_request() -> None:
    hard, wrong = found("Pusat panggilan: 15 00417"), found("Surel BSIR: humss@bsir.go.id")
    assert hard[0].fixes[0].applicability is Applicability.SAFE
    assert wrong[0].fixes[0].applicability is Applicability.UNSAFE
    assert apply_fixes("Surel BSIR: humss@bsir.go.id", chosen_fixes(wrong, unsafe=True)) == (
        "Surel BSIR: humas@bsir.go.id",
        1,
    )


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (
            "[humss@bsir.go.id](mailto:humss@bsir.go.id), BSIR",
            "[humas@bsir.go.id](mailto:humas@bsir.go.id), BSIR",
        ),
        (
            "WA Balai BSIR Surabaya: [0812-4900-1178](https://wa.me/6281249001178)",
            "WA Balai BSIR Surabaya: [0812-4900-1177](https://wa.me/6281249001177)",
        ),
        (
            "Telepon Balai BSIR Medan: [(061) 8213354](tel:+62618213354)",
            "Telepon Balai BSIR Medan: [(061) 8213345](tel:+62618213345)",
        ),
    ],
)
def test_a_fix_takes_the_links_target_along(text: str, fixed: str) -> None:
    findings = found(text)
    assert len(findings) == 1
    assert apply_fixes(text, chosen_fixes(findings, unsafe=True))[0] == fixed
    assert found(fixed) == []


def test_a_target_alone_is_fixed_in_its_own_form() -> None:
    text = "[Chat Balai BSIR Surabaya](https://wa.me/6281249001178)"
    fixed, _ = apply_fixes(text, chosen_fixes(found(text), unsafe=True))
    assert fixed == "[Chat Balai BSIR Surabaya](https://wa.me/6281249001177)"


# Judgement calls


def test_without_a_directory_rules_that_need_one_are_silent_and_a_note_says_so() -> None:
    text = "Hubungi 0812-5566-7788 atau (021) 7788990, surel tanya@kantor.go.id."
    report = linter(None).check_text(text)
    assert [finding.rule for finding in report.findings] == []
    assert any("direktori" in note for note in report.notes)


def test_without_a_directory_national_lines_and_broken_channels_are_still_read() -> None:
    assert rules("Call center 1 500-200", None) == ["contact/phone-format"]
    assert rules("Surel: layanan@@kantor.go.id", None) == ["contact/malformed-email"]


def test_a_private_persons_channel_is_no_contact_of_the_office() -> None:
    assert rules("Salah seorang penerima, Ujang, dapat dihubungi di 0822 1745 9031.") == []
    assert rules("| Nama | No. HP |\n| --- | --- |\n| Sugeng Prayitno | 0812-3344-5561 |") == []
    assert rules("Penerima dapat menghubungi panitia di 0812-3344-5561.") == ["contact/unverified-phone"]


def test_a_wrong_channel_still_counts_as_present() -> None:
    text = "# Rilis\n\nBSIR menutup kantor. Hubungi (021) 3905544."
    assert rules(text, kind="siaran-pers") == ["contact/expired"]


def test_a_private_persons_phone_does_not_count_as_present() -> None:
    text = "# Rilis\n\nSalah seorang peserta, Ujang, dapat dihubungi di 0822 1745 9031."
    assert rules(text, kind="siaran-pers") == ["contact/missing-contact"]


def test_the_directory_outweighs_free_mail() -> None:
    assert rules("Surel Balai BSIR Jayapura: balaijayapura.bsir@gmail.com") == []


def test_a_wrong_part_of_a_known_address_is_not_a_postcode_of_another_place() -> None:
    text = "Balai BSIR Bandung, Jl. Cisaranten Asri No. 8, Kota Bandung 60237"
    assert rules(text) == ["contact/wrong-address"]


def test_the_second_of_two_values_is_the_inconsistent_one_and_points_at_the_first() -> None:
    text = "Balai BSIR Medan: telepon (061) 8213345.\n\nBalai BSIR Medan: telepon (061) 7345512."
    (finding,) = found(text)
    assert finding.rule == "contact/inconsistent"
    first = finding.related[0]
    assert first.role == "first"
    assert text[first.span.start : first.span.end] == "(061) 8213345"


def test_a_link_mismatch_covers_text_and_target() -> None:
    text = "[halo@bsir.go.id](mailto:halo@bsir.com)"
    (finding,) = found(text)
    assert finding.rule == "contact/link-mismatch"
    assert text[finding.span.start : finding.span.end] == "halo@bsir.go.id](mailto:halo@bsir.com"


def test_a_linter_with_a_directory_survives_pickling() -> None:
    text = "Hubungi Balai BSIR Medan, telepon (061) 8213354."
    copy: Linter = pickle.loads(pickle.dumps(linter(AGENCY)))
    assert [finding.rule for finding in copy.check_text(text).findings] == ["contact/wrong-phone"]


def test_a_message_without_a_value_to_offer_says_nothing_of_the_directory() -> None:
    found = Linter().check_text("Hubungi kantor kami di telepon (0341) 33.").findings
    assert [finding.rule for finding in found] == ["contact/malformed-phone"]
    assert "direktori" not in found[0].message
