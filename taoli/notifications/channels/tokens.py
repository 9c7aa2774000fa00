"""Access tokens: asked for once, kept, and asked for anew when the provider says that they are no longer good."""

from collections.abc import Callable

from taoli.notifications.channels.ways import RefusedError, Tokens, Trouble

EARLY = 300  # seconds before its end at which a token counts as used up


def with_token(tokens: Tokens, fetch: Callable[[], tuple[str, int]], work: Callable[[str], str | None]) -> str:
    """Return what `work` makes of a token; None from it means that the token is bad: a fresh one is tried once."""
    kept = tokens.get()
    if kept and (done := work(kept)) is not None:
        return done
    try:
        token, seconds = fetch()
    except RefusedError as refusal:
        # Nothing has been sent yet, so a broken connection here leaves no doubt.
        raise RefusedError(
            Trouble.TEMPORARY if refusal.trouble is Trouble.UNCLEAR else refusal.trouble, refusal.code
        ) from None
    except (KeyError, ValueError, TypeError):
        raise RefusedError(Trouble.SETUP, "token") from None
    tokens.put(token, max(seconds - EARLY, 0))
    if (done := work(token)) is None:
        raise RefusedError(Trouble.SETUP, "token")
    return done
