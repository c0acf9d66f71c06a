# SPDX-License-Identifier: GPL-3.0-or-later
"""Coroutines that are never awaited: warnings with the right line."""
import asyncio


async def forgotten(number):
    pass


def make(number):
    return forgotten(number)


async def main():
    forgotten(1)
    coroutine = make(2)
    del coroutine
    await asyncio.sleep(0)
    kept.append(forgotten(3))
    asyncio.sleep(0)


kept = []
asyncio.run(main())
kept.clear()
forgotten(4)
print("end")
