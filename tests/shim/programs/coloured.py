# SPDX-License-Identifier: GPL-3.0-or-later
# env: FORCE_COLOR=1
"""Tracebacks in colour: of a task, of a group and of the program."""
import asyncio
import sys
import traceback


async def fails(number):
    await asyncio.sleep(0)
    raise ValueError(number)


async def main():
    task = asyncio.create_task(fails(1))
    await asyncio.wait([task])
    traceback.print_exception(task.exception(), file=sys.stdout)
    task.print_stack()
    del task
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(2))
        group.create_task(fails(3))


asyncio.run(main())
