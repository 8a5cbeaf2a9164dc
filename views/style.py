"""What Streamlit has no setting for: constant rules and one constant script, never with text of a document."""

import streamlit as st

STYLE = """<style>
:focus-visible { outline: 3px solid #b35900 !important; outline-offset: 2px; }
[data-testid="InputInstructions"] { display: none; }
[data-testid="stText"] { white-space: pre-wrap; overflow-wrap: anywhere; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #4a4f57 !important; opacity: 1; }
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a * { white-space: normal; overflow: visible; }
[data-testid="stPageLink"] a { height: auto; text-decoration: none !important; }
[data-testid="stPageLink"] a p { text-decoration: underline; }
.st-key-menu [data-testid="stPageLink"] a p { text-decoration: none; }
[data-testid="stExpandSidebarButton"] { width: auto; }
[data-testid="stExpandSidebarButton"]::after { content: "Filters"; padding-left: 0.3rem; }
</style>"""

LANGUAGE = "<script>document.documentElement.lang = 'nl';</script>"
"""A screen reader needs to know the language; Streamlit says English whatever the page holds."""


def show_style() -> None:
    """Visible focus, text that wraps, links that look like links, and no English hints."""
    st.html(STYLE)


def set_language() -> None:
    """Tell the browser that the page is in Dutch."""
    st.html(LANGUAGE, unsafe_allow_javascript=True)
