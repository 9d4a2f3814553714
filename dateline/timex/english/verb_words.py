"""Word tables behind the verb groups: auxiliaries, irregular forms, common verbs, words where no verb can be."""

from __future__ import annotations


def table(text: str) -> frozenset[str]:
    """The words of `text`, which blanks and line ends part."""
    return frozenset(text.split())


BE = table(
    """
    am is are was were be been being 'm 're
    """
)
HAVE = table(
    """
    have has had having 've
    """
)
DO = frozenset(["do", "does", "did"])
MODALS = table(
    """
    will shall would should could can cannot may might must ought ca wo 'll 'd
    """
)
FINITE_PAST = table(
    """
    was were had did
    """
)
FINITE_PRESENT = table(
    """
    am is are 'm 're has have 've do does
    """
)
NOT = frozenset(("not", "n't", "never", "no", "hardly", "barely", "neither", "nor"))

# base, past, participle; one word where all three are the same, two where past and participle are.
IRREGULAR_TABLE = """
arise arose arisen, awake awoke awoken, bear bore borne, bear bore born, beat beat beaten, become became become,
begin began begun, bend bent, bet, bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, broadcast, build built, burn burnt, burst, buy bought, cast, catch caught,
choose chose chosen, cling clung, come came come, cost, creep crept, cut, deal dealt, dig dug, draw drew drawn,
dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden, forecast,
foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone,
freeze froze frozen, get got got, give gave given, go went gone, grow grew grown, hang hung, hear heard,
hide hid hidden, hit, hold held, hurt, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant,
leap leapt, learn learnt, leave left, lend lent, let, lie lay lain, light lit, lose lost, make made, mean meant,
meet met, mislead misled, mistake mistook mistaken, mow mowed mown, offset, outdo outdid outdone,
overcome overcame overcome, override overrode overridden, oversee oversaw overseen, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid, prove proved proven, put, quit, read, rebuild rebuilt, recast,
redo redid redone, remake remade, repay repaid, rerun reran rerun, reset, resell resold, retake retook retaken, rid,
ride rode ridden, ring rang rung, rise rose risen, run ran run, saw sawed sawn, say said, see saw seen, seek sought,
sell sold, send sent, set, sew sewed sewn, shake shook shaken, shed, shine shone, shoot shot, show showed shown,
shrink shrank shrunk, shut, sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid,
sling slung, slit, sow sowed sown, speak spoke spoken, speed sped, spend spent, spill spilt, spin spun, spit spat,
split, spoil spoilt, spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
stink stank stunk, stride strode stridden, strike struck struck, string strung, strive strove striven,
swear swore sworn, sweep swept, swell swelled swollen, swim swam swum, swing swung, take took taken, teach taught,
tear tore torn, tell told, think thought, throw threw thrown, thrust, undergo underwent undergone,
understand understood, undertake undertook undertaken, undo undid undone, uphold upheld, upset, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, wind wound, withdraw withdrew withdrawn, withhold withheld,
withstand withstood, wring wrung, write wrote written, befall befell befallen, foretell foretold, mishear misheard,
misunderstand misunderstood, outbid, outfight outfought, outgrow outgrew outgrown, outrun outran outrun,
outsell outsold, outshine outshone, outspend outspent, overdo overdid overdone, overfly overflew overflown,
overhear overheard, overlie overlay overlain, overrun overran overrun, overspend overspent, redraw redrew redrawn,
regrow regrew regrown, rethink rethought, retell retold, rewrite rewrote rewritten, tread trod trodden, undercut,
underlie underlay underlain, underwrite underwrote underwritten, unwind unwound, waylay waylaid,
wed, knit, beset, inset
"""

