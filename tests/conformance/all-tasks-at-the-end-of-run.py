# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24
import asyncio


async def late():
    for number in range(6):
        print(number, len(asyncio.all_tasks()))
        await asyncio.sleep(0)


async def main():
    global kept
    kept = asyncio.create_task(asyncio.sleep(9))
    kept.add_done_callback(start)
    await asyncio.sleep(0)


def start(task):
    global kept
    kept = asyncio.create_task(late())


asyncio.run(main())
