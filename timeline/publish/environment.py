"""What all templates have in common, whether they make pages or what feeds hold."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


class Compiled(BytecodeCache):
    """Compiled templates, kept in memory: a preview builds again and again, and compiling takes longer than rendering.

    Jinja compiles a template anew when its text has changed. Environments that write values differently share none.
    """

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before."""
        if known := self._known.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()


def make_environment(folder: Path, written: Callable[[str], str], compiled: Compiled | None = None) -> Environment:
    """Templates of a folder. Each value that one puts out is written by `written`, unless it is `Markup` already."""

    def finalize(value: object) -> Markup | str:
        text = "" if value is None else str(value)
        return value if isinstance(value, Markup) else written(text)

    return Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled,
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
