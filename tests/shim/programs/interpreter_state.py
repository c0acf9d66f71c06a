# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""The state of the interpreter that a program can ask for: nothing of it is changed."""
import atexit
import builtins
import gc
import locale
import logging
import os
import resource
import signal
import sys
import threading
import warnings

print(sorted(vars(builtins)))
print(sys.flags, sys.warnoptions, sys._xoptions, sys.pycache_prefix)
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.gettrace(), sys.getprofile())
print(sys.get_coroutine_origin_tracking_depth(), sys.get_asyncgen_hooks())
print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__,
      sys.unraisablehook is sys.__unraisablehook__, sys.breakpointhook,
      threading.excepthook is threading.__excepthook__)
print(sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__, sys.stdin is sys.__stdin__)
print([(number.name, signal.getsignal(number)) for number in sorted(signal.valid_signals())
       if isinstance(number, signal.Signals)], signal.set_wakeup_fd(-1))
print(warnings.filters, warnings.showwarning.__module__, warnings.defaultaction)
print(warnings.showwarning is warnings._showwarning_orig, warnings.warn)
print(sys.meta_path, [hook.__class__ for hook in sys.path_hooks], len(sys.path))
print(gc.isenabled(), gc.get_threshold(), gc.callbacks, gc.get_freeze_count())
print([thread.name for thread in threading.enumerate()], threading.active_count(),
      threading.gettrace(), threading.getprofile(), threading.stack_size())
print(sorted(set(os.environ) - {"PWD", "OLDPWD", "_", "SHLVL"}), os.umask(0o22))
print(resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_AS))
print(locale.setlocale(locale.LC_ALL), locale.getpreferredencoding())
print(logging.root.handlers, logging.root.level, logging.getLevelName(30))
print(sys.getfilesystemencoding(), sys.implementation.name, os.getcwd(), sys.exc_info())
print([name for name in ("ps1", "last_type", "tracebacklimit") if hasattr(sys, name)])
print(signal.getitimer(signal.ITIMER_REAL), signal.pthread_sigmask(signal.SIG_BLOCK, []))
