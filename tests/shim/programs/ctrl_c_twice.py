# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT SIGINT
"""A first Ctrl+C that main swallows, and a second that interrupts at once."""
import asyncio


async def main():
    try:
        print("ready", flush=True)
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("not now", asyncio.current_task().uncancel())
    print("ready", flush=True)
    await asyncio.sleep(30)


asyncio.run(main())
