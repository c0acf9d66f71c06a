# SPDX-License-Identifier: GPL-3.0-or-later
"""traceback.format_stack and print_stack in tasks, callbacks and at the top."""
import asyncio
import logging
import sys
import traceback


def show(where):
    print(where)
    print("".join(traceback.format_stack()))


async def child():
    await asyncio.sleep(0)
    show("in a child")


async def main():
    show("in main")
    await asyncio.create_task(child())
    asyncio.get_running_loop().call_soon(show, "in a callback")
    await asyncio.sleep(0)
    traceback.print_stack(file=sys.stdout, limit=1)
    await asyncio.to_thread(show, "in a thread")


show("at the top")
asyncio.run(main())
logging.basicConfig(format="%(message)s")
logging.warning("logged", stack_info=True)
