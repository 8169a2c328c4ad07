"""A store that may write files writes them into one folder; no statement reaches any other."""

from pathlib import Path

import duckdb
import pytest

from verifier.store.connection import connect


@pytest.mark.parametrize("name", ["plain", "it's", 'a "b"', "日本 *?"])
@pytest.mark.parametrize("stored", [True, False])
def test_files_are_written_into_its_folder_alone(tmp_path: Path, name: str, stored: bool) -> None:
    exports, outside = tmp_path / name, tmp_path / "outside.parquet"
    exports.mkdir()
    with connect(tmp_path / "claims.duckdb" if stored else None, exports=exports) as connection:
        connection.execute("copy (select 1) to $file (format parquet)", {"file": str(exports / "one.parquet")})
        for file in (outside, exports / ".." / "outside.parquet"):
            with pytest.raises(duckdb.PermissionException):
                connection.execute("copy (select 1) to $file (format parquet)", {"file": str(file)})

    assert ["one.parquet"] == [file.name for file in exports.iterdir()]
    assert not outside.exists()


def test_nothing_else_is_read_and_the_settings_stay(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with connect(None, exports=tmp_path / "exports") as connection:
        with pytest.raises(duckdb.PermissionException):
            connection.read_csv(str(tmp_path / "secret.csv"))
        with pytest.raises(duckdb.Error):
            connection.execute("set enable_external_access = true")
