# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S31 S38
# requires: 3.12
import asyncio


async def inner():
    await asyncio.sleep(0)
    return "done"


async def waits(task):
    print("got", await asyncio.wait_for(task, 9))


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(waits(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("inner is done:", task.done())
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), task.result())


asyncio.run(main())
