"""All three platforms with Python's standard library, on the mock that `npx chaveiro mock` starts."""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

MOCK = os.environ.get("CHAVEIRO_URL", "http://localhost:4010")


class Refused(Exception):
    """An answer that is no success; `decision` is the mock's word for why."""

    def __init__(self, status: int, decision: str | None, body: str) -> None:
        super().__init__(f"{status} {decision}: {body}")
        self.status = status
        self.decision = decision


def call(method: str, path: str, body: object = None, headers: dict[str, str] | None = None) -> Any:
    """Sends JSON, returns JSON, and raises Refused."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(MOCK + path, data, {"content-type": "application/json", **(headers or {})}, method=method)
    try:
        with urlopen(request, timeout=30) as response:
            return json.loads(response.read() or "null")
    except HTTPError as error:
        raise Refused(error.code, error.headers["x-mock-decision"], error.read().decode()) from None


def convert(key: str, email: str) -> str:
    """A conversion in RD Station, whose key travels in the query."""
    payload = {"conversion_identifier": "ebook", "email": email}
    event = {"event_type": "CONVERSION", "event_family": "CDP", "payload": payload}
    return call("POST", "/platform/conversions?" + urlencode({"api_key": key}), event)["event_uuid"]


def add_contact(key: str, email: str) -> str:
    """A contact in Pingback, whose key travels in a header of its own."""
    return call("POST", "/contacts", {"email": email}, {"x-api-key": key})["data"]["id"]


def send_message(key: str, phone: str, text: str) -> str:
    """A WhatsApp message through Zenvio, whose key is a bearer token."""
    message = {"instance_id": "inst_restaurante_joao", "to": [phone], "type": "text", "payload": {"message": text}}
    return call("POST", "/whatsapp/messages", message, {"authorization": f"Bearer {key}"})["message_ids"][0]


def main() -> None:
    print("RD Station:", convert("chaveiro-rdstation-active", "ana@exemplo.com.br"))
    print("Pingback:", add_contact("chaveiro-pingback-active", "ana@exemplo.com.br"))
    print("Zenvio:", send_message("sk_live_chaveiro_active", "5511999999999", "Olá, Ana!"))

    # In a test: change something in the mock, and see what your code makes of it.
    call("PATCH", "/__mock/accounts/acc_pingback_pro", {"plan": "free"})
    try:
        add_contact("chaveiro-pingback-active", "bia@exemplo.com.br")
    except Refused as refused:
        print("Pingback, back on Free:", refused.status, refused.decision)
    call("POST", "/__mock/reset")


if __name__ == "__main__":
    main()
