"""An agency in parts on an engine that is there already: the same lines."""

import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ontrafelaar import Facts, PackError, Shift, packs, unravel
from ontrafelaar.clock import at

pa = pytest.importorskip("pyarrow")
pytest.importorskip("numpy")
distributed = pytest.importorskip("distributed")

from ontrafelaar.columnar import partitions, unravel_table  # noqa: E402

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from on_a_cluster import unravel_on  # noqa: E402

CONTRACTS = (None, "24:00", "38:00")
NAMES = ("glastuinbouw-2025", "beroepsgoederenvervoer-2026", "schoonmaak-2024")


@pytest.fixture(scope="module")
def agency():
    """Forty workers over four weeks around the night that the clock goes forward."""
    chance = random.Random(5)
    rows = []
    for worker in range(40):
        for day in sorted(chance.sample(range(28), 18)):
            start = at(date(2026, 3, 9), day * 1440 + chance.randrange(20, 80) * 15)
            rows.append(
                {
                    "worker": f"w{worker}",
                    "start": start,
                    "end": start + chance.randrange(8, 40) * 15,
                    "break": chance.choice((None, 0, 30, 45)),
                    "contract": CONTRACTS[worker % 3],
                }
            )
    chance.shuffle(rows)
    return rows


@pytest.fixture(scope="module")
def cluster():
    """One worker in this process: the scheduler and the messages are the real ones."""
    with (
        distributed.LocalCluster(
            n_workers=1,
            threads_per_worker=2,
            processes=False,
            dashboard_address=None,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def by_scalar(rows, pack):
    found = Counter()
    for worker in sorted({row["worker"] for row in rows}):
        own = [(n, row) for n, row in enumerate(rows) if row["worker"] == worker]
        hours = own[0][1]["contract"]
        outcome = unravel(
            [Shift(n, row["start"], row["end"], row["break"]) for n, row in own],
            pack,
            facts=Facts(contract=hours and int(hours[:2]) * 60),
        )
        for one in outcome.segments:
            told = "?" if one.percent is None else str(one.percent)
            found[worker, one.key, told, "+".join(one.rules)] += one.minutes
    return found


def by_table(lines):
    found = Counter()
    for row in lines.to_pylist():
        name = row["worker"], row["shift"], row["percent"], row["rules"]
        found[name] += row["minutes"]
    return found


def by_worker(found):
    """In a part its rows are numbered anew: told without the shift."""
    whole = Counter()
    for (worker, _, percent, rules), minutes in found.items():
        whole[worker, percent, rules] += minutes
    assert len({worker for worker, _, _ in whole}) == 40
    return whole


@pytest.mark.parametrize("name", NAMES)
def test_parts_on_dask_pay_as_the_scalar_engine_does(agency, cluster, name, capsys):
    pack = next(pack for pack in packs() if pack.file == f"{name}.toml")
    lines = unravel_on(cluster, pa.Table.from_pylist(agency), name, parts=6)
    assert by_worker(by_table(lines)) == by_worker(by_scalar(agency, pack))
    assert "6 van 6" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES)
def test_one_table_pays_as_the_scalar_engine_does_shift_by_shift(agency, name):
    pack = next(pack for pack in packs() if pack.file == f"{name}.toml")
    table = pa.Table.from_pylist(agency)
    assert by_table(unravel_table(table, pack)) == by_scalar(agency, pack)


def test_moments_in_a_zone_are_read_as_they_are(agency):
    table = pa.Table.from_pylist(agency)
    moments = {
        name: pa.array([m * 60 for m in table[name].to_pylist()]).cast(
            pa.timestamp("s", "Europe/Amsterdam")
        )
        for name in ("start", "end")
    }
    zoned = pa.table(
        {**{n: table[n] for n in ("worker", "break", "contract")}, **moments}
    )
    name = NAMES[0]
    assert by_table(unravel_table(zoned, name)) == by_table(unravel_table(table, name))
    bare = zoned.set_column(3, "start", zoned["start"].cast(pa.timestamp("s")))
    with pytest.raises(ValueError, match="tijdzone"):
        unravel_table(bare, name)


def test_no_worker_stands_in_two_parts(agency):
    parts = [
        set(p["worker"].to_pylist())
        for p in partitions(pa.table({"worker": [row["worker"] for row in agency]}), 6)
    ]
    assert len(parts) == 6
    assert sum(len(part) for part in parts) == 40


def test_a_cao_of_more_versions_asks_for_one(agency):
    with pytest.raises(PackError, match="beroepsgoederenvervoer-2024"):
        unravel_table(pa.Table.from_pylist(agency), "beroepsgoederenvervoer")
