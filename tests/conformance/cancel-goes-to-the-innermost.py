# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S34
import asyncio


async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        print("inner")


async def middle():
    try:
        await asyncio.create_task(inner())
    finally:
        print("middle")


async def outer():
    try:
        await asyncio.create_task(middle())
    finally:
        print("outer")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
