"""The formats of rules/lists/credential-formats.yaml: each finds its own and leaves prose alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import re2
import yaml

LIST = Path(__file__).parents[1] / "rules" / "lists" / "credential-formats.yaml"
FORMATS = {entry["id"]: entry for entry in yaml.safe_load(LIST.read_text(encoding="utf-8"))}

LETTERS = "Qz7Kp2Xw9Lm4Rt6Vb8Nc3Hd5Jf1Gs0Ya"
LOWER = "b3f9c2d7a1e8046b5d9c7f3a2e1b8d60"
UPPER = "QZKPXWLMRTVBNCHDJFGS"
UUID = "0b1c2d3e-4f50-4617-8a9b-0c1d2e3f4a5b"


def long(size: int, alphabet: str = LETTERS) -> str:
    """An invented run of `size` characters."""
    return (alphabet * (size // len(alphabet) + 1))[:size]


# Put together from parts, so that scanners of this repository do not take them for real ones.
SAMPLES = {
    "private-key-pem": "-----BEGIN RSA " + "PRIVATE KEY-----\n" + long(64),
    "putty-private-key": "PuTTY-User-Key-File" + "-3: ssh-ed25519",
    "jwt": "eyJ" + long(20) + ".eyJ" + long(30) + "." + long(43),
    "basic-auth-url": "https://" + "tamu:Tirai77@arsip.example.id",
    "database-url": "postgresql" + "://arsip:Tirai77@basis.example.id",
    "database-connection-string": "Server=basis;Database=arsip;User Id=sa;" + "Password=Tirai77",
    "jdbc-url": "jdbc:mysql" + "://basis:3306/arsip?user=sa&password=Tirai77",
    "authorization-header": "Authorization: " + "Basic dGFtdTpUaXJhaTc3Nzc=",
    "bcrypt-hash": "$2b" + "$12$" + long(53),
    "crypt-hash": "$6" + "$" + long(12) + "$" + long(86),
    "command-line-password": "mysql -u arsip " + "-pTirai77",
    "safe-combination": "kombinasi brankas: " + "71-20-44",
    "turned-numbers": "brankas dibuka dengan memutar angka " + "38-12-55-07",
    "unlocking-code": "unlocks with the code " + "583014",
    "meeting-code": "Meeting ID: 961 3345 2210 | Kode: " + "BELAJAR1",
    "keypad-code": "dial " + "*7712#" + " on the keypad",
    "code-with-hash": "kodenya " + "8823*",
    "lock-number": "dikunci dengan angka " + "190345",
    "card-code": "CVV kartu: " + "331",
    "otpauth-url": "otpauth" + "://totp/Arsip:tamu?secret=" + long(16, "ABCDEFGHIJKLMNOP"),
    "aws-access-key": "AKIA" + long(16, UPPER),
    "gcp-api-key": "AIza" + long(35),
    "gcp-oauth-secret": "GOCSPX-" + long(28),
    "gcp-oauth-token": "ya29." + long(60),
    "firebase-server-key": "AAAA" + long(7) + ":" + long(140),
    "azure-storage-key": "AccountKey=" + long(86) + "==",
    "azure-shared-access-key": "SharedAccessKey=" + long(43) + "=",
    "azure-shared-access-signature": "sv=2023-01-03&sr=c&sig=" + long(44),
    "azure-client-secret": "Qz7" + "8Q~" + long(34),
    "alibaba-access-key": "LTAI" + long(20),
    "digitalocean-token": "dop_v1_" + long(64, LOWER),
    "github-token": "ghp_" + long(36),
    "github-fine-grained-token": "github_pat_" + long(22) + "_" + long(59),
    "gitlab-token": "glpat-" + long(20),
    "npm-token": "npm_" + long(36),
    "pypi-token": "pypi-AgE" + long(80),
    "docker-hub-token": "dckr_pat_" + long(27),
    "slack-token": "xoxb-" + long(40),
    "slack-app-token": "xapp-1-" + long(11, UPPER) + "-1234567890123-" + long(64, LOWER),
    "slack-webhook": "https://hooks.slack.com" + "/services/" + long(9, UPPER) + "/" + long(24),
    "teams-webhook": "https://kantor.webhook.office.com"
    + f"/webhookb2/{UUID}@{UUID}/IncomingWebhook/{LOWER}",
    "discord-webhook": "https://discord.com/api/webhooks" + "/123456789012345678/" + long(68),
    "telegram-bot-token": "1234567890" + ":AA" + long(33),
    "facebook-token": "EAA" + long(120),
    "sendgrid-key": "SG." + long(22) + "." + long(43),
    "mailgun-key": "key-" + LOWER,
    "mailchimp-key": LOWER + "-us12",
    "brevo-key": "xkeysib-" + long(64, LOWER) + "-" + long(16),
    "twilio-key": "SK" + LOWER,
    "stripe-key": "sk_live_" + long(24),
    "stripe-webhook-secret": "whsec_" + long(32),
    "midtrans-server-key": "SB-Mid-server-" + long(24),
    "xendit-secret-key": "xnd_production_" + long(60),
    "openai-key": "sk-proj-" + long(48),
    "hugging-face-token": "hf_" + long(34, UPPER),
    "hashicorp-vault-token": "hvs." + long(90),
    "grafana-token": "glsa_" + long(32) + "_" + long(8, LOWER),
    "cloudflare-origin-key": "v1.0-" + long(24, LOWER) + "-" + long(146, LOWER),
    "mapbox-secret-token": "sk.eyJ" + long(60) + "." + long(22),
}

PROSE = """
Kata sandi harus kuat dan diganti tiap tiga bulan. Layanan dibuka pada https://www.example.id/token?halaman=2
dan surel ke layanan@example.id. Nomor ND-45/PB.1/2024, DIPA-015.08.1.528451/2024, SP2D 240191303012345.
Password: [isi kata sandi]. Unduh di https://example.id:8443/berkas/laporan-2024.pdf atau hubungi 150-991.
Gunakan kunci publik pk_live_contoh dan xnd_public_production_contoh. Kode AKIA belum berarti apa-apa. sk-1.
Unduh https://example.id/berkas/sk-penetapan-kelulusan-peserta-didik-baru-tahun-ajaran-2024-2025.
Bearer token dikirim lewat header Authorization: Bearer <token>. Perpres 12/2021 Pasal 1 key-value ghp_ npm_.
"""


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == set(FORMATS)


def test_ids_are_unique_and_entries_complete() -> None:
    entries = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    assert len(entries) == len(FORMATS) >= 30
    assert all(set(entry) == {"id", "name", "expression"} for entry in entries)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in FORMATS)


@pytest.mark.parametrize("name", SAMPLES)
def test_finds_its_own_inside_a_sentence(name: str) -> None:
    sample = SAMPLES[name]
    found = re2.search(FORMATS[name]["expression"], f"Catatan: {sample} jangan disebar.")
    assert found is not None
    assert found.start() == len("Catatan: ")
    assert found.end() >= len("Catatan: ") + len(sample)


@pytest.mark.parametrize("name", FORMATS)
def test_leaves_prose_alone(name: str) -> None:
    assert re2.search(FORMATS[name]["expression"], PROSE) is None


@pytest.mark.parametrize("name", [name for name in SAMPLES if "url" not in name and "key-pem" not in name])
def test_a_cut_off_sample_is_not_found(name: str) -> None:
    assert re2.search(FORMATS[name]["expression"], SAMPLES[name][:9]) is None
