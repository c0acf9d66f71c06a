# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio.all_tasks and current_task from everywhere."""
import asyncio
import threading


async def child():
    await asyncio.sleep(30)


async def main():
    loop = asyncio.get_running_loop()
    tasks = {asyncio.create_task(child(), name=f"c{n}") for n in range(3)}
    print(asyncio.all_tasks() == tasks | {asyncio.current_task()})
    print(type(asyncio.all_tasks()), len(asyncio.all_tasks() & tasks),
          asyncio.all_tasks() - tasks == {asyncio.current_task()})
    loop.call_soon(lambda: print(asyncio.current_task()))
    await asyncio.sleep(0)
    results = []

    def in_thread():
        try:
            asyncio.all_tasks()
        except RuntimeError as error:
            results.append(error)
        results.append(len(asyncio.all_tasks(loop)))
        results.append(asyncio.current_task(loop).get_name())

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    print(results)
    for task in tasks:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.get_name() for task in done | pending), len(asyncio.all_tasks()))
    print(done == tasks, pending, done.pop() in tasks, frozenset(done) < tasks)


asyncio.run(main())
