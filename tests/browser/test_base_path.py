"""The explorer under a path, as behind a proxy: every link, request and file stays below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.conftest import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BASE = "/city/plan"
LINKS = """[...document.querySelectorAll("a[href]")].map((link) => new URL(link.href))
  .filter((to) => to.host === location.host).map((to) => to.pathname)"""


def test_every_link_request_and_file_stays_below_the_base(browser: Browser, cities: str) -> None:
    with visit(browser, cities, is_first=True, extra_http_headers={"X-Forwarded-Prefix": BASE}) as person:
        asked: list[str] = []
        person.page.on("request", lambda request: asked.append(request.url.removeprefix(cities)))
        page = person.open(f"{BASE}/ja")
        expect(page).to_have_url(f"{cities}{BASE}/ja/overview")
        page.locator("nav a[href*='/ja/projects']").first.click()
        expect(page).to_have_url(f"{cities}{BASE}/ja/projects")
        page.go_back()
        page.locator(".language").click()
        expect(page).to_have_url(f"{cities}{BASE}/en/overview")
        for place in ("/id/minato/second", "/ja/graph", "/ja/query/policies-by-grade"):
            person.load(BASE + place)
            links: list[str] = page.evaluate(LINKS)
            assert links
            assert [link for link in links if not link.startswith(f"{BASE}/")] == []
        assert len(asked) > 10
        assert [address for address in asked if not address.startswith((f"{BASE}/", "data:", "blob:"))] == []
