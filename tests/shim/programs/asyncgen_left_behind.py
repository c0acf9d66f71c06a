# SPDX-License-Identifier: GPL-3.0-or-later
"""Asynchronous generators that misbehave when the run shuts them down."""
import asyncio
import sys


async def awaits_forever():
    try:
        yield 1
    finally:
        print("closing")
        raise RuntimeError("while closing")


async def yields_again():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    global kept
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter.__qualname__, hooks.finalizer.__qualname__)
    kept = [awaits_forever(), yields_again()]
    for generator in kept[:1]:
        print(await anext(generator))
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(context["message"], repr(context["exception"])))


asyncio.run(main())
print(sys.get_asyncgen_hooks())
