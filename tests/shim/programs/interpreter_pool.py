# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.14
"""A pool of interpreters, each with modules of its own."""
import asyncio
import concurrent.futures
import math


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.InterpreterPoolExecutor(2) as pool:
        futures = [loop.run_in_executor(pool, math.isqrt, n) for n in (4, 9, -1)]
        for result in await asyncio.gather(*futures, return_exceptions=True):
            print(repr(result))
        print(await loop.run_in_executor(pool, exec, "import time; time.sleep(0)"))


asyncio.run(main())
