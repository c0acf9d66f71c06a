# SPDX-License-Identifier: GPL-3.0-or-later
"""code.InteractiveInterpreter, exec and eval inside a task, with top-level await."""
import ast
import asyncio
import code
import inspect

SOURCE = "x = await asyncio.sleep(0, 5)\nprint(x, __name__)"


async def main():
    compiled = compile(SOURCE, "<input>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    print(bool(compiled.co_flags & inspect.CO_COROUTINE))
    await eval(compiled, globals())
    interpreter = code.InteractiveInterpreter({"__name__": "console"})
    interpreter.runsource("1 / 0")
    interpreter.runsource("2 + 2\n")
    await asyncio.sleep(0)
    exec("raise KeyError('in exec')")


asyncio.run(main())
