# SPDX-License-Identifier: GPL-3.0-or-later
"""tracemalloc started by the program: its own lines allocate what they should."""
import asyncio
import tracemalloc


async def main():
    tracemalloc.start(3)
    before = tracemalloc.take_snapshot()
    data = [bytes(1000) for _ in range(100)]
    await asyncio.sleep(0)
    after = tracemalloc.take_snapshot()
    for difference in after.compare_to(before, "lineno"):
        frame = difference.traceback[0]
        if frame.filename == __file__ and difference.size_diff > 50_000:
            print(frame.lineno, difference.count_diff > 90)
    print(len(tracemalloc.get_object_traceback(data[0])), tracemalloc.is_tracing())
    tracemalloc.stop()


asyncio.run(main())
