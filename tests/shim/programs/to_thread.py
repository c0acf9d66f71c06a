# SPDX-License-Identifier: GPL-3.0-or-later
"""to_thread copies the context; its errors keep their traceback."""
import asyncio
import contextvars
import time

name = contextvars.ContextVar("name", default="nobody")


def blocking(seconds):
    time.sleep(seconds)
    name.set("thread")
    return name.get()


def broken():
    return {}["key"]


async def main():
    name.set("main")
    print(await asyncio.to_thread(name.get), await asyncio.to_thread(blocking, 0.01))
    print(name.get())
    task = asyncio.create_task(asyncio.to_thread(blocking, seconds=0.05))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled, but the thread goes on")
    await asyncio.to_thread(broken)


asyncio.run(main())
