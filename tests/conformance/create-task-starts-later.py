# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S13 S14
import asyncio


async def child():
    print("child runs")
    return "value"


async def main():
    task = asyncio.create_task(child())
    print("made, done is", task.done())
    await asyncio.sleep(0)
    print("an iteration later, done is", task.done())
    print(task.result())


asyncio.run(main())
