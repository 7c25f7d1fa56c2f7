"""A folder is published into only where nothing of others is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import PublicationError
from plangraph.publication.destination import RECORD, read_record, write_site

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_unchanged_is_not_written_again(tmp_path: Path) -> None:
    write_site(tmp_path / "site", {"a.txt": b"1", "b/c.txt": b"2"}, {})
    before = (tmp_path / "site" / "a.txt").stat().st_mtime_ns

    done = write_site(tmp_path / "site", {"a.txt": b"1", "b/c.txt": b"3"}, {})

    assert (done.written, done.unchanged, done.removed) == (1, 1, 0)
    assert (tmp_path / "site" / "a.txt").stat().st_mtime_ns == before


def test_what_is_no_longer_part_of_the_site_goes_with_its_empty_folder(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.txt": b"1", "b/c.txt": b"2"}, {})

    done = write_site(tmp_path, {"a.txt": b"1"}, {})

    assert done.removed == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", RECORD]


def test_files_of_others_stay(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.txt": b"1", "b.txt": b"2"}, {})
    (tmp_path / "robots.txt").write_text("theirs")
    (tmp_path / "b.txt").write_text("changed by hand")

    done = write_site(tmp_path, {"a.txt": b"1"}, {})

    assert done.kept == ("b.txt",)
    assert (tmp_path / "robots.txt").read_text() == "theirs"
    assert (tmp_path / "b.txt").read_text() == "changed by hand"


def test_a_file_of_others_in_the_place_of_ours_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.txt": b"1"}, {})
    (tmp_path / "b.txt").write_text("theirs")

    with pytest.raises(PublicationError, match=r"b\.txt"):
        write_site(tmp_path, {"a.txt": b"2", "b.txt": b"2"}, {})
    assert (tmp_path / "a.txt").read_bytes() == b"1"


@pytest.mark.parametrize("record", [None, "not JSON"])
def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path, record: str | None) -> None:
    (tmp_path / "theirs.txt").write_text("theirs")
    if record:
        (tmp_path / RECORD).write_text(record)

    with pytest.raises(PublicationError):
        read_record(tmp_path)


def test_a_file_is_no_folder_to_publish_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("theirs")

    with pytest.raises(PublicationError):
        read_record(tmp_path / "file")