# Irregular verbs that some write with "-ed": "learned" beside "learnt".
ALSO_REGULAR = """
broadcast burn dive dream dwell fit forecast hang kneel knit lean leap learn light plead prove quit shine smell sneak
speed spell spill spoil strive thrive wake weave wed wet
"""
REGULAR = """
abdicate bail capitulate cede conscript cremate encircle excommunicate exhume fortify garrison halve maim mend moor
ordain outflank pillage raze reconvene repulse rescind rout secede
abandon abduct abolish abort absorb abstain abuse accelerate accept access acclaim accompany accomplish accord
accumulate accuse achieve acknowledge acquire acquit act activate adapt add address adjourn adjust administer admire
admit adopt advance advertise advise affect affirm afford agree aid aim air alert allege allocate allow alter amass
ambush amend amount amputate analyse analyze anger announce annex answer anticipate apologise apologize appeal appear
applaud apply appoint appreciate approach approve argue arm arouse arrange arrest arrive ask assail assassinate
assault assemble assert assess assign assist associate assume assure attach attack attain attempt attend attract
attribute auction authorise authorize average avert avoid await award back backfire balance ban bar barricade base
bathe battle beg behave behead believe belong benefit besiege betray bill blame blast bless block board boast bolster
bomb bombard book boom boost border borrow bother bow boycott brace branch breach breathe brief broaden broker brush
bury calculate call calm campaign cancel capsize capture care carry carve cause cease celebrate censor certify chair
challenge change channel characterise characterize charge charter chase check cheer cite claim clamp clash classify
clean clear climb clinch close coach coincide collaborate collapse collect collide combat combine commemorate commence
comment commission commit compare compel compensate compete compile complain complete comply compose comprise
compromise concede conceive concentrate concern conclude condemn conduct confer confess confine confirm confiscate
confront connect conquer consent consider consist consolidate construct consult consume contact contain contend
contest continue contract contradict contribute control convene convert convey convict convince cool cooperate
coordinate cope copy correct cough count counter counterattack couple cover crack crash crawl create credit cripple
criticise criticize cross crouch crown cruise crumble crush cry curb cure curtail damage dance dare dash date
deactivate debate debut decide declare decline decrease dedicate deepen defeat defect defend defer defuse degrade
delay delete deliver demand demolish demonstrate denounce deny depart depend depict deploy deport deposit depose
deprive derail descend describe desert deserve design designate desire destroy detach detain detect deter deteriorate
determine detonate devastate develop devise devote diagnose dictate die differ diminish dine dip direct disable
disagree disappear disappoint disapprove disarm disband discharge disclose discontinue discover discriminate discuss
dismantle dismiss disperse displace display dispose dispute disqualify disrupt dissolve distribute disturb dive
diversify divert divide divorce dock document dominate donate double doubt downgrade download draft drag drain drift
drill drop drown dry dump dwindle ease echo edge edit educate elaborate elect elevate eliminate embark embrace emerge
emigrate emphasise emphasize employ empty enable enact encounter encourage end endanger endorse endure enforce engage
engulf enhance enjoy enlarge enlist ensue ensure enter entertain entitle entrust envisage equal equip erase erect
erode erupt escalate escape escort establish estimate evacuate evade evaluate evaporate evict evolve examine exceed
except exchange exclude excuse execute exempt exercise exert exhaust exhibit exile exist expand expect expel
experience expire explain explode exploit explore export expose express extend extinguish extort extract extradite
face facilitate fade fail falter fan fare farm fast favor favour fear feature fend fetch field file fill film finalise
finalize finance fine finish fire fit fix flare flatten float flood flourish flow focus follow force forge form
formalise formalize formulate foster found frame free frighten fuel fulfil fulfill function fund gain gather gauge
generate glance govern grab graduate grant greet grip guarantee guard guess guide gun hail halt hammer hamper hand
handle happen harass harbour harbor harden harm harvest haul head heal heighten help hesitate highlight hijack hike
hint hire honor honour hope host house hunt ice identify ignite ignore illustrate imagine immigrate impact impeach
implement implicate imply import impose impress imprison improve inaugurate incite include increase incur indicate
indict induce infect inflate inflict influence inform infringe inherit inhibit initiate inject injure innovate inquire
insert insist inspect inspire install instruct insult insure integrate intend intensify intercept interest interfere
interpret interrogate interrupt intervene interview introduce invade invent invest investigate invite invoke involve
isolate issue jail jeopardise jeopardize join joke jolt judge jump justify kick kidnap kill kiss knock label lack land
lapse last laugh launch leak lease lecture legalise legalize lessen level levy liberate license lift like limit linger
link liquidate list listen live load lobby locate lock loom loosen loot lower lure maintain manage manipulate
manufacture map march mark market marry massacre master match mature measure mediate melt mention merge migrate
militate mine minimise minimize miss mix mobilise mobilize model modernise modernize modify monitor motivate mount
mourn move mull multiply murder muster nail name narrow nationalise nationalize near need negotiate nominate normalise
normalize note notice notify number obey object oblige observe obstruct obtain occupy occur offend offer open operate
oppose opt orbit order organise organize originate oust outlaw outline outnumber outperform overhaul overlook overrule
overturn owe own pack paint panic parade paralyse paralyze pardon park participate pass patrol pause pave peak pen
penalise penalize perform permit perpetrate persist persuade phase phone pick pile pilot pin pioneer place plague plan
plant play plead pledge plot plummet plunder plunge point poison police poll pose position possess post postpone pour
praise pray precede preclude predict prefer premiere prepare prescribe present preserve press presume prevail prevent
price print probe proceed process proclaim produce profit progress prohibit project prolong promise promote prompt
pronounce propel propose prosecute protect protest provide provoke publicise publicize publish pull pump punish
purchase purge pursue push qualify quell question race raid rain raise rally range rank rape rate ratify reach react
realise realize reap rearrange reassure rebel rebound rebuff recall recapture recede receive reckon recognise
recognize recommend reconcile reconsider reconstruct record recover recruit rectify recur reduce refer reflect reform
refrain refuse refute regain regard register regret regulate reinforce reinstate reiterate reject rejoin relate
relaunch relax release relieve relinquish relocate rely remain remark remember remind remove rename render renew
renounce renovate rent reopen reorganise reorganize repair repatriate repeal repeat repel replace reply report
represent reprimand reproduce request require rescue resemble resent reserve reshape reshuffle resign resist resolve
respect respond rest restart restore restrain restrict restructure result resume retain retaliate retire retreat
retrieve return reunite reveal reverse review revise revisit revive revoke revolve reward rig riot rip rival roar rob
rock roll rotate round rule rumble rush sabotage sack sacrifice sail salute sanction save scale scan scare scatter
schedule scold score scramble scrap scrape scream screen scrutinise scrutinize scuttle seal search secure seem seize
sentence separate serve settle sever shape share sharpen shell shelter shelve shield shift ship shock shop shore
shorten shoulder shout shove shower sign signal silence simplify simulate skid skip slam slap slash slip slow slump
smash smile smoke smuggle snap snatch soar soften solicit solve spare spark spearhead specialise specialize specify
speculate splash sponsor spot spray spur squander squeeze stab stabilise stabilize staff stage stall stamp star stare
start starve state station stay steam steer stem step stimulate stir stop storm stray streamline strengthen stress
stretch strip stroll struggle study stumble stun submit subpoena subscribe subside subsidise subsidize substitute
succeed succumb sue suffer suffocate suggest suit summon supervise supplement supply support suppose suppress surface
surge surpass surprise surrender surround survey survive suspect suspend sustain swallow swap sway swell switch
symbolise symbolize table tackle talk tame tap target taunt tax tease televise tempt tend tender terminate terrify
terrorise terrorize test testify thank threaten thwart tie tighten time tip tolerate top topple torch torment torpedo
torture total touch tour tout tow trace track trade trail train transfer transform transition translate transmit
transport trap travel treat trek tremble trend trick trigger trim triple triumph trouble trust try tumble turn tweet
type undermine underline underscore unfold unify unite unleash unload unveil update upgrade urge use usher utilise
utilize vacate vaccinate value vanish vary veer vent venture verify veto view violate visit voice void volunteer vote
vow wage wait waive walk wander want ward warm warn warrant wash waste watch water weaken weather weigh welcome whip
widen will wipe wish witness wonder work worry worsen wound wrap wreck wrestle yield zoom lie command smell taste bark
bake caution scrub scupper slate
"""

