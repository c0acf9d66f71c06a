# SPDX-License-Identifier: GPL-3.0-or-later
"""gc: callbacks, thresholds, cycles of tasks, what a collection finds."""
import asyncio
import gc


class Node:
    pass


async def child(node):
    node.task = asyncio.current_task()
    await asyncio.sleep(0)


async def main():
    seen = []
    gc.callbacks.append(lambda phase, info: seen.append(phase))
    task = asyncio.create_task(child(Node()))
    await task
    del task
    gc.collect()
    print(seen[:2], len(gc.callbacks))
    gc.callbacks.clear()
    print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.garbage)
    print([type(thing).__name__ for thing in gc.get_objects()
           if isinstance(thing, Node)])


print(gc.callbacks, gc.get_freeze_count())
gc.disable()
asyncio.run(main())
