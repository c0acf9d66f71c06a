# SPDX-License-Identifier: GPL-3.0-or-later
# requires: uvloop
# loop: other
"""A program that brings its own event loop, written in C."""
import asyncio
import uvloop


async def child(number):
    await asyncio.sleep(0.001 * number)
    return number


async def main():
    print(type(asyncio.get_running_loop()).__module__)
    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n)) for n in (3, 1, 2)]
    print([task.result() for task in tasks])
    child_process = await asyncio.create_subprocess_exec("echo", "child")
    print(await child_process.wait())
    raise ValueError("in uvloop")


with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    runner.run(main())