# Verbs whose last consonant doubles though they have more than one syllable.
DOUBLING = table(
    """
    abhor acquit admit allot commit compel confer control counterattack defer deter dispel emit equip excel
    expel forget incur infer input kidnap occur omit patrol permit prefer program propel rebel recur refer
    regret remit repel submit transfer transmit cancel travel level label model signal fuel total channel equal
    rival quarrel shovel tunnel worship marshal panel pedal fulfil enrol enthral instil format handicap
    """
)

NO_ED = table(
    """
    hundred indeed need seed speed feed breed shed red bed weed deed reed bleed greed creed steed exceed proceed
    succeed sacred naked wicked rugged ragged crooked beloved embed moped biped hatred kindred infrared united
    alfred mohammed ahmed hamed mehmed wed fed led med ted ned fred jed zed inbred sled aged hundred-odd
    """
)
NO_ING = table(
    """
    king thing something nothing anything everything during evening morning spring string wing ring bring sing
    swing cling sling sting fling wring spring beijing boeing ceiling pudding sterling sibling darling
    outstanding according including following regarding concerning notwithstanding pending wedding duckling
    underling earring offspring lightning viking reading nanjing sibling being excluding
    """
)
# -ing words that are things or deeds more often than verbs.
ING_NOUNS = table(
    """
    fighting building meeting hearing training funding voting shooting bombing shelling gathering ruling finding
    killing warning opening beginning crossing landing briefing drilling hiring housing counseling counselling
    trading spending lending banking farming fishing mining shipping testing polling planning campaigning
    bargaining engineering marketing manufacturing advertising rating painting recording sentencing screening
    stabbing hijacking kidnapping flooding parking broadcasting looting rioting setting feeling understanding
    saving savings earnings proceedings holding talking crowding offering listing settling filming racing boxing
    cycling wrestling drawing blessing burning dealing sitting standing uprising booking clothing crossing
    dwelling savaging ending writing reading upbringing airing christening
    """
)

