"""What a command loads: a library that it does not need costs more time than the command itself."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from timeline.commands import cli

_SCRIPT = """
import sys
from timeline.commands import cli
try:
    cli(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""
HEAVY = {
    "yaml",
    "pydantic",
    "markdown_it",
    "jinja2",
    "babel",
    "shapely",
    "numpy",
    "icalendar",
    "feedgenerator",
    "mkdocs",
    "urllib3",
}


def loaded(*arguments: str | Path) -> set[str]:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *arguments], capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_the_help_loads_no_command_and_no_library() -> None:
    modules = loaded("--help")
    assert HEAVY & modules == set()
    assert {name for name in modules if name.startswith("timeline.commands.")} == set()


@pytest.mark.parametrize("option", [(), ("--format", "json")])
def test_the_check_loads_nothing_that_makes_pages(small_site: Path, option: tuple[str, ...]) -> None:
    modules = loaded("--root", small_site, "check", *option)
    assert "timeline.checks.rules" in modules
    assert {"jinja2", "babel", "shapely", "icalendar", "feedgenerator", "mkdocs", "urllib3"} & modules == set()
    writing = {"timeline.publish.output", "timeline.publish.switch", "timeline.publish.build_lock"}  # which a build loads first
    assert {name for name in modules if name.startswith("timeline.publish.")} <= writing


def test_a_build_that_makes_nothing_new_loads_no_maps_and_no_calendars(small_site: Path) -> None:
    with (small_site / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("site_url: https://example.org/\n")  # calendars need it
    assert "icalendar" in loaded("--root", small_site)
    assert {"shapely", "numpy", "icalendar"} & loaded("--root", small_site) == set()


def test_the_help_lists_what_each_command_says_of_itself() -> None:
    context = click.Context(cli, terminal_width=400)
    commands = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    listed = cli.get_help(context).partition("Commands:\n")[2].splitlines()
    said = [f"{name} {command.get_short_help_str(300)}" for name, command in commands.items() if not command.hidden]
    assert [" ".join(line.split()) for line in listed] == said
