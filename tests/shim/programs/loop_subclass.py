# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop class that overrides what a loop does: scheduling, futures, tasks, time."""
import asyncio
import collections
import contextlib


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.counts = collections.Counter()

    def call_soon(self, callback, *args, context=None):
        self.counts["call_soon"] += 1
        return super().call_soon(callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.counts["call_at"] += 1
        return super().call_at(when, callback, *args, context=context)

    def create_future(self):
        self.counts["create_future"] += 1
        return super().create_future()

    def create_task(self, coro, **options):
        self.counts["create_task"] += 1
        return super().create_task(coro, **options)

    def time(self):
        return super().time() + 1000

    def _run_once(self):
        self.counts["_run_once"] += 1
        super()._run_once()


async def child():
    await asyncio.sleep(0.001)
    await asyncio.sleep(0)


async def main():
    await asyncio.gather(child(), child())
    await asyncio.wait_for(child(), 5)


with contextlib.closing(Counting()) as loop:
    loop.run_until_complete(main())
    del loop.counts["_run_once"]        # by how long the machine takes
    print(sorted(loop.counts.items()))
