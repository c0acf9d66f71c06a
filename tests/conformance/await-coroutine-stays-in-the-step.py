# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S12 S13
import asyncio


async def plain(number):
    print("plain", number)
    return number + 1


async def other():
    print("other runs")


async def main():
    task = asyncio.create_task(other())
    number = await plain(1)
    number = await plain(number)
    print("main still has the floor", number)
    await task
    print("main ends")


asyncio.run(main())
