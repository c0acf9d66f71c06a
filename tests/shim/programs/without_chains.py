# SPDX-License-Identifier: GPL-3.0-or-later
# shim: --no-frames --no-locals
"""A failing program that is watched without chains and without values."""
import asyncio


async def inner(number):
    await asyncio.sleep(0)
    return 1 / number


async def outer(number):
    return await inner(number)


async def main():
    asyncio.get_running_loop().slow_callback_duration = 30
    print(await outer(2))
    async with asyncio.TaskGroup() as group:
        group.create_task(outer(1))
        group.create_task(outer(0))


asyncio.run(main(), debug=True)
