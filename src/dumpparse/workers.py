"""Many inputs by several processes at once, in order; one that takes too long or kills its worker costs its own record alone.

Each worker is given a chunk when it has done the one before, so the only thing in a pipe's way is its reader, and neither end can
wait for the other. Every record is sent as it is done: the first that a dead worker owes is the one it died of.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait

from .inputs import Input, too_big
from .options import Options, Stopped
from .work import Done, lost

_SECONDS = 0.1  # of work in a chunk
_MOST = 256  # inputs in a chunk
_BYTES = 1 << 20  # of text in a chunk, beyond which no further input is put into it
_AHEAD = 64 << 20  # bytes of text and records that may wait for a slow one before them
_COST = 512  # bytes that an input takes besides its text
_STARTS = 5  # failed starts in a row, for each process, with which a batch is given up
_PAUSE = 0.2  # seconds after one: what it failed for, memory or a limit of processes, may pass


def in_order(items: Iterator[Input], options: Options) -> Iterator[tuple[Input, Done]]:
    """Each input with what was done of it, in the order of `items`; `options.jobs` processes, `options.timeout` seconds for each input.

    Memory is bounded: no more is read while much waits for a slow one. Closing the generator ends the workers.
    """
    pool = _Pool(options)
    try:
        yield from pool.run(items)
    finally:
        pool.end()


class _Chunk:
    def __init__(self, items: list[Input]):
        self.items, self.done = items, deque[Done]()
        self.received = self.given = 0
        self.held = sum(map(_size, items))

    def lighten(self) -> None:
        """Give up the largest of what is to be sent. Raises MemoryError where no text is left."""
        at = max(range(self.received, len(self.items)), key=lambda at: _size(self.items[at]))
        if self.items[at].held is None:
            raise MemoryError
        self.items[at] = self.items[at]._replace(held=None, trouble=too_big())


class _Worker:
    """A process with the chunk it works on; it is `ready` for one when it has none and has said that it lives."""

    def __init__(self, options: Options):
        code = f"import sys; sys.path[:] = {sys.path!r}; from dumpparse.worker import main; main()"
        # A group of its own, so that a terminal's Ctrl-C goes to the parent, which ends the workers in order.
        self.process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0)
        assert self.process.stdin
        assert self.process.stdout
        self._to = Connection(os.dup(self.process.stdin.fileno()), readable=False)
        self.results = Connection(os.dup(self.process.stdout.fileno()), writable=False)
        self.process.stdin.close()
        self.process.stdout.close()
        self._options = options
        self.begun = False
        self.chunk: _Chunk | None = None

    @property
    def ready(self) -> bool:
        return self.begun and not self.chunk

    def give(self, chunk: _Chunk) -> bool:
        """Send it what is to be done of a chunk; false where it has died meanwhile."""
        try:
            while True:
                try:
                    self._to.send(chunk.items[chunk.received :])
                    break
                except MemoryError:  # while it was packed: nothing has been sent
                    chunk.lighten()
        except OSError:
            return False
        self.chunk, self.since = chunk, time.monotonic()
        return True

    def receive(self) -> Done | None:
        """The next result, None when it has begun. EOFError or OSError where it died."""
        done = self.results.recv()
        if not self.begun:
            self._to.send(self._options)
            self.begun = True
            return None
        return done

    def kill(self) -> int:
        """End it; its exit code, negative for a signal."""
        self._to.close()
        self.results.close()
        self.process.kill()
        return self.process.wait()


class _Pool:
    def __init__(self, options: Options):
        self._options, self._jobs = options, options.jobs or 1
        self._workers: list[_Worker] = []
        self._order: deque[_Chunk] = deque()  # all that has been read and not given out
        self._waiting: deque[_Chunk] = deque()  # those of them that no worker has
        self._held = 0
        self._failed = 0  # starts of workers in a row that failed
        self._pace = 0.0  # inputs a second of one worker, lately

    def run(self, items: Iterator[Input]) -> Iterator[tuple[Input, Done]]:
        more = True
        while True:
            while more and len(self._waiting) < self._jobs and self._held < _AHEAD:
                more = self._read(items)
            self._hand_out()
            if not self._order:
                return
            for connection in wait([worker.results for worker in self._workers if not worker.ready]):
                self._receive(next(worker for worker in self._workers if worker.results is connection))
            self._hand_out()  # before the results are written, so that nobody waits for that
            yield from self._finished()

    def end(self) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _read(self, items: Iterator[Input]) -> bool:
        """One more chunk; whether there was any."""
        most = max(1, min(_MOST, int(self._pace * _SECONDS)))
        chunk: list[Input] = []
        size = 0
        while len(chunk) < most and size < _BYTES:
            item = next(items, None)
            if item is None:
                break
            chunk.append(item)
            size += _size(item)
        # A large one goes by itself, so that no other is lost to what happens with it.
        for part in (chunk[:-1], chunk[-1:]) if chunk and _size(chunk[-1]) > _BYTES else (chunk,):
            if part:
                self._order.append(_Chunk(part))
                self._waiting.append(self._order[-1])
                self._held += self._order[-1].held
        return bool(chunk)

    def _hand_out(self) -> None:
        for worker in list(self._workers):
            if self._waiting and worker.ready:
                if worker.give(self._waiting[0]):
                    self._waiting.popleft()
                else:
                    self._workers.remove(worker)
                    worker.kill()
        starting = sum(not worker.begun for worker in self._workers)
        for _ in range(min(len(self._waiting) - starting, self._jobs - len(self._workers))):
            try:
                self._workers.append(_Worker(self._options))
            except (OSError, MemoryError) as error:
                self._not_started(f"no worker process can be started ({error or 'not enough memory'})")
                return

    def _receive(self, worker: _Worker) -> None:
        try:
            done = worker.receive()
        except (EOFError, OSError):
            self._bury(worker)
            return
        except MemoryError:  # half of a result has been read, so that nothing more can be
            worker.process.kill()
            self._bury(worker)
            return
        self._failed = 0
        chunk = worker.chunk
        if done and chunk:
            self._add(chunk, done)
            if chunk.received == len(chunk.items):
                spent = time.monotonic() - worker.since
                self._pace = 0.5 * self._pace + 0.5 * min(len(chunk.items) / max(spent, 1e-4), 2 * self._pace + 20)
                worker.chunk = None

    def _bury(self, worker: _Worker) -> None:
        """Note what a worker died of, and give the rest of its chunk to another."""
        self._workers.remove(worker)
        # Its end of the pipe is closed, so it is ending by itself: what it is killed with must not hide how.
        try:
            code = worker.process.wait(10)
        except subprocess.TimeoutExpired:
            code = 0
        worker.kill()
        if not worker.begun:
            self._not_started(f"a worker process ended ({_ended(code)}) before it had begun")
        if not (chunk := worker.chunk):
            return
        item = chunk.items[chunk.received]
        if code == -signal.SIGALRM:
            done = lost(item, self._options, "timeout", f"not done after {self._options.timeout:g} seconds: pass a longer --timeout, or leave it out")
        else:
            why = f"the process that read it ended ({_ended(code)}): see how much memory there is, or leave it out"
            done = lost(item, self._options, "crash", why)
        self._add(chunk, done)
        if chunk.received < len(chunk.items):
            self._waiting.appendleft(chunk)

    def _not_started(self, why: str) -> None:
        """Note that a worker did not start, which may pass. Raises Stopped where it does not."""
        self._failed += 1
        if self._failed >= _STARTS * self._jobs:
            raise Stopped(f"{why}, {self._failed} times in a row: see the error above, and how much memory and how many processes are allowed")
        time.sleep(_PAUSE)

    def _add(self, chunk: _Chunk, done: Done) -> None:
        chunk.done.append(done)
        chunk.received += 1
        chunk.held += len(done.data)
        self._held += len(done.data)

    def _finished(self) -> Iterator[tuple[Input, Done]]:
        while self._order:
            chunk = self._order[0]
            while chunk.done:
                item = chunk.items[chunk.given]
                chunk.given += 1
                yield item, chunk.done.popleft()
            if chunk.given < len(chunk.items):
                return
            self._held -= chunk.held
            self._order.popleft()


def _size(item: Input) -> int:
    held = item.held
    return _COST + (0 if held is None else len(held) if isinstance(held, bytes) else len(held.text))


def _ended(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"
