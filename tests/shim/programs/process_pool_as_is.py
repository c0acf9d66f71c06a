# SPDX-License-Identifier: GPL-3.0-or-later
"""A process pool with the start method that this Python prefers."""
import asyncio
import concurrent.futures
import multiprocessing
import sys


def work(number):
    return number * 2, __name__, sys.argv[1:], multiprocessing.current_process().name[:9]


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in range(3)]
        print(*await asyncio.gather(*futures), sep="\n")


if __name__ == "__main__":
    print(multiprocessing.get_start_method())
    asyncio.run(main())
