"""A worker's process: chunks of inputs come in on standard input, what was done of each goes out on standard output."""

import gc
import os
import signal
from multiprocessing.connection import Connection

from .work import work


def main() -> None:
    """Work until there is nothing more to read, which is also how the end of the parent is met.

    The kernel kills the process by SIGALRM when a dump takes longer than its time, whatever it is busy with and whether or not
    the parent lives.
    """
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    gc.set_threshold(100_000, 20, 20)
    come, go = Connection(os.dup(0), writable=False), Connection(os.dup(1), readable=False)
    os.dup2(2, 1)  # what anything prints must not come between the results
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        go.send(None)  # it has begun
        options = come.recv()
        while True:
            for source in come.recv():
                signal.setitimer(signal.ITIMER_REAL, options.timeout or 0)
                done = work(source, options)
                signal.setitimer(signal.ITIMER_REAL, 0)
                go.send(done)
    except (EOFError, OSError, KeyboardInterrupt):
        os._exit(0)
