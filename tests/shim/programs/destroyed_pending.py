# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks that die while they wait: in the middle of a run, and with their loop."""
import asyncio
import gc


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    task = asyncio.create_task(waits(), name="lost")
    await asyncio.sleep(0)
    del task
    gc.collect()
    print("after the collection", len(asyncio.all_tasks()))


asyncio.run(main())
loop = asyncio.new_event_loop()
task = loop.create_task(waits(), name="never finished")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
del task
gc.collect()
print("end")
