"""Exit 0 when the web server on this machine answers /healthz; for the container's health check."""

import http.client
import os
import sys
from http import HTTPStatus

port = int(os.environ.get("GRANIAN_PORT", "8000"))
# The first host allowed, and as if the proxy had spoken https: else the answer would be a redirect.
host = os.environ.get("TAOLI_HOSTS", "127.0.0.1").split(",")[0].strip()
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
connection.request("GET", "/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
sys.exit(connection.getresponse().status != HTTPStatus.OK)
