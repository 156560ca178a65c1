"""The import contracts bite: each of these trees breaks one, and lint-imports names it."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
MODULES = [
    "__main__",
    "cli",
    "demo",
    "ui.today",
    "report.pdf",
    "charts.timeline",
    "storage.store",
    "interchange.daylio_csv",
    "clock",
    "wording",
    "domain.checkin",
    "catalogue",
    "i18n",
    "paths",
    "preferences",
    "theme",
    "whole_files",
]

LAYERS = "Each layer imports only from the layers below it"
DOMAIN = "The domain imports the standard library and nothing else"
WINDOW = "The window does not know how a journal is stored"
QT = "Only the window imports Qt"
DATABASE = "Only storage speaks to the database"
CHARTS = "Only the charts import matplotlib"
REPORT = "Only the report imports Typst"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A package of empty modules with the names of the real ones, under the real contracts."""
    for module in MODULES:
        path = tmp_path / "journal" / f"{module.replace('.', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.touch()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.read_text())
    return tmp_path


def write(tree: Path, module: str, source: str) -> None:
    (tree / "journal" / f"{module.replace('.', '/')}.py").write_text(source)


def broken_contracts(tree: Path) -> set[str]:
    program = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [program, "--no-cache", "--no-logo"], cwd=tree, capture_output=True, text=True, check=False
    )
    verdicts = [line.rsplit(maxsplit=1) for line in found.stdout.splitlines() if line]
    broken = {name for name, *verdict in verdicts if verdict == ["BROKEN"]}
    assert (found.returncode == 0) == (not broken), found.stdout + found.stderr
    return broken


def lazily(statement: str) -> str:
    return f"def later() -> None:\n    {statement}\n"


def for_types(statement: str) -> str:
    return f"from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    {statement}\n"


def distribution_name(requirement: str) -> str:
    (name,) = re.findall(r"^[\w-]+", requirement)
    return str(name).lower().replace("_", "-")


def test_a_tree_that_keeps_the_rules_passes(tree: Path) -> None:
    write(tree, "ui.today", "from PySide6 import QtWidgets\nfrom journal.domain import checkin\n")
    write(tree, "cli", "from journal.storage import store\nfrom journal.ui import today\n")
    write(tree, "storage.store", "import sqlalchemy, sqlcipher3, alembic\n")
    write(tree, "charts.timeline", "import matplotlib.figure\n")
    write(tree, "report.pdf", "import typst\nfrom journal.charts import timeline\n")

    assert broken_contracts(tree) == set()


@pytest.mark.parametrize(
    ("module", "source", "broken"),
    [
        ("domain.checkin", lazily("from journal import wording"), {LAYERS}),
        ("i18n", for_types("from journal import theme"), {LAYERS}),
        ("charts.timeline", for_types("from journal.storage import store"), {LAYERS}),
        ("unheard_of", "", {LAYERS}),
        ("domain.checkin", lazily("import numpy"), {DOMAIN}),
        ("domain.checkin", for_types("from journal import paths"), {DOMAIN}),
        ("ui.today", for_types("from journal.storage.store import Store"), {WINDOW}),
        ("ui.today", lazily("import sqlalchemy.exc"), {DATABASE}),
        ("theme", for_types("from PySide6.QtGui import QColor"), {QT}),
        ("interchange.daylio_csv", lazily("import sqlalchemy"), {DATABASE}),
        ("report.pdf", lazily("import matplotlib.figure"), {CHARTS}),
        ("cli", lazily("import typst"), {REPORT}),
    ],
)
def test_a_forbidden_import_is_found(
    tree: Path, module: str, source: str, broken: set[str]
) -> None:
    write(tree, module, source)

    assert broken_contracts(tree) == broken


def test_the_window_may_not_reach_storage_through_another_package(tree: Path) -> None:
    write(tree, "ui.today", "from journal.report import pdf\n")
    write(tree, "report.pdf", lazily("from journal.storage import store"))

    assert broken_contracts(tree) == {WINDOW}


def test_the_domain_contract_names_every_dependency() -> None:
    pyproject = tomllib.loads(PYPROJECT.read_text())
    (contract,) = [c for c in pyproject["tool"]["importlinter"]["contracts"] if c["name"] == DOMAIN]
    dependencies = {distribution_name(line) for line in pyproject["project"]["dependencies"]}
    named = {
        distribution_name(distribution)
        for module in contract["forbidden_modules"]
        for distribution in packages_distributions().get(module, [])
    }

    assert dependencies <= named
