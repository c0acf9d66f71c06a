# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S16 S44
# order: not promised
import asyncio


async def child(number):
    await asyncio.sleep(number % 3)
    return number


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(child(number)) for number in range(12)]
    late = asyncio.create_task(child(14))
    await asyncio.sleep(2)
    await asyncio.sleep(0)
    future.set_result("future")
    for step in asyncio.as_completed([late, *tasks[::-1], future]):
        print(await step)


asyncio.run(main())
