"""The proof of accessibility: checks that say what is wrong with a built page, each in one line.

Comes in: a built site, served, and a browser. Goes out: findings; none when the page keeps what the
guide promises. `sidor` knows the page types, their states and their languages; `sida` what can be
seen in a page as it stands; `lagen` what shows only in another mode (keyboard, zoom, paper …);
`filer` what the files themselves tell; `granska` puts them together. tests/test_granskning*.py run
them, and test_granskning_fel.py shows that they find what is sown.
"""
