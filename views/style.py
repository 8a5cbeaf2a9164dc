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
[data-testid="stPageLink"] a:not(.st-key-menu *) { padding-left: 0; background: none; }
[data-testid="stPageLink"] a:not(.st-key-menu *) * { font-weight: 400; }
.st-key-menu [data-testid="stPageLink"] a p { text-decoration: none; }
[data-testid="stExpandSidebarButton"] { width: auto; }
[data-testid="stExpandSidebarButton"]::after { content: "Filters"; padding-left: 0.3rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileChip"] [role="alert"] { position: static !important; margin: 0 !important; font-weight: 600;
  width: auto !important; height: auto !important; overflow: visible !important; white-space: normal !important;
  clip: auto !important; clip-path: none !important; }
[data-testid="stFileChip"]:has([role="alert"]) { flex-wrap: wrap; max-width: 100%; width: auto; height: auto; }
[data-testid="stCode"] pre { padding-right: 3.5rem; }
[data-testid="stCode"] > div { visibility: visible !important; opacity: 1 !important; }
@media (max-width: 50rem) {
  [data-testid="stMainBlockContainer"] { padding-top: 3.5rem; }
  .st-key-menu { gap: 0.2rem; }
  [data-testid="stHtml"] th[scope="row"] { font-size: 0.8rem; }
  [data-testid="stHorizontalBlock"]:has(.st-key-picture) { flex-direction: column-reverse; }
}
@media (min-width: 50rem) {
  .narrow-only { display: none; }
  [data-testid="stColumn"]:has(.st-key-picture) > div { position: sticky; top: 1rem; height: auto; }
  .st-key-picture img { max-height: calc(100vh - 3rem); width: auto !important; max-width: 100%; }
}
</style>"""

LANGUAGE = """<script>
document.documentElement.lang = 'nl';
if (!window.speerpuntDutch) {
  const dutch = {'Copy to clipboard': 'Kopieer', 'Clear value': 'Wis', 'Clear all': 'Wis alles', 'Close': 'Sluit',
    'Open': 'Open de lijst', 'Sidebar': 'Filters', 'Collapse sidebar': 'Filters dicht', 'file upload': 'Bestanden',
    'Add files': 'Voeg bestanden toe', 'Selected values': 'Gekozen', 'Running...': 'Bezig', 'Fullscreen': 'Vergroot',
    'Close fullscreen': 'Verklein', 'Show data': 'Toon de cijfers', 'Show chart': 'Toon de grafiek',
    'Download as PNG': 'Bewaar als plaatje', 'Download as CSV': 'Bewaar als CSV', 'Search': 'Zoek',
    'Copy Vega-Lite spec': 'Kopieer de grafiek als code', 'Choose an option': 'Kies', 'Choose options': 'Kies',
    'No results': 'Niets gevonden', 'No options to select': 'Niets te kiezen', 'Skip to main content': 'Naar de inhoud',
    'Error:': 'Fout: ', 'Upload': 'Kies bestanden', 'Browse files': 'Kies bestanden',
    'Connection error': 'Geen verbinding'};
  const patterns = [[/^Remove (.*)$/, 'Haal weg: $1'], [/^Fullscreen: (.*)$/, 'Vergroot: $1'],
    [/^1 option available\\.?$/, '1 keuze.'], [/^(\\d+) options available\\.?$/, '$1 keuzes.'],
    [/^.* files are not allowed\\.$/, 'Dit soort bestand kan Speerpunt niet lezen.'],
    [/^File must be (\\d+)\\.0MB or smaller\\.$/, 'Een bestand mag hoogstens $1 MB zijn.'],
    [/^File must be (.*) or smaller\\.$/, 'Een bestand mag hoogstens $1 zijn.']];
  const said = words => dutch[words] ||
    patterns.reduce((found, [english, own]) => found || (english.test(words) ? words.replace(english, own) : ''), '');
  const places = '[data-testid="stFileUploader"], [data-live-announcer], [data-testid="stTooltipContent"], ' +
    '[data-testid="stElementToolbar"], [role="listbox"], [data-baseweb="popover"], .react-aria-Popover, ' +
    '[data-testid="stAppSkipLink"], a[href^="#"], [role="status"], [role="tooltip"]';
  window.speerpuntDutch = () => {
    for (const link of document.querySelectorAll('[data-testid="stPageLink-NavLink"]')) {
      const address = link.getAttribute('href') || '';
      if (!address || address.startsWith('?')) link.setAttribute('href', './' + address);
    }
    for (const link of document.querySelectorAll('.st-key-menu a'))
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    for (const name of ['aria-label', 'title', 'placeholder'])
      document.querySelectorAll('[' + name + ']').forEach(element => {
        const own = said(element.getAttribute(name));
        if (own) element.setAttribute(name, own);
      });
    document.querySelectorAll(places).forEach(place => {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const own = said(node.nodeValue.trim());
        if (own) node.nodeValue = own;
      }
    });
  };
  const fields = place => [...place.querySelectorAll('a[href], button, input, textarea')].filter(field =>
    field.tabIndex >= 0 && field.offsetParent && !field.disabled);
  let unfolded = null, button = null, used = true;
  const enter = () => {
    const body = document.querySelector('[data-testid="stPopoverBody"]');
    if (body && body !== unfolded) { button = document.activeElement; used = false; }
    unfolded = body;
    if (body && !used) fields(body)[0]?.focus();
  };
  document.addEventListener('pointerdown', () => { used = true; }, true);
  document.addEventListener('keydown', event => {
    used = true;
    if (event.key !== 'Tab' || !unfolded || !unfolded.contains(document.activeElement)) return;
    const last = fields(unfolded).at(event.shiftKey ? 0 : -1);
    if (document.activeElement === last && button) { button.focus(); event.preventDefault(); }
  }, true);
  new MutationObserver(() => { window.speerpuntDutch(); enter(); }).observe(document.body,
    {childList: true, subtree: true, characterData: true, attributes: true,
     attributeFilter: ['aria-label', 'title', 'placeholder']});
}
window.speerpuntDutch();
</script>"""
"""A screen reader needs to know the language, to read Dutch, for Streamlit says and labels all in English, and to know
which page of the menu it is on. A link to the first page has an empty path, which in another tab would be this page.
What a button unfolds stands at the end of the document: the focus is brought there, to the first field, also where that
is drawn after others, and from the last one back to the button.

Only what Streamlit itself says is changed, by whole labels and in the places where it speaks: never text of documents.
"""

_TO_TOP = "document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 0)"
_TO_MARK = """let tries = 0; const wait = setInterval(() => {
const mark = document.querySelector('[data-testid="stHtml"] mark');
if (mark) mark.scrollIntoView({block: 'center'});
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
    """Bring the marked passage into view; on a narrow screen the text stands above the picture."""
    st.html(f"<script>/* {int(start)} {int(end)} */ {_TO_MARK}</script>", unsafe_allow_javascript=True)
