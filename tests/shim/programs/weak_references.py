# SPDX-License-Identifier: GPL-3.0-or-later
"""When tasks, futures, arguments and results die."""
import asyncio
import gc
import weakref


class Thing:
    pass


def watch(thing, name):
    weakref.finalize(thing, print, name, "died")
    return thing


async def child(thing):
    await asyncio.sleep(0)
    return watch(Thing(), "result")


async def main():
    loop = asyncio.get_running_loop()
    task = watch(asyncio.create_task(child(watch(Thing(), "argument"))), "task")
    await asyncio.sleep(0)
    print("suspended")
    result = await task
    print("awaited")
    del task
    print("task deleted")
    del result
    print("result deleted")
    future = watch(loop.create_future(), "future")
    future.set_result(watch(Thing(), "value"))
    del future
    print("future deleted")
    timer = loop.call_later(30, print, watch(Thing(), "timer's argument"))
    timer.cancel()
    print("timer cancelled")
    del timer
    task = watch(asyncio.create_task(fails(watch(Thing(), "local of a frame"))), "failed")
    await asyncio.wait([task])
    print("failed")
    task.exception()
    del task
    print("failed task deleted")
    lock = watch(asyncio.Lock(), "lock")
    async with lock:
        pass
    del lock
    print("lock deleted", len(asyncio.all_tasks()))


async def fails(thing):
    await asyncio.sleep(0)
    raise ValueError(4)


gc.disable()
asyncio.run(main())
