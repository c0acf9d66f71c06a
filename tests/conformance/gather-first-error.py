# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S41
import asyncio


async def fails(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "fails")
    raise ValueError(name)


async def works():
    await asyncio.sleep(3)
    print("works goes on")


async def main():
    try:
        await asyncio.gather(fails("A", 2), works(), fails("B", 1))
    except ValueError as error:
        print("main sees", error.args[0])
    await asyncio.sleep(5)
    print("main ends")


asyncio.run(main())
