# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.12
"""sys.monitoring: tools and events of this program."""
import asyncio
import sys

events = sys.monitoring.events
seen = []


def start(code, offset):
    if code.co_filename == __file__:
        seen.append(("start", code.co_name))


def resume(code, offset):
    if code.co_filename == __file__:
        seen.append(("resume", code.co_name))


async def child():
    await asyncio.sleep(0)


async def main():
    await asyncio.create_task(child())


print([sys.monitoring.get_tool(number) for number in range(6)])
for number in range(6):
    sys.monitoring.use_tool_id(number, f"tool {number}")
sys.monitoring.register_callback(3, events.PY_START, start)
sys.monitoring.register_callback(3, events.PY_RESUME, resume)
sys.monitoring.set_events(3, events.PY_START | events.PY_RESUME)
asyncio.run(main())
sys.monitoring.set_events(3, 0)
print(*seen, sep="\n")
