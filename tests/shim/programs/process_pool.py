# SPDX-License-Identifier: GPL-3.0-or-later
"""A process pool that runs functions of __main__."""
import asyncio
import concurrent.futures
import multiprocessing
import os


def work(number):
    if number == 2:
        raise ZeroDivisionError("by hand")
    return number * 2, os.getpid() == parent, __name__


parent = os.getpid()


async def main():
    loop = asyncio.get_running_loop()
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in range(4)]
        for result in await asyncio.gather(*futures, return_exceptions=True):
            print(repr(result), type(getattr(result, "__cause__", None)).__name__)


if __name__ == "__main__":
    asyncio.run(main())
