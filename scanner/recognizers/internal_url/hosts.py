"""Which hosts are internal, and which addresses at a cloud are one house's own."""

from __future__ import annotations

import re
from ipaddress import ip_address

# Endings nobody can register (RFC 6762, ICANN's .internal), and those offices use in their place.
_ENDINGS = ("local", "lan", "intra", "corp", "internal", "intranet", "intern", "localdomain")
_INNER = frozenset({"intern", "intra", "intranet", "internal", "corp", "lan"})
_TOPS = frozenset(
    "dk com net org eu se no de io nu gl fo fi is uk nl fr pl cloud app dev ai".split()  # noqa: SIM905  # a word list
)
_KNOWN = (
    "host.docker.internal",
    "metadata.google.internal",
    "kubernetes.default.svc.cluster.local",
)
_STAND_INS = frozenset(
    """contoso fabrikam tenant tenantname yourtenant yourcompany company your-company mycompany
    firma ditfirma organisation example eksempel admin""".split()  # noqa: SIM905  # a word list
)
# Program text: threading.local, env.local, self.internal.
_PROGRAM = frozenset(
    """threading env self this settings config app window module java jdk sun com docker-compose
    compose package node init thread values appsettings gitlab-ci github test dot .env
    build""".split()  # noqa: SIM905  # a word list
)
_LOOPBACK = frozenset({"localhost", "localhost.localdomain", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104  # compared, not bound
# Clouds where the first label is a customer: an address there is that customer's own.
_TENANTS = re.compile(
    r"(?P<tenant>[\w\-]+)(?:-my|-admin)?\.(?:sharepoint\.com|crm\d{0,2}\.dynamics\.com"
    r"|api\.crm\d{0,2}\.dynamics\.com|operations\.dynamics\.com|atlassian\.net|service-now\.com"
    r"|lightning\.force\.com|slack\.com|getorganized\.dk|visualstudio\.com)"
)
_PUBLIC_TENANTS = frozenset({"www", "api", "app", "code", "marketplace", "docs", "status", "my"})
_SHARED = re.compile(
    r"(?:teams\.microsoft\.com/(?:l/(?!app/)|meet/|_#/)\S|teams\.live\.com/meet/\d"
    r"|[\w.\-]*zoom\.us/[jsw]/\d{6,}\S*[?&]pwd=\S|[\w\-]+\.webex\.com/\S{0,200}[?&]MTID=\S"
    r"|meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3}|whereby\.com/\S{3,}\?roomKey="
    r"|(?:docs|drive)\.google\.com/(?:document|spreadsheets|presentation|file|drive)/\S{0,40}"
    r"(?:d|folders)/[\w\-]{20}"
    r"|1drv\.ms/\S|onedrive\.live\.com/\S|(?:www\.)?dropbox\.com/(?:s|sh|scl)/\S|we\.tl/\S"
    r"|dev\.azure\.com/[\w%\-]+/\S|portal\.azure\.com/\S{0,200}/(?:subscriptions|resource)"
    r"|trello\.com/[bc]/\S|miro\.com/app/board/\S|app\.asana\.com/\d"
    r"|[\w\-]{0,20}\.?app\.box\.com/(?:s|file)/\S)",
    re.IGNORECASE,
)

# What an address without scheme has in it when it is one house's own at a cloud, or internal.
IN_CLOUD = r"\.(?:com|net|dk|us|ms|tl)/"
IN_INTERNAL = rf"\.(?:{'|'.join(_ENDINGS)})|(?:{'|'.join(sorted(_INNER))})\."


def is_loopback(host: str) -> bool:
    """Whether the host is the machine itself."""
    return host.casefold() in _LOOPBACK


def is_internal(host: str) -> bool:
    """Whether a whole host, without port, is one of a house's own network."""
    host = host.casefold().strip("[].")
    if not host or host in _LOOPBACK or host in _KNOWN:
        return False
    labels = host.split(".")
    return has_internal_name(labels) or len(labels) == 1 or _is_private(host)


def has_internal_name(labels: list[str]) -> bool:
    """Whether the labels (lower case) end as an internal host does, or hold such a label."""
    if len(labels) > 1 and labels[-1] in _ENDINGS and ".".join(labels) not in _KNOWN:
        return True
    least = 3
    return len(labels) >= least and labels[-1] in _TOPS and not _INNER.isdisjoint(labels[:-2])


def is_program_text(labels: list[str]) -> bool:
    """Whether the labels are rather a name in program text."""
    return labels[0] in _PROGRAM or any("_" in label and label.strip("_") == "" for label in labels)


def is_private_cloud(rest: str) -> bool:
    """Whether an address without scheme belongs to one customer of a cloud, or shares one thing."""
    host = rest.partition("/")[0].partition("?")[0].partition(":")[0].casefold()
    tenant = _TENANTS.fullmatch(host)
    if tenant:
        name = tenant["tenant"].removesuffix("-my").removesuffix("-admin")
        if host.endswith("slack.com") and "/archives/" not in rest and "/files/" not in rest:
            return False
        return name not in _STAND_INS and name not in _PUBLIC_TENANTS
    return _SHARED.match(rest) is not None


def _is_private(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_private and not address.is_loopback and not address.is_unspecified
