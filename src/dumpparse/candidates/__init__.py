"""What a field may be read from, and the traits of each: which of them it is, fields/ asks of what was learned.

Imported for layouts that are not known: the rules alone read the others.
"""
