"""Chromium without a window, driven through its own protocol over two pipes: nothing to install but the browser.

The protocol is JSON, each message ended by a zero byte, on file descriptors 3 (to the browser) and 4 (from it):
chromium --remote-debugging-pipe. https://chromedevtools.github.io/devtools-protocol
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60.0  # seconds for one answer, on a busy machine


def program() -> str:
    """The browser of this machine; "" where there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), "")


class Browser:
    """One browser with a profile of its own."""

    def __init__(self, profile: Path) -> None:
        to_browser, from_browser = os.pipe(), os.pipe()

        def placed() -> None:
            held = os.dup(to_browser[0]), os.dup(from_browser[1])  # so that neither lies on 3 or 4
            os.dup2(held[0], 3)
            os.dup2(held[1], 4)

        self._process = subprocess.Popen(
            [
                program(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--remote-debugging-pipe", "--no-first-run", "--disable-background-networking", "--disable-sync",
                "--disable-component-update", "--disable-default-apps", "--hide-scrollbars", "--mute-audio",
                f"--user-data-dir={profile}", "about:blank",
            ],
            preexec_fn=placed, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser[0])
        os.close(from_browser[1])
        self._to, self._from = to_browser[1], from_browser[0]
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """The browser's answer to one command."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._tell(json.dumps(message).encode() + b"\0")
        number = self._number
        while True:
            told = self._next()
            if told.get("id") == number:
                if "error" in told:
                    raise AssertionError(f"{method}: {told['error']}")
                return dict(told["result"])
            self.events.append(told)

    def _tell(self, data: bytes) -> None:
        """A message, also one that is longer than a pipe holds."""
        while data:
            data = data[os.write(self._to, data[:60_000]) :]

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._rest:
            ready, *_ = select.select([self._from], [], [], max(0.0, end - time.monotonic()))
            assert ready, "the browser does not answer"
            got = os.read(self._from, 1 << 20)
            assert got, "the browser has gone"
            self._rest += got
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))

    def wait(self, session: str, method: str) -> None:
        """Until the browser has said that of the tab."""
        end = time.monotonic() + PATIENCE
        while not any(one.get("sessionId") == session and one.get("method") == method for one in self.events):
            assert time.monotonic() < end, f"no {method}"
            self.events.append(self._next())

    def close(self) -> None:
        try:
            self.ask("Browser.close")
        except AssertionError:
            self._process.kill()
        self._process.wait(PATIENCE)
        os.close(self._to)
        os.close(self._from)


class Page:
    """One tab, whose network is cut. Everything that it asks of one is written down in `requests`."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = str(browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        self.target = target
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask(
            "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0
        )

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self.browser.ask(method, self.session, **parameters)

    def look(self, width: int = 1280, *, dark: bool = False, forced: bool = False, script: bool = True) -> None:
        """How the next page is shown."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600
        )
        colours, contrast = ("dark" if dark else "light"), ("active" if forced else "none")
        features = ({"name": "prefers-color-scheme", "value": colours}, {"name": "forced-colors", "value": contrast})
        self.ask("Emulation.setEmulatedMedia", features=list(features))
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)

    def before(self, source: str) -> None:
        """Run a script before those of every page that is opened from now on."""
        self.ask("Page.addScriptToEvaluateOnNewDocument", source=source)

    def open(self, path: Path) -> None:
        """Open a file and wait until it is loaded."""
        self.browser.events.clear()
        self.ask("Page.navigate", url=path.resolve().as_uri())
        self.browser.wait(self.session, "Page.loadEventFired")

    def _mine(self) -> list[dict[str, Any]]:
        return [one for one in self.browser.events if one.get("sessionId") == self.session]

    def run(self, source: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        told = self.ask("Runtime.evaluate", expression=source, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """One key, as from a keyboard."""
        common: Mapping[str, Any] = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Words into the field that has the focus."""
        self.ask("Input.insertText", text=text)

    def requests(self) -> list[str]:
        """Every address that the page asked for since it was opened, but its own."""
        asked = [
            str(one["params"]["request"]["url"])
            for one in self._mine()
            if one.get("method") == "Network.requestWillBeSent"
        ]
        return [url for url in asked[1:] if not url.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the browser says of the page: errors of its script, what its policy stopped."""
        logged = [one["params"]["entry"]["text"] for one in self._mine() if one.get("method") == "Log.entryAdded"]
        thrown = [
            one["params"]["exceptionDetails"]["text"]
            for one in self._mine()
            if one.get("method") == "Runtime.exceptionThrown"
        ]
        return [*logged, *thrown]

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """A PNG of the page."""
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def close(self) -> None:
        self.browser.ask("Target.closeTarget", targetId=self.target)


@contextmanager
def browsing(profile: Path) -> Iterator[Page]:
    """A browser with one tab."""
    browser = Browser(profile)
    try:
        yield Page(browser)
    finally:
        browser.close()
