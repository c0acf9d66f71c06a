# SPDX-License-Identifier: GPL-3.0-or-later
"""Own filters, recorded warnings, an own showwarning: never awaited, deprecated."""
import asyncio
import gc
import warnings


async def forgotten():
    pass


def show(message, category, filename, line, file=None, text=None):
    print("shown:", category.__name__, message, line)


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        gc.collect()
        warnings.warn("by hand", stacklevel=2)
        print([(str(w.message), w.filename.rpartition("/")[2]) for w in caught])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            warnings.warn("as an error", ResourceWarning)
        except ResourceWarning as error:
            print(repr(error))
        forgotten()         # cannot be raised, so it is only reported
    warnings.showwarning = show
    warnings.warn("own function")
    forgotten()


filters = list(warnings.filters)
print([(entry[0], entry[2].__name__, entry[3]) for entry in filters])
asyncio.run(main())
print(filters == warnings.filters)
for level in (1, 2, 3):
    warnings.warn(f"level {level}", stacklevel=level)
