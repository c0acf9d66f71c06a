# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGTERM
"""SIGTERM ends the program at once: nothing is flushed, nothing is cleaned up."""
import asyncio
import atexit

atexit.register(print, "never said")


async def main():
    print("ready", flush=True)
    print("never flushed")
    try:
        await asyncio.sleep(30)
    finally:
        print("never reached")


asyncio.run(main())
