# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Coroutines driven without any event loop, by send and throw."""
import inspect
import types


@types.coroutine
def ask(question):
    return (yield question)


async def talk():
    name = await ask("name")
    try:
        age = await ask(f"age of {name}")
    except ValueError as error:
        age = f"unknown, {error}"
    return name, age


coroutine = talk()
print(inspect.getcoroutinestate(coroutine), coroutine.send(None))
print(inspect.getcoroutinestate(coroutine), coroutine.send("Ada"))
print(coroutine.cr_await is not None, coroutine.cr_frame.f_lineno)
try:
    coroutine.throw(ValueError("too rude"))
except StopIteration as stop:
    print(stop.value)
print(inspect.getcoroutinestate(coroutine))
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
