"""The C of the R package anticlust (MIT) without R: compiled from a checkout of its sources, called by ctypes.

R gives it memory, messages and random numbers; here these are the C library's. What R does around it (repeating an
exchange until nothing changes, the best of several starts) is done the same way below.
"""

import ctypes
import subprocess
import time
from pathlib import Path
from typing import Any

import numpy as np

Ints = np.ndarray[Any, np.dtype[Any]]
Reals = np.ndarray[Any, np.dtype[np.float64]]

R_WORDS = """
#include <stdio.h>
#include <stdlib.h>
#define Rprintf printf
#define GetRNGstate()
#define PutRNGstate()
#define unif_rand drand48
"""
FOR_R_ONLY = "anticlust_init.c"


class Anticlust:
    """Its three searches. All figures are CPU seconds of this process, without what prepares them."""

    def __init__(self, sources: Path, work: Path) -> None:
        for header in ("R.h", "Rinternals.h"):
            (work / header).write_text(R_WORDS, encoding="utf-8")
        library = work / "anticlust.so"
        files = sorted(str(file) for file in (sources / "src").glob("*.c") if file.name != FOR_R_ONLY)
        command = ["gcc", "-O2", "-w", "-std=gnu11", "-shared", "-fPIC", f"-I{work}", *files, "-o", str(library), "-lm"]
        subprocess.run(command, check=True)
        self.c = ctypes.CDLL(str(library))

    def exchange(self, table: Reals, group: Ints, categories: Ints) -> Ints:
        """One pass of exchanges inside the categories (method "exchange")."""
        group = group.astype(np.int32)
        self.c.kmeans_anticlustering(
            _real(table.T.copy()),
            *map(_whole, (len(table), table.shape[1], group.max() + 1)),
            _whole(np.bincount(group)),
            _whole(group),
            _whole(1),
            _whole(categories.max() + 1),
            _whole(np.bincount(categories)),
            _whole(categories),
            _whole(0),
        )
        return group

    def local_maximum(self, table: Reals, starts: Ints, categories: Ints, passes: int) -> tuple[float, float]:
        """At most so many passes from each start, while they help: the best share between, and seconds.

        With passes enough this is the method "local-maximum", with one it is "exchange".
        """
        began = time.process_time()
        best = float("inf")
        for start in starts:
            group, value = start, share(table, start)
            for _pass in range(passes):
                group = self.exchange(table, group, categories)
                before, value = value, share(table, group)
                if value > before - 1e-12:
                    break
            best = min(best, value)
        return best, time.process_time() - began

    def fast(self, table: Reals, start: Ints, partners: Ints) -> tuple[float, float]:
        """One pass of exchanges with given partners (members x partners): fast_anticlustering."""
        group = start.astype(np.int32)
        began = time.process_time()
        self.c.fast_kmeans_anticlustering(
            _real(table.T.copy()),
            *map(_whole, (len(table), table.shape[1], group.max() + 1)),
            _whole(np.bincount(group)),
            _whole(group),
            _whole(partners),
            _whole(partners.shape[1]),
        )
        return share(table, group), time.process_time() - began

    def three_phase(self, distances: Reals, groups: int, iterations: int) -> tuple[float, float]:
        """TPSDP with the package's defaults: the sum of distances inside, and seconds."""
        members = len(distances)
        theta = (1.2, 0.1, 2) if members <= 400 else (2.0, 1.0, 1)
        result, score = np.zeros(members, dtype=np.int32), np.zeros(1)
        began = time.process_time()
        self.c.three_phase_search_dynamic_population_size(
            _real(distances),
            *map(_whole, (members, groups, iterations)),
            _whole(np.full(groups, -1)),
            *map(_whole, (-(-members // groups), members // groups, 15, 0)),
            _real(theta[0]),
            _real(theta[1]),
            _whole(theta[2]),
            _whole(3),
            _real(0.05),
            _whole(result),
            _real(score),
            _whole(0),
        )
        seconds = time.process_time() - began
        return float(distances[result[:, None] == result].sum() / 2), seconds


def share(table: Reals, group: Ints) -> float:
    """The mean share of the features' sums of squares between the groups."""
    sizes = np.bincount(group)
    sums = np.stack([np.bincount(group, column, len(sizes)) for column in table.T])
    return float(((sums**2 / sizes).sum(axis=1) / (table**2).sum(axis=0)).mean())


def _whole(values: Any) -> Any:
    return np.ascontiguousarray(np.atleast_1d(values).astype(np.int32, copy=False)).ctypes.data_as(
        ctypes.POINTER(ctypes.c_int)
    )


def _real(values: Any) -> Any:
    return np.ascontiguousarray(np.atleast_1d(values).astype(np.float64, copy=False)).ctypes.data_as(
        ctypes.POINTER(ctypes.c_double)
    )
