"""A person without a mouse: Tab, arrows, Space, Enter; what has the focus must be seen."""

from playwright.sync_api import Page

MOST = 140  # Tab presses until something must be reached
LOOKS = 100  # times to look, 20 ms apart, until what has the focus has been scrolled into sight

# What has the focus: its words, whether it looks different from without focus, and whether something lies on it.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const label = one.closest('label') ?? one;
  const parts = [one, ...label.querySelectorAll('*')];
  const seen = parts.some((part) => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
  const box = (label.matches('label') ? label : one).getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
  const free = Boolean(at) && (label.contains(at) || at.contains(label));
  const words = (one.getAttribute('aria-label') || label.innerText || one.name || '').trim();
  return {words, name: one.name ?? '', kind: one.type ?? '', tag: one.tagName, seen, free, main: one.id === 'main'};
}"""


def focus(page: Page) -> dict[str, object]:
    """Return what has the focus; fail when it cannot be seen or lies under something else."""
    found: dict[str, object] = {}
    for _look in range(LOOKS):
        page.wait_for_timeout(20)
        found = page.evaluate(FOCUS) or {}
        if not found or found["main"] or (found["seen"] and found["free"]):
            return found
    assert found["seen"], f"{page.url}: no visible focus on {found}"
    raise AssertionError(f"{page.url}: something lies on {found}")


def tab_to(page: Page, words: str = "", *, name: str = "") -> None:
    """Press Tab until something with these words, or a field of this name, has the focus."""
    passed = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        found = focus(page)
        if found and (found["name"] == name if name else words in str(found["words"])):
            return
        passed.append(found.get("words", ""))
    raise AssertionError(f"{page.url}: {words or name} is not reached; passed {passed}")


def walk_through(page: Page) -> int:
    """Press Tab through the whole page and out of it at its end; return how many stops there were."""
    for stops in range(MOST):
        page.keyboard.press("Tab")
        if not focus(page):
            return stops
    raise AssertionError(f"{page.url}: the keyboard does not get out")
