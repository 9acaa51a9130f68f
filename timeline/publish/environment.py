"""What all templates have in common, whether they make pages or what feeds hold."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def make_environment(folder: Path, written: Callable[[str], str]) -> Environment:
    """Templates of a folder. Each value that one puts out is written by `written`, unless it is `Markup` already."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else written("" if value is None else str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
