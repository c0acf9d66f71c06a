# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43
# order: not promised
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    if name == "bad":
        raise ValueError(name)


async def main():
    tasks = [asyncio.create_task(child("good", 1)), asyncio.create_task(child("bad", 2)),
             asyncio.create_task(child("late", 3))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in done:
        print(type(task.exception()).__name__)
    print(len(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))


asyncio.run(main())
