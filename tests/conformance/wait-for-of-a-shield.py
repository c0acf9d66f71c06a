# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S38 S39
# requires: 3.12
import asyncio


async def child():
    await asyncio.sleep(2)
    return "done"


async def main():
    task = asyncio.create_task(child())
    shielded = asyncio.shield(task)
    try:
        await asyncio.wait_for(shielded, 0)
    except TimeoutError:
        print("at once", task.done(), shielded.cancelled())
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("after a second", task.done())
    print(await asyncio.wait_for(asyncio.shield(task), None))
    print(await asyncio.wait_for(asyncio.shield(task), 0))


asyncio.run(main())
