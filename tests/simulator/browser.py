"""A headless Chromium for tests of the page; the fixture skips where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    StaleElementReferenceException,
)
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = Path("/usr/bin/chromium")
DRIVER = Path("/usr/bin/chromedriver")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--disable-dev-shm-usage --force-device-scale-factor=1 --lang=zh-CN"
)
DESKTOP = (1280, 800)
PHONE = (390, 844)


class Browser:
    """A page in the browser, in the words of a visitor. Its calls block: use a thread."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def opens(self, url: str) -> None:
        """Go to the page and wait until both telephones are drawn."""
        self.driver.get(url)
        self.waits(lambda: bool(self.driver.find_elements("css selector", ".side .bar")))

    def sized(self, size: tuple[int, int], *, dark: bool = False, touch: bool = False) -> None:
        """The size of the window's inside, without frames."""
        width, height = size
        screen = {"width": width, "height": height, "deviceScaleFactor": 2 if touch else 1}
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {**screen, "mobile": touch}
        )
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})

    def side(self, index: int) -> WebElement:
        """The left (0) or right (1) telephone."""
        return self.driver.find_elements("css selector", ".side")[index]

    def all(self, index: int, selector: str) -> list[WebElement]:
        """Elements on one telephone."""
        return self.side(index).find_elements("css selector", selector)

    def texts(self, index: int, selector: str = ".bubble .text") -> list[str]:
        """What stands in these elements."""
        script = """return [...document.querySelectorAll('.side')[arguments[0]]
            .querySelectorAll(arguments[1])].map(e => e.innerText.trim())"""
        shown: list[str] = self.driver.execute_script(script, index, selector)
        return shown

    def clicks(self, index: int, words: str, selector: str = "button") -> None:
        """Press the last thing that shows exactly these words."""

        def found() -> bool:
            fitting = [e for e in self.all(index, selector) if e.text.strip() == words]
            return bool(fitting) and self._presses(fitting[-1])

        self.waits(found)

    def clicks_on(self, index: int, selector: str, number: int = 0) -> None:
        """Press the thing with this place among those of a kind."""

        def found() -> bool:
            fitting = self.all(index, selector)
            return len(fitting) > number and self._presses(fitting[number])

        self.waits(found)

    def _presses(self, element: WebElement) -> bool:
        nearest = "arguments[0].scrollIntoView({block: 'nearest'})"
        self.driver.execute_script(nearest, element)
        element.click()
        return True

    def writes(self, index: int, text: str) -> None:
        """Type into the input and press Enter."""
        box = self.side(index).find_element("css selector", "textarea")
        box.send_keys(text + "\n")

    def sees(self, index: int, text: str, selector: str = ".bubble .text") -> None:
        """Wait until one of these elements contains the text."""
        self.waits(lambda: any(text in shown for shown in self.texts(index, selector)))

    def waits(self, condition: Callable[[], bool], seconds: float = 15.0) -> None:
        """Wait for a condition; elements that are drawn anew meanwhile do not matter."""

        def holds(driver: Chrome) -> bool:
            try:
                return condition()
            except (StaleElementReferenceException, ElementClickInterceptedException):
                return False

        WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(holds)

    def pictures(self, path: Path) -> Path:
        """A screenshot."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(path))
        return path

    def complaints(self) -> list[str]:
        """Errors in the browser's console."""
        entries: list[dict[str, str]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries]


def open_browser(profile: Path) -> Browser:
    """Start Chromium with a fresh profile in this folder."""
    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "WARNING"})
    # The explicit driver path keeps selenium from looking for one on the network.
    service = ChromeService(executable_path=str(DRIVER))
    browser = Browser(Chrome(options=options, service=service))
    browser.sized(DESKTOP)
    return browser


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """A browser window of desktop size."""
    if not (CHROMIUM.exists() and DRIVER.exists()):
        pytest.skip("没有 /usr/bin/chromium 和 /usr/bin/chromedriver，网页测试跳过")
    opened = open_browser(tmp_path / "profile")
    try:
        yield opened
    finally:
        opened.driver.quit()
