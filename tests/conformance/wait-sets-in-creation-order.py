# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43
# order: not promised
import asyncio


async def child(number):
    await asyncio.sleep(number % 3)
    return number


async def main():
    tasks = []
    for number in range(10):
        tasks.append(asyncio.create_task(child(number)))
    tasks.reverse()
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    for task in done:
        print("done", task.result())
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)


asyncio.run(main())
