# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio's Task and Future written in Python, beside those written in C."""
import asyncio
import asyncio.futures
import asyncio.tasks


async def child(number):
    await asyncio.sleep(0)
    if number == 1:
        raise ValueError(number)
    return number


async def main():
    loop = asyncio.get_running_loop()
    python, accelerated = asyncio.tasks._PyTask, asyncio.tasks._CTask
    print(python is accelerated, asyncio.Task.__name__, accelerated.__name__)
    tasks = [python(child(n), loop=loop, name=f"python-{n}") for n in range(3)]
    print(isinstance(tasks[0], asyncio.Task), asyncio.isfuture(tasks[0]))
    print(await asyncio.gather(*tasks, accelerated(child(7), loop=loop),
                               return_exceptions=True))
    future = asyncio.futures._PyFuture(loop=loop)
    loop.call_soon(future.set_result, "python future")
    print(await future)
    future = asyncio.futures._CFuture(loop=loop)
    loop.call_soon(future.set_result, "C future")
    print(await future, asyncio.Future is asyncio.futures._CFuture)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    task = python(asyncio.sleep(30), loop=loop)
    await asyncio.sleep(0)
    print(asyncio.current_task() in asyncio.all_tasks(), task in asyncio.all_tasks())
    task.cancel("stop")
    await asyncio.wait([task])
    print(task.cancelled(), task)


asyncio.run(main())
