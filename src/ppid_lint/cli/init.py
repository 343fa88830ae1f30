"""`ppid-lint init`: writes a commented configuration and a contact directory to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from ppid_lint.config import FILE_NAME
from ppid_lint.errors import UsageError

DIRECTORY_NAME = "kontak.yaml"

_CONFIG = """\
# Konfigurasi ppid-lint. Berkas terdekat di atas naskah yang berlaku.
# Semua kunci boleh dihapus; yang diawali # adalah contoh.

contacts: [kontak.yaml]        # direktori kontak resmi instansi

kinds:                         # jenis naskah menurut letak berkasnya
  "siaran-pers/*": siaran-pers
  "layanan/*": layanan

# terms: [SIPANDU, e-Loket]    # singkatan dan istilah sendiri yang sudah dikenal pembaca
# ignore: [readability/foreign-term]
# severity: {restricted/employee-id: info}
# limits: {siaran-pers: {sentence: 28}}
# fail_level: error            # error, warning, info, atau never

# allow:                       # temuan yang diizinkan, dengan alasan
#   - path: "pengumuman/*.md"
#     rule: restricted/employee-id
#     reason: penetapan pejabat
#     until: 2027-01-01
#     by: PPID
"""

_DIRECTORY = """\
# Direktori kontak resmi. Isi dengan saluran yang benar-benar dijawab, lalu jalankan
#   ppid-lint check --contacts kontak.yaml NASKAH
organisation: Nama Instansi
domains: [instansi.go.id]
units:
  - id: kantor-pusat
    name: Kantor Pusat
    aliases: [Nama Instansi]
    # address: {street: Jl. Contoh No. 1, city: Kota Contoh, postcode: "10000"}
    # phones: ["(021) 1234567"]
    # emails: [humas@instansi.go.id]
    # urls: [https://www.instansi.go.id]
    # hours: Senin-Jumat 08.00-16.00 WIB
"""


@click.command("init")
@click.option("--force", is_flag=True, help="Timpa berkas yang sudah ada.")
def command(force: bool) -> None:
    """Menulis ppid-lint.yaml dan kontak.yaml di folder ini."""
    files = {Path(FILE_NAME): _CONFIG, Path(DIRECTORY_NAME): _DIRECTORY}
    taken = [str(path) for path in files if path.exists()]
    if taken and not force:
        raise UsageError(f"sudah ada: {', '.join(taken)}; pakai --force untuk menimpa")
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
        click.echo(f"ditulis: {path}")
