# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S43
# order: not promised
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    tasks = [asyncio.create_task(child("good", 2)), asyncio.create_task(child("bad", 1))]
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))
    for task in done:
        print(type(task.exception()).__name__)
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))


asyncio.run(main())
