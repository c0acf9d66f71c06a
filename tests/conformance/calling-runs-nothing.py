# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S11 S12
import asyncio


async def child(name):
    print("child", name)
    await asyncio.sleep(1)
    return name


async def main():
    coroutine = child("A")
    print("called, not started")
    await asyncio.sleep(2)
    print(await coroutine)


asyncio.run(main())
