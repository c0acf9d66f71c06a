# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop in each of four threads at once, and one in the main thread."""
import asyncio
import threading

results = {}


async def count(name):
    total = 0
    for number in range(50):
        await asyncio.sleep(0)
        total += number
    return name, total, len(asyncio.all_tasks())


def run(name):
    results[name] = asyncio.run(count(name))


threads = [threading.Thread(target=run, args=(f"t{n}",)) for n in range(4)]
for thread in threads:
    thread.start()
run("main")
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
