# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24 S33
# order: not promised
import asyncio

tasks = []


async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("no, thanks")
    await asyncio.sleep(2)
    print("stubborn finished")


async def fails():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError("while it is cancelled")


async def main():
    tasks.append(asyncio.create_task(stubborn()))
    tasks.append(asyncio.create_task(fails()))
    await asyncio.sleep(1)
    return "main's value"


print(asyncio.run(main()))
