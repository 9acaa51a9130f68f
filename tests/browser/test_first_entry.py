"""From the wheel to a first own entry on the screen, as the README of a new project says it."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from support.preview import Preview
from support.wheel import run_outside as run

ARTICLE = """\
---
title: Lighthouse is lit again
publisher: Example Times
url: https://example.org/lighthouse
published: 2026-06-05
language: en
text: brief
events:
  lighthouse-lit:
    title: The lighthouse is lit again
---

[The lighthouse was lit [on Thursday]{.when}, after two dark years]{event=lighthouse-lit}.
"""


def test_a_first_entry(installed: Path, browser: Browser, tmp_path: Path) -> None:
    made = run(installed / "dateline", "init", "harbour", "--name", "The harbour", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    root = tmp_path / "harbour"
    preview = Preview(root, installed / "dateline", "serve", option="--address")
    try:
        preview.wait_until(preview.builds, 60, "the first build")
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        faults: list[str] = []
        page.on("request", lambda asked: asked.url.startswith((preview.address, "data:")) or faults.append(asked.url))
        page.on("response", lambda answer: answer.status < 400 or faults.append(f"{answer.status} {answer.url}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(preview.address)
        expect(page.locator("h1").first).to_contain_text("The harbour")
        expect(page.locator("main")).to_contain_text("The example bridge is opened")
        page.goto(f"{preview.address}/timeline/2026/06/")  # not there yet
        faults.clear()

        (root / "content/articles/2026/times-lighthouse.md").write_text(ARTICLE)
        preview.wait_until(lambda: preview.builds() > 1, 60, "the build after the edit")
        page.goto(f"{preview.address}/timeline/entries/lighthouse-lit/")
        expect(page.locator("h1").first).to_have_text("The lighthouse is lit again")
        expect(page.locator("main")).to_contain_text("4 June 2026")
        expect(page.locator("main")).to_contain_text("after two dark years")
        page.goto(preview.address)
        expect(page.locator("main")).to_contain_text("The lighthouse is lit again")
        context.close()
        assert faults == []
    finally:
        preview.stop()
