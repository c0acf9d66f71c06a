# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S41
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    task = asyncio.create_task(child("late", 9))
    asyncio.get_running_loop().call_later(2, task.cancel)
    results = await asyncio.gather(child("good", 1), child("bad", 0), task,
                                   return_exceptions=True)
    print(results[0])
    print(type(results[1]).__name__)
    print(type(results[2]).__name__)


asyncio.run(main())
