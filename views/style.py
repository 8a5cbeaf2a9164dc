"""What Streamlit has no setting for: constant rules and one constant script, never with text of a document."""

import streamlit as st

STYLE = """<style>
:focus-visible { outline: 3px solid #b35900 !important; outline-offset: 2px; }
[data-testid="stMultiSelect"] input:focus-visible { outline: none !important; }
.react-aria-ComboBox:focus-within { outline: 3px solid #b35900; outline-offset: 2px; border-radius: 0.5rem; }
[data-testid="InputInstructions"] { display: none; }
[data-testid="stText"] { white-space: pre-wrap; overflow-wrap: anywhere; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #4a4f57 !important; opacity: 1; }
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a * { white-space: normal; overflow: visible; }
[data-testid="stPageLink"] a { height: auto; text-decoration: none !important; }
[data-testid="stPageLink"] a p { text-decoration: underline; }
.st-key-menu [data-testid="stPageLink"] a p { text-decoration: none; }
[data-testid="stExpandSidebarButton"] { width: auto; }
[data-testid="stExpandSidebarButton"]::after { content: "Filters"; padding-left: 0.3rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stCode"] pre { padding-right: 3.5rem; }
[data-testid="stCode"] > div { visibility: visible !important; opacity: 1 !important; }
@media (max-width: 50rem) {
  [data-testid="stHorizontalBlock"]:has(.st-key-picture) { flex-direction: column-reverse; }
}
@media (min-width: 50rem) {
  [data-testid="stColumn"]:has(.st-key-picture) > div { position: sticky; top: 1rem; }
  .st-key-picture img { max-height: calc(100vh - 3rem); width: auto !important; max-width: 100%; }
}
</style>"""

LANGUAGE = """<script>
document.documentElement.lang = 'nl';
if (!window.speerpuntLabels) {
  const dutch = {'Copy to clipboard': 'Kopieer', 'Clear value': 'Wis', 'Close': 'Sluit', 'Sidebar': 'Filters',
    'file upload': 'Bestanden', 'Selected values': 'Gekozen', 'Running...': 'Bezig'};
  window.speerpuntLabels = () => {
    document.querySelectorAll('[aria-label]').forEach(element => {
      const label = dutch[element.getAttribute('aria-label')];
      if (label) element.setAttribute('aria-label', label);
    });
    document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button p').forEach(words => {
      if (words.textContent === 'Upload') words.firstChild.nodeValue = 'Kies bestanden';
    });
  };
  new MutationObserver(window.speerpuntLabels).observe(document.body, {childList: true, subtree: true});
}
window.speerpuntLabels();
</script>"""
"""A screen reader needs to know the language, and to read Dutch: Streamlit says and labels all in English."""

_TO_TOP = "document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 0)"
_TO_MARK = """let tries = 0; const wait = setInterval(() => {
const mark = document.querySelector('[data-testid="stHtml"] mark');
if (mark && window.innerWidth >= 800) mark.scrollIntoView({block: 'center'});
if (mark || ++tries > 30) clearInterval(wait); }, 100)"""


def show_style() -> None:
    """Visible focus, text that wraps, links that look like links, and no English hints."""
    st.html(STYLE)


def set_language() -> None:
    """Tell the browser that the page is in Dutch."""
    st.html(LANGUAGE, unsafe_allow_javascript=True)


def scroll_to_top(sheet: int) -> None:
    """Begin a sheet at its top: a browser stays where the link to it was."""
    st.html(f"<script>/* {int(sheet)} */ {_TO_TOP}</script>", unsafe_allow_javascript=True)


def scroll_to_mark(start: int, end: int) -> None:
    """Bring the marked passage into view, on a screen that is wide enough to have the page beside it."""
    st.html(f"<script>/* {int(start)} {int(end)} */ {_TO_MARK}</script>", unsafe_allow_javascript=True)
