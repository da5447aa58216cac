"""How fast the guide is built, and what it weighs: python3 guiden.py prestanda

poster.py ──records──> kor.py ──the real build, in a process of its own──> __main__.py ──> tables
                       barn.py, klocka.py: the same build, step by step
                       jamfor.py: the same site by hugo/ and eleventy/
                       budget.py: are the figures within tests/budget.json?

poster.py makes as many realistic records as one likes, the same bytes everywhere (fraser.py,
texter.py, kontakter.py, delar.py, slaktskap.py; chance from slump.py, YAML by skriv.py).
"""
