# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT SIGINT
"""Ctrl+C while a task blocks the loop in time.sleep: the first only asks."""
import asyncio
import time


async def main():
    print("ready", flush=True)
    try:
        while not asyncio.current_task().cancelling():
            time.sleep(0.01)
        print("slept on")
        print("ready", flush=True)
        time.sleep(30)
    except KeyboardInterrupt:
        print("interrupted")
        raise


asyncio.run(main())
