"""What of a channel can be asked of the network: whether a link opens, whether a domain takes mail."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.sighting import Sighting


def mail_domain(channel: Channel) -> str:
    """The domain of a sound e-mail address, else ""."""
    sound = channel.kind is Kind.EMAIL and channel.problem is None
    return channel.value.partition("@")[2] if sound else ""


def web_address(channel: Channel) -> str:
    """A sound link with its scheme, else ""; one written without is asked for as browsers first do."""
    if channel.kind is not Kind.URL or channel.problem is not None:
        return ""
    text = channel.text.replace(" ", "")
    return text if text.lower().startswith(("http://", "https://")) else f"http://{text}"


def asked_of(sightings: Iterable[Sighting]) -> tuple[set[str], set[str]]:
    """The links and the mail domains of a draft's channels and of what their links open."""
    channels = [sighting.channel for sighting in sightings]
    channels += [sighting.target.channel for sighting in sightings if sighting.target is not None]
    links = {address for channel in channels if (address := web_address(channel))}
    domains = {domain for channel in channels if (domain := mail_domain(channel))}
    return links, domains
