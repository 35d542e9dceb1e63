"""An agency's year in parts over a Dask cluster: `on_a_cluster.py shifts.parquet`.

Each part holds whole workers, so parts need nothing of each other and any engine that
maps a function over Arrow tables will do. With Spark, one table per partition:

    def lines(batches):
        table = pa.Table.from_batches(batches)
        yield from unravel_table(table, "glastuinbouw-2025").to_batches()

    shifts.repartition("worker").mapInArrow(lines, schema)

With Ray, after `repartition(n, keys=["worker"])`:

    shifts.map_batches(unravel_table, batch_format="pyarrow", batch_size=None,
                       fn_kwargs={"pack": "glastuinbouw-2025"})
"""

import sys
from functools import partial

import pyarrow as pa
from distributed import Client, as_completed
from pyarrow import parquet

from ontrafelaar.columnar import partitions, unravel_table


def unravel_on(client, table, pack, parts):
    """The pay lines of all parts, in the order in which they come in."""
    work = partial(unravel_table, pack=pack)
    futures = client.map(work, list(partitions(table, parts)), pure=False)
    told = []
    for _, lines in as_completed(futures, with_results=True):
        told.append(lines)
        print(f"{len(told)} van {len(futures)}", file=sys.stderr)
    return pa.concat_tables(told)


def main(source, pack="glastuinbouw-2025", out="lines.parquet"):
    with Client() as client:  # an address instead, for a cluster that is there
        lines = unravel_on(client, parquet.read_table(source), pack, parts=64)
    parquet.write_table(lines, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
