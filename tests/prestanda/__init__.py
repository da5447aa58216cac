"""How fast the guide is built, and what it weighs: python -m tests.prestanda

poster.py makes as many realistic records as one likes, the same bytes everywhere.
"""
