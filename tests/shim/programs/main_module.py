# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
# args: one 'two three'
"""What __main__ is, and what it contains before anything is defined."""
_names = sorted(vars())
import sys
import __main__

print(_names, __name__, __doc__)
print(__file__, __spec__, __package__, type(__loader__).__name__, __builtins__)
print(sys.argv, sys.path[0] == __file__.rpartition("/")[0], __annotations__ if sys
      .version_info < (3, 14) else {})
print(__main__ is sys.modules["__main__"], vars(__main__) is globals(), __main__)
print(__loader__.name, __loader__.path == __file__, globals().get("__cached__"))
number: int = 4
print(__main__.number, getattr(__main__, "missing", "missing"))
del number
print("juggler_shim" in sys.modules, [name for name in sys.modules if "jug" in name])
print(sys.argv is sys.argv, sys.orig_argv[-2:], sys.executable != "", sys.flags.inspect)
print([entry for entry in sys.path if "shim" in entry])
if __name__ == "__main__":
    print("is main")
