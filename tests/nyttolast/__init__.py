"""Payloads: what an attacker would write, carried through every output in a real Chromium.

laster.py    the payloads, and where one can be carried
falt.py      every text field of a record, found by walking the schema
smittat.py   a program: builds a guide in which every text carries a payload, checks passed by
se.py        what Chromium did and what stands in its pages: run, broken out, carried
utdata.py    the kinds of files that a guide is, and the payloads in those that are no pages
"""
