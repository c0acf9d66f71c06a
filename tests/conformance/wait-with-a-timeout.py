# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "finished")


async def main():
    tasks = [asyncio.create_task(child("A", 1)), asyncio.create_task(child("B", 3))]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=2)
    print(len(done), len(pending))


asyncio.run(main())
