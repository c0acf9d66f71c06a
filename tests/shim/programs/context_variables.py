# SPDX-License-Identifier: GPL-3.0-or-later
"""Context variables in tasks, callbacks, timers and contexts given by hand."""
import asyncio
import contextvars

name = contextvars.ContextVar("name")


async def child(value):
    before = name.get()
    name.set(value)
    await asyncio.sleep(0)
    return before, name.get()


async def main():
    loop = asyncio.get_running_loop()
    name.set("main")
    print(await asyncio.gather(child("one"), child("two")), name.get())
    context = contextvars.copy_context()
    await asyncio.create_task(child("three"), context=context)
    print(context[name], len(context), name.get())
    done = loop.create_future()
    loop.call_soon(lambda: (print("soon", name.get()), name.set("soon")))
    loop.call_later(0, lambda: print("later", name.get()), context=context)
    done.add_done_callback(lambda f: print("done", name.get()))
    name.set("changed")
    done.add_done_callback(lambda f: print("own", name.get()), context=context)
    loop.call_later(0.001, done.set_result, None)
    await done
    await asyncio.sleep(0.001)
    print(name.get(), [v.name for v in contextvars.copy_context()])


asyncio.run(main())
