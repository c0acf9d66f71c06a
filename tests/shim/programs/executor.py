# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in threads by run_in_executor: results, errors, an own executor."""
import asyncio
import concurrent.futures
import threading


def work(number):
    if number == 3:
        raise ValueError(number)
    return number ** 2, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(loop.run_in_executor(None, work, n) for n in range(5)),
                               return_exceptions=True))
    with concurrent.futures.ThreadPoolExecutor(1, "own") as pool:
        names = [await loop.run_in_executor(pool, lambda: threading.current_thread().name)
                 for _ in range(2)]
        print(names)
        print(await asyncio.wrap_future(pool.submit(pow, 2, 10)))
        future = loop.run_in_executor(pool, work, 3)
        done, _ = await asyncio.wait([future])
        print(done.pop().exception())
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, print)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
