# SPDX-License-Identifier: GPL-3.0-or-later
"""repr of tasks, futures, handles, timers, loops in all their states."""
import asyncio


async def child():
    await asyncio.sleep(30)


def callback(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child(), name="named")
    print(task)
    await asyncio.sleep(0)
    task.add_done_callback(callback)
    print(task, asyncio.current_task())
    task.cancel()
    print(task)
    await asyncio.wait([task])
    print(task)
    future = loop.create_future()
    print(future)
    future.add_done_callback(callback)
    future.add_done_callback(callback)
    print(future)
    future.set_result([1] * 200)
    print(future)
    print(loop, loop.call_soon(callback, 1, "two"), loop.call_soon(callback))
    timer = loop.call_at(10 ** 12, callback, 3)
    print(timer)
    timer.cancel()
    print(timer, asyncio.gather(), asyncio.timeout(None))
    print(asyncio.shield(asyncio.sleep(0)), asyncio.TaskGroup())
    waiting = asyncio.gather(asyncio.create_task(asyncio.sleep(0), name="g"))
    print(waiting)
    await waiting
    print(waiting)


asyncio.run(main())
