# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S11
import asyncio


async def child(name):
    print("child", name)


async def main():
    child("A")
    print("A is lost")
    await asyncio.sleep(1)
    await child("B")


asyncio.run(main())
