# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Processes that are spawned: they import this program again, as __mp_main__."""
import asyncio
import multiprocessing
import sys

print("imported as", __name__, len(sys.argv), flush=True)


def work(queue, number):
    async def inner():
        await asyncio.sleep(0)
        return number * 10
    queue.put((asyncio.run(inner()), __name__, sys.argv[0] == sys.modules[
        "__main__"].__dict__.get("__file__", sys.argv[0])))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=work, args=(queue, 4))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)
