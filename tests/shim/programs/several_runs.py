# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio.run many times, with failures between; each has a new loop."""
import asyncio


async def work(number):
    asyncio.get_running_loop().slow_callback_duration = 30
    await asyncio.sleep(0)
    left = asyncio.create_task(asyncio.sleep(30))
    left.add_done_callback(lambda task: print("left", task.cancelled()))
    if number == 2:
        raise ValueError(number)
    return number


loops = set()
for number in range(4):
    try:
        print(asyncio.run(work(number), debug=number == 3))
    except ValueError as error:
        print("failed", error)
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)


async def nested():
    coroutine = work(0)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    finally:
        coroutine.close()

asyncio.run(nested())
print(asyncio.run(asyncio.wait_for(asyncio.sleep(0, "result"), 1)))
