# SPDX-License-Identifier: GPL-3.0-or-later
"""An asynchronous generator left by break is closed by a task that the loop makes."""
import asyncio


async def count(name):
    number = 0
    try:
        while True:
            yield number
            number += 1
            await asyncio.sleep(0)
    finally:
        task = asyncio.current_task()
        print(name, "closed in", "main" if task is main_task else "another task")


async def main():
    global main_task
    main_task = asyncio.current_task()
    async for number in count("left"):
        if number == 2:
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    kept = count("kept")
    async for number in kept:
        break
    print("end of main", number, kept.ag_running)
    return kept


kept = asyncio.run(main())
print(kept.ag_frame)
