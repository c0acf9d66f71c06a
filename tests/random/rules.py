# SPDX-License-Identifier: GPL-3.0-or-later
"""What descriptions can be made of, and since which CPython it is as it is now."""

# name: the first version with it, and what is left out before
RULES = {
    "wait-for": ((3, 12), "wait_for, which made a task of its own"),
    "gather-done": ((3, 12), "gather of what is done already, which took a turn"),
    "timeouts": ((3, 11, 3), "timeouts, which did not look at the count of cancellations "
                             "at their beginning"),
    "counted-timeouts": ((3, 12), "timeouts in tasks whose cancellation may be pending, "
                                  "which did not look at the count at their beginning"),
    "eager": ((3, 12), "eager tasks"),
    "eager-groups": ((3, 13, 2), "eager children of task groups, which ended within "
                                 "create_task"),
    "as-completed-futures": ((3, 13), "as_completed as an asynchronous iterator"),
    "shutdown": ((3, 13), "Queue.shutdown"),
    "semaphores": ((3, 13), "semaphores, which woke one waiter where two could pass"),
    "uncancel": ((3, 13), "uncancel, which did not take back what was not delivered yet"),
    "cancelled-groups": ((3, 13), "task groups that can fail and be cancelled at once, "
                                  "which took back one request only"),
    "cancelled-conditions": ((3, 13), "conditions and barriers that can be cancelled, "
                                      "which passed no notification on"),
}


def allowed(version):
    """The names of the rules that hold in CPython @version, a tuple."""
    return frozenset(name for name, (since, _) in RULES.items() if version >= since)


def left_out(version):
    """One sentence for each rule that does not."""
    return [f"{what} (needs {'.'.join(map(str, since))})"
            for since, what in RULES.values() if version < since]
