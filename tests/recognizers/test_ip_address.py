"""Addresses of the documentation and private ranges."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scanner.recognizers.ip_address import PUBLIC, IpAddressRecognizer

Found = Callable[[IpAddressRecognizer, str], list[str]]

FOUND = [
    ("loginforsøg fra 203.0.113.86 sker ofte", ["203.0.113.86"]),
    ("gateway 192.168.1.1", ["192.168.1.1"]),
    ("IP 10.44.18.207", ["10.44.18.207"]),
    ("forbindelse til 203.0.113.86.", ["203.0.113.86"]),
    ('"client_ip": "198.51.100.23"', ["198.51.100.23"]),
    ("src=192.168.31.12 ipv6=2001:db8:4f::1c2", ["192.168.31.12", "2001:db8:4f::1c2"]),
    ("net 10.44.0.0/16", ["10.44.0.0/16"]),
    ("http://172.16.4.9:8080/x", ["172.16.4.9"]),
    ("serveren står på 10.1.2.3", ["10.1.2.3"]),
    ("ping 10.0.0.5", ["10.0.0.5"]),
    ("fe80::1ff:fe23:4567:890a", ["fe80::1ff:fe23:4567:890a"]),
    ("[2001:db8::a1]:443", ["2001:db8::a1"]),
    ("192.168.1.14, 192.168.1.15", ["192.168.1.14", "192.168.1.15"]),
    ("ssh root@10.20.30.44", ["10.20.30.44"]),
]
NEAR_MISSES = [
    "RFC 5737 reserverer 192.0.2.0/24 og 198.51.100.0/24",
    "IPv6 har 2001:db8::/32 til dokumentation",
    "Fx kan værten hedde 192.0.2.17 i eksemplet",
    "Hjemmeroutere har som regel 192.168.1.1/24",
    "2.4.1.3 fixes UTF-16 import, 2.4.1.4 reverts it",
    "version 10.44.18.207",
    "build 10.0.26100.4061",
    "v1.2.3.40",
    "afsnit 4.20.1.2",
    "§ 1.2.3.4",
    "127.0.0.1",
    "0.0.0.0:8080",
    "255.255.255.0",
    "::1",
    "std::string",
    "kl. 10:30:45",
    "aa:bb:cc:dd:ee:ff",
    "10.0.0.0/8 og 192.168.0.0/16",
    "8.8.8.8",
    "12.34.56.78",
    "300.1.2.3",
    "1.2.3.4.5",
    "12.34.567.890",
    "01.02.03.04",
    "dead::beef",
    "27.30.21-A10",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(IpAddressRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(IpAddressRecognizer(), text) == []


@given(
    st.ip_addresses(v=4, network="192.168.0.0/16") | st.ip_addresses(v=6, network="2001:db8::/32")
)
def test_every_private_address_is_found(address: IPv4Address | IPv6Address) -> None:
    assume(not str(address).endswith("::"))
    text = f"ip={address} ok"
    assert [hit.span.of(text) for hit in IpAddressRecognizer().find(text, None)] == [str(address)]


NUMBER = st.one_of(
    st.integers(0, 300).map(str),
    st.sampled_from(["0", "00", "01", "1", "127", "224", "239", "240", "255", "256", "٣"]),
)


@given(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER).map(".".join))
def test_four_numbers_are_an_address_where_the_standard_library_says_so(written: str) -> None:
    try:
        address = IPv4Address(written)
    except ValueError:
        is_address = False
    else:
        tells_nothing = address.is_loopback or address.is_unspecified or address.is_multicast
        is_address = not tells_nothing and not written.startswith("255.")
    assert bool(list(IpAddressRecognizer().find(f"ip={written} ok", None))) == (
        is_address and written not in PUBLIC
    )
