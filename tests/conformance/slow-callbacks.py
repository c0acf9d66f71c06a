# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S61
import asyncio
import time


def blocks():
    time.sleep(0.1)
    print("a callback has blocked")


async def culprit():
    time.sleep(0.15)
    return 7


async def fails():
    time.sleep(0.5)
    raise ValueError("too late")


async def quick():
    time.sleep(0.0625)
    print("just in time")


async def main():
    time.sleep(0.2)
    task = asyncio.create_task(culprit())
    asyncio.get_running_loop().call_soon(blocks)
    print(await task)
    try:
        await asyncio.create_task(fails())
    except ValueError as error:
        print(error)
    await asyncio.create_task(quick())


asyncio.run(main(), debug=True)
