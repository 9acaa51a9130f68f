"""Run Lighthouse, from the npm registry, with the installed Chromium: scores, and the audits that cost points."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from page_load import command_of_chromium

PACKAGE = "lighthouse@12.8.2"  # the last that runs on Node 20
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run"


@dataclass(frozen=True)
class Audit:
    """The scores of one page by category, 0 to 100, and each weighted audit without a full score."""

    scores: dict[str, int]
    lost: tuple[str, ...]


def audit(url: str, folder: Path) -> Audit:
    """Audit a page with the defaults of Lighthouse: a simulated telephone on a slow network. Installs it into `folder`."""
    command = folder / "node_modules" / ".bin" / "lighthouse"
    environment = {**os.environ, "CHROME_PATH": command_of_chromium(), "PUPPETEER_SKIP_DOWNLOAD": "1"}
    if not command.exists():
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(install, check=True, env=environment)
    out = folder / "report.json"
    categories = f"--only-categories={','.join(CATEGORIES)}"
    options = ["--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={_FLAGS}", categories]
    subprocess.run([str(command), url, *options], check=True, env=environment, timeout=300)
    return _read(json.loads(out.read_text(encoding="utf-8")))


def _read(report: dict[str, Any]) -> Audit:
    lost = []
    for name, category in report["categories"].items():
        for reference in category["auditRefs"]:
            found = report["audits"][reference["id"]]
            if reference["weight"] and found["score"] is not None and found["score"] < 1:
                shown = f" ({found['displayValue']})" if found.get("displayValue") else ""
                lost.append(f"{name}: {found['title']}{shown}, {found['score']:.2f}")
    return Audit({name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}, tuple(lost))
