"""Nouns that name what happens, so that a date beside them can date them: "Thursday's operation", "the 2015 siege"."""

from __future__ import annotations

from dateline.timex.english.verb_words import table

EVENT_NOUNS = table(
    """
    abdication abduction abolition accident accord acquisition acquittal address adoption advance agreement
    airlift airstrike ambush amendment amnesty anniversary announcement annexation appeal appearance appointment
    approval armistice arrest arrival assassination assault attack attempt auction avalanche award bailout
    ballot ban bankruptcy battle bid birth blackout blast blaze blizzard blockade bombardment bombing boycott
    breach break-in broadcast burial bust by-election campaign cancellation capitulation capture carnival
    ceasefire celebration ceremony championship clash closure coalition collapse collision concert concession
    conference confession conflict congress conquest contest contract convention conviction coronation
    correction coup cover-up crackdown crash crisis cull cut cyclone deadline deal death debate debut decision
    declaration decree default defeat defection demolition demonstration departure deportation detention
    detonation disappearance disaster discovery dispute dissolution downturn draft drought earthquake eclipse
    election elections embargo engagement enquiry epidemic eruption escape evacuation evaluation eviction
    exchange execution exercise exhibition exodus expansion expedition experiment explosion expulsion
    extradition failure fall famine festival fight final finale fire flight flood floods founding funeral game
    gala genocide handover hearing heatwave heist hijacking hurricane hunt impeachment inauguration incident
    incursion independence infection initiative injury inquest inquiry inspection insurgency intervention
    interview invasion investigation jubilee judgment kidnapping killing killings landing landslide launch
    lawsuit liberation liquidation lockdown loss lull marathon march marriage massacre match mediation meeting
    merger mission mudslide murder murders mutiny negotiation negotiations nomination occupation offensive offer
    opening operation order outage outbreak overthrow pact pandemic parade partition patrol performance
    plebiscite poll polls premiere presentation primary prosecution protest protests publication purchase purge
    quake race raid rally ratification rebellion recall recession reelection reform reforms referendum release
    relaunch removal reopening report rescue resignation resolution retirement retreat return reunification
    revelation revolt revolution riot riots robbery round ruling sale sanctions scandal screening seizure
    sentencing separation session settlement shelling shipwreck shooting shootings shutdown siege signing
    sinking sitting skirmish slaughter speech spill split stampede standoff storm strike strikes submission
    summit surrender surgery survey suspension takeover talks test tests theft tornado tour tournament tragedy
    transfer transplant treaty trial trip truce tsunami turmoil typhoon unification unrest unveiling upheaval
    uprising vandalism verdict victory violence visit vote voyage walkout war warning wedding wildfire win
    withdrawal workshop world-cup wreck launches crashes clashes raids attacks bombings visits meetings trials
    votes attempts debates hearings reading divorce flotation tie fixture semifinal semi-final derby
    """
)

# Units of sport, schools and accounts that a year only labels: "the 2016 season", "the 2001 model".
LABELLED = table(
    """
    season model edition version vintage budget census class cohort crop film novel album song season-opener
    squad team standings list index level levels figures figure rate rates price prices average total totals
    calendar campaign-season forecast forecasts estimate estimates target targets target-year deadline graduate agenda
    graduates winner winners champion champions medalist medallist nominee finalist finalists world
    """
)

CANCELLING = table(
    """
    abandon abort annul ban block cancel deny foil prevent quash reject rescind revoke scrap scrub shelve
    suspend thwart veto withdraw postpone disprove refute
    """
)
# Phrasal ones, by verb and particle.
CALLED_OFF = frozenset(
    (("call", "off"), ("rule", "out"), ("break", "off"), ("put", "off"), ("turn", "down"), ("pull", "out"))
)


# Nouns of the same endings that name bodies, things and states.
NO_EVENTS = table(
    """
    government department parliament apartment population organisation organization corporation association
    federation generation station nation foundation administration institution commission delegation regulation
    legislation television mission division pension section direction environment equipment management document
    instrument segment constitution position information situation condition tradition opposition reputation
    education transportation
    """
)


def is_event_noun(word: str) -> bool:
    """Whether a noun, in small letters, names something that happens at a time."""
    if word in EVENT_NOUNS or (word.endswith("s") and word[:-1] in EVENT_NOUNS):
        return True
    return len(word) > 7 and word.endswith(("ation", "ition", "sion", "ment", "ction")) and word not in NO_EVENTS
