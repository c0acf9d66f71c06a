# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGTERM SIGTERM
"""SIGTERM as servers take it: a handler that lets the tasks end; then by exception."""
import asyncio
import signal
import sys


async def serve(stop):
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    print("ready", flush=True)
    await stop.wait()
    loop.remove_signal_handler(signal.SIGTERM)
    print("stopped gracefully")


async def main():
    await serve(asyncio.Event())
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))
    try:
        print("ready", flush=True)
        await asyncio.sleep(30)
    finally:
        print("cleaned up")


asyncio.run(main())
