"""Every page type in every state, language, theme and width. Takes half an hour; by night.

`python -m tests.granskning` runs the same and writes the figures of the accessibility statement.
"""

from typing import Any

import pytest

from tests.granskning.granska import PLAIN, audit
from tests.granskning.sidor import View, everything

pytestmark = pytest.mark.bevis


@pytest.mark.parametrize(("view", "prefix", "theme", "width"), [
    pytest.param(*each, id=f"{each[0].kind}-{each[1].strip('/') or 'sv'}-{each[2]}-{each[3]}")
    for each in everything()])  # fmt: skip
def test_a_page_has_no_fault_in_any_look(
        new_page: Any, server: str, view: View, prefix: str, theme: str, width: int):
    found = audit(new_page, server, view, prefix, theme, width, whole=(theme, width) == PLAIN)
    assert not found, "\n".join(found)
