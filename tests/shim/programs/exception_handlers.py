# SPDX-License-Identifier: GPL-3.0-or-later
"""Own exception handlers: what they get, when they fail, the default one."""
import asyncio
import gc


def handler(loop, context):
    print("handler:", context["message"].split(" <")[0], sorted(context),
          repr(context.get("exception")))


def failing(loop, context):
    raise RuntimeError("the handler fails")


async def fails(number):
    raise ValueError(number)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    for choice in (handler, failing, None):
        loop.set_exception_handler(choice)
        loop.call_soon(lambda: 1 / 0)
        task = asyncio.create_task(fails(7))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        gc.collect()
        print(loop.get_exception_handler())
    loop.default_exception_handler({"message": "by hand", "extra": [1, 2]})
    try:
        loop.set_exception_handler("no function")
    except TypeError as error:
        print(error)


asyncio.run(main())