DETERMINERS = table(
    """
    the a an this these those his its their our my your whose no any some each every another both all several
    many few most more such own either neither other certain various numerous
    """
)
SUBJECT_PRONOUNS = table(
    """
    i he she we they it you who there
    """
)
SURE_SUBJECTS = table(
    """
    i he she we they
    """
)
RELATIVES = table(
    """
    who whom whose which that where
    """
)
PREPOSITIONS = table(
    """
    of in on at by for with from to into onto over under about against between among amid through across within
    without toward towards upon around near behind beyond during despite like along inside outside off above
    below beside besides per via than alongside including following regarding concerning pending throughout up
    down out as since until till after before because except unlike versus worth
    """
)
COORDINATORS = frozenset(("and", "but", "or", "nor", "yet"))
SUBORDINATORS = table(
    """
    because although though while whereas if unless whether when whenever wherever after before since until till
    as once that lest whilst so
    """
)
ADVERBS = table(
    """
    again also already always almost again ago ahead alone along altogether anyway apart aside away back both down
    even ever far fast first forward further hard hence here however instead indeed just last later least less long
    maybe meanwhile more most much nearly never nevertheless next now nowhere often once only out otherwise over
    perhaps quite rather seldom so sometimes somewhat soon still straight then there thereby therefore though
    thus together too twice up very well yet off about around late early likewise moreover overnight reportedly
    allegedly today tonight yesterday tomorrow abroad home all not n't elsewhere nonetheless besides furthermore
    afterwards afterward thereafter henceforth beforehand hitherto ashore nationwide worldwide
    """
)
# Nouns and names that end like adverbs.
LY_NOUNS = table(
    """
    family rally supply reply assembly italy bully monopoly anomaly butterfly jelly belly melancholy homily tally
    emily kelly billy sally molly holly sicily reilly kimberly beverly oversupply dragonfly apply comply multiply imply
    """
)
TIME_NOUNS = table(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec today yesterday tomorrow tonight overnight midnight noon last next this earlier later early late shortly
    soon recently once twice ago now mid spring summer autumn fall winter christmas easter weekend week month
    year day decade century
    """
)

# Verbs that take no object, so that "-ed" without an auxiliary is their past tense.
INTRANSITIVE = table(
    """
    appear arise arrive cease collapse come crash decline depart die differ disagree disappear dwindle elapse
    emerge ensue erupt exist explode fade fail fall falter go happen hesitate intervene laugh lapse last linger
    live loom lie listen matter occur persist plummet plunge prevail proceed recede remain reply resign respond
    rise sit slump smile soar stall stand stay struggle subside succeed surge surrender sway talk testify thrive
    travel tumble vanish vary vote wait wane yawn die belong consist depend dine
    """
)

# Verbs and adjectives whose infinitive or object lies ahead of them.
FUTURE_CONTROLLERS = table(
    """
    plan expect intend aim promise vow pledge schedule set propose offer threaten agree decide
    undertake commit slate order resolve urge invite ask tell due likely unlikely poised ready
    about going bound supposed able willing eager determined expected scheduled planned slated hoping planning
    """
)
FUTURE_STATES = table(
    """
    due set scheduled expected planned slated likely unlikely poised bound about going supposed tipped earmarked
    booked timed
    """
)
FUTURE_FINITE = table(
    """
    plan expect hope intend aim promise vow pledge propose schedule
    """
)
TAKING_EFFECT = table(
    """
    take begin start open close end expire resume close kick come run go conclude reopen launch
    """
)

REPORTING = table(
    """
    say tell add report announce warn claim argue insist believe think know confirm deny declare state note
    explain suggest admit acknowledge write reply estimate hope fear predict forecast reveal disclose testify
    allege assert maintain contend recall stress concede complain caution promise vow pledge show indicate hear
    learn find decide rule conclude agree mean ensure demand
    """
)
SPEECH = table(
    """
    say tell add report announce warn claim argue insist confirm deny declare state note explain suggest admit
    acknowledge write reply reveal disclose testify allege assert maintain contend recall stress concede
    complain caution remark comment quip joke ask shout
    """
)
