# SPDX-License-Identifier: GPL-3.0-or-later
"""The program reads itself: inspect.getsource, linecache, ast, __doc__, coverage's way."""
import ast
import asyncio
import inspect
import linecache
import sys


class Thing:
    async def method(self):
        return 1


async def main():
    print(inspect.getsource(main).splitlines()[0], inspect.getsourcelines(Thing)[1])
    print(inspect.getfile(Thing) == __file__, inspect.getmodule(Thing).__name__)
    print(linecache.getline(__file__, 2), __doc__)
    print(len(ast.parse(open(__file__).read()).body), sys.modules[__name__].__doc__)
    print(main.__code__.co_filename == __file__, main.__code__.co_firstlineno,
          main.__code__.co_flags)
    print(inspect.getcomments(main), await Thing().method())


# A comment above nothing.
asyncio.run(main())
