"""Words of news for one kind of thing, so that "the carrier" and "the airline" can be the same one."""

from __future__ import annotations

from functools import cache

from dateline.timeline.deeds import root

KINDS = """
plant factory works mill refinery smelter depot
airline carrier
plane aircraft jet airliner aeroplane airplane helicopter
ship vessel boat ferry freighter tanker trawler liner yacht
car vehicle truck lorry van bus coach
train locomotive carriage wagon
company firm business group corporation concern maker manufacturer owner
bank lender
police officer detective policeman constable investigator
soldier troop army military sapper force
rebel insurgent guerrilla militant fighter gunman
worker miner staff employee workforce workman crew labourer
union strikers labour
court judge bench tribunal magistrate
jury juror
prison jail cell gaol
lawyer attorney counsel barrister solicitor
prosecutor prosecution
doctor surgeon physician medic
hospital clinic ward
house home dwelling building flat block tower
lawmaker parliament legislature assembly senate deputy deputies
president leader chairman chief boss head
river stream
dam levee dyke wall dike embankment
sea ocean
child girl boy kid youngster pupil
player striker goalkeeper forward midfielder
club team side squad
painting picture canvas portrait artwork masterpiece
museum gallery
probe spacecraft craft orbiter rover spaceship
rocket booster
negotiator delegate envoy delegation mediator diplomat
vote ballot poll
talk negotiation round session
agreement accord deal pact treaty
ceasefire truce armistice cease-fire
funeral burial service ceremony
mourner congregation
explosion blast bomb
fire blaze flame
office bureau headquarters
scientist researcher engineer expert
student undergraduate
shop store stall market
road street highway motorway
bridge viaduct crossing
tunnel shaft gallery mine pit colliery
school college university
teacher lecturer professor
church cathedral chapel
king queen prince princess
virus disease illness infection outbreak
vaccine jab
patient victim
passenger traveller commuter
village hamlet town
fund money cash
share stock
investor shareholder owner
regulator watchdog authority
report finding
inquiry inquest investigation enquiry commission panel
hearing sitting session
bill law legislation act
farmer grower
cow cattle herd livestock
bird poultry flock hen
hostage captive prisoner detainee inmate convict
thief robber burglar raider
mayor councillor council
minister government cabinet
body corpse remains
"""


@cache
def _kinds() -> dict[str, frozenset[int]]:
    kinds: dict[str, set[int]] = {}
    for number, line in enumerate(KINDS.strip().splitlines()):
        for word in line.split():
            kinds.setdefault(root(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in kinds.items()}


def kinds_of(words: frozenset[str]) -> frozenset[int]:
    """The kinds of things that the words, as roots, can name."""
    known = _kinds()
    return frozenset[int]().union(*(known[word] for word in words if word in known))
