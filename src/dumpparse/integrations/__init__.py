"""dumpparse as a part of other programs; each module needs the program it is named after."""
