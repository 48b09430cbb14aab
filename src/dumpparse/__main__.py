"""Where the console script and `python -m dumpparse` begin."""

import gc
import signal


def main() -> None:
    """Run the command line. Until it is there to see to Ctrl-C, the signal ends the process, without a traceback of half an import."""
    # Hardly anything here is in a cycle, and looking for cycles while modules and rules are read costs a tenth of a run on one page.
    gc.set_threshold(100_000, 20, 20)
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # a shell lets the jobs in its background ignore it
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from .cli import main as run

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
