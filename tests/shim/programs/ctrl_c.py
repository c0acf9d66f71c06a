# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT
"""Ctrl+C while main sleeps: its cleanup runs, then comes KeyboardInterrupt."""
import asyncio


async def child():
    try:
        await asyncio.sleep(30)
    finally:
        print("child cleaned up")


async def main():
    task = asyncio.create_task(child())
    try:
        await asyncio.sleep(0)
        print("ready", flush=True)
        await asyncio.sleep(30)
    except asyncio.CancelledError as error:
        print("main was cancelled", error.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        print("main cleaned up", task.done())


asyncio.run(main())
