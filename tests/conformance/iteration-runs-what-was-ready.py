# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S1 S3
import asyncio


def second(text):
    print("second", text)


def first(text):
    print("first", text)
    asyncio.get_running_loop().call_soon(second, text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(first, "a")
    loop.call_soon(first, "b")
    await asyncio.sleep(0)
    print("main, next iteration")
    await asyncio.sleep(0)
    print("main, the one after")


asyncio.run(main())
