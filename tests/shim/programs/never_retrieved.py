# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors that nobody asks for: told when the task dies, at the end at the latest."""
import asyncio
import gc


async def fails(number):
    await asyncio.sleep(0)
    raise ValueError(number)


async def main():
    task = asyncio.create_task(fails(1), name="dropped")
    for _ in range(3):
        await asyncio.sleep(0)
    print("done", task.done())
    del task
    gc.collect()
    print("dropped")
    kept = asyncio.create_task(fails(2), name="asked")
    await asyncio.wait([kept])
    print(kept.exception())
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("in a future"))
    del future
    global last
    last = asyncio.create_task(fails(3), name="at exit")
    await asyncio.wait([last])


asyncio.run(main())
print("end")
