# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -X dev -W error
"""A clean program in development mode, where every warning would be an error."""
import asyncio
import warnings


async def child(queue):
    return await queue.get()


async def main():
    asyncio.get_running_loop().slow_callback_duration = 30
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child(queue))
        await queue.put("item")
    print(task.result(), await asyncio.to_thread(len, "four"))
    async with asyncio.timeout(5):
        child_process = await asyncio.create_subprocess_exec("true")
        print(await child_process.wait())


asyncio.run(main())
print([entry[0] for entry in warnings.filters][:2])
