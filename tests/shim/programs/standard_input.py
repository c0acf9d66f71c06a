# SPDX-License-Identifier: GPL-3.0-or-later
# stdin: 'Ada\n36\nrest of it\n'
"""input() in a worker thread while other tasks run, sys.stdin afterwards."""
import asyncio
import sys


async def tick(events):
    while not events:
        await asyncio.sleep(0)
    return "ticked"


async def main():
    events = []
    ticking = asyncio.create_task(tick(events))
    name = await asyncio.to_thread(input, "name? ")
    age = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    events.append(age)
    print(name, int(age), await ticking)


asyncio.run(main())
print(sys.stdin.read(), sys.stdin.read() == "", sys.stdin.fileno())
try:
    input("more? ")
except EOFError as error:
    print(error)
