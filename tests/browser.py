"""A headless Chromium for tests of pages, where this machine has one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--window-size=1400,1200",
)


def missing() -> str:
    """Why pages cannot be tested here; '' where they can."""
    programs = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    modules = [name for name in ("selenium", "axe_core_python") if find_spec(name) is None]
    absent = ", ".join([*programs, *modules])
    return f"pages are not tested in a browser: {absent} not found" if absent else ""


@contextmanager
def browser() -> Iterator[Any]:
    """A driver that is ended with the block."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for flag in _FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def scheme(driver: Any, name: str, *, media: str = "") -> None:
    """Sets the colour scheme and the medium that pages see."""
    features = [{"name": "prefers-color-scheme", "value": name}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def violations(driver: Any) -> list[str]:
    """What axe-core finds wrong with the page that is open."""
    import axe_core_python

    script = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    driver.execute_script(script)
    result = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1]);")
    return [f"{item['id']}: {item['nodes'][0]['html']}" for item in result["violations"]]
