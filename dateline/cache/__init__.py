"""What need not be done again: results by the fingerprint of all they were made from, and what the last build saw.

Whoever can write into the folder of the cache decides what the next build does, as with the package itself: it is not
to be shared with strangers. A file of it that is broken or gone is made anew.
"""
