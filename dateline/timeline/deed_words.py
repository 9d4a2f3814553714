"""Word tables: the deeds that news tells of, by classes of words that can name one and the same deed.

A class holds verbs in their base form and nouns; two words joined by "_" may stand a few words apart ("take_effect",
"plead_guilty"). A word may belong to several classes.
"""

from __future__ import annotations

CLASSES = """
explode: explode explosion blast blow_up detonate detonation go_off burst_into bomb bombing;
shell: shell shelling bombard bombardment mortar rocket_hit rocket_strike rocket_fire missile barrage artillery;
attack: attack assault raid ambush storm strike_target airstrike air_strike assail offensive invade invasion
    incursion pounce maul set_upon beat_up hit_target overrun storm_building seize_embassy storm_embassy
    take_over_embassy seize_building take_over_gunman armed_man bite bitten;
shoot: shoot shooting gun_down open_fire fire_at fire_on shot gunman gunmen gunfire sniper shot_dead fire_shot
    hit_bullet volley;
stab: stab stabbing knife;
kill: kill killing die death dead murder slay perish fatal fatally casualty claim_life lose_life massacre victim
    toll drown death_toll lie_dead take_life cost_life succumb pass_away bleed_death execute_hostage body_count
    suffocate assassinate dead_at body_of shot_dead found_dead bury_alive burn_to_death shoot_wolf put_down_animal
    find_dead;
injure: injure injury wound hurt maim hospitalise hospitalize treat_for_burn taken_hospital rush_hospital
    in_hospital;
crash: overshoot skid slide_off overrun_runway off_runway crash collide collision smash plunge derail derailment
    run_into plough wreck hit_by come_down strike_tree hit_tree go_off_road leave_track jump_rail run_aground
    aground ram slam pile-up go_down_in run_onto_rock run_onto hit_reef strike_reef hit_rock strike_rock hit_iceberg
    stranded_on_rock go_onto_rock overturn leave_rail jump_track veer hit_mountain hit_wall hit_bridge
    come_off_road;
sink: sink sinking capsize go_down founder go_under wreck shipwreck keel_over vessel_lose lose_ship;
burn: burn fire blaze inferno wildfire flame catch_fire go_up_in ablaze torch gut arson set_alight set_ablaze
    flame_break_out blaze_sweep fire_sweep fire_break_out go_up_flame;
extinguish: extinguish put_out douse quench under_control last_flames beat_out bring_control contain_fire
    damp_down;
flood: flood flooding inundate overflow submerge under_water deluge burst_bank swamp under_metre rise_water
    wash_away water_cover fill_reservoir pour_street water_pour fill_valley;
breach: burst breach give_way rupture break_through levee_break dam_break dam_fail levee_fail crack_open
    tear_open;
quake: earthquake quake tremor aftershock jolt shake_ground magnitude;
erupt: erupt eruption spew ash_cloud lava throw_ash send_ash ash_fall cloud_of_ash rumble blow_top come_life
    lava_flow crater;
storm: hurricane typhoon cyclone tornado landfall make_landfall storm_hit hurricane_hit come_ashore storm_reach
    hit_coast;
collapse: collapse cave_in crumble topple give_under fall_down come_down spire_fall tower_fall tower_come_down
    roof_fall bridge_give_way give_way_bridge fall_river fall_into_river wall_fall;
fail: fail failure collapse_talk break_down founder come_nothing without_agreement without_deal without_result
    no_agreement deadlock leave_without_deal left_without_deal;
arrest: arrest detain detention seize take_custody into_custody pick_up apprehend capture nab hold_suspicion
    round_up take_from_house take_from_home pull_in in_custody handcuff catch caught swoop led_away take_away
    lead_away recapture seize_runaway seize_man seize_suspect;
free: free release set_free liberate let_go bail_out discharge walk_free at_liberty let_out open_door_cell
    allow_home go_free leave_prison leave_jail walk_out_prison step_free out_of_prison walk_out_jail parole;
escape: escape flee abscond break_out jailbreak getaway slip_away tunnel_out get_away on_the_run go_missing
    missing_since;
hostage: kidnap kidnapping abduct abduction hostage snatch hold_captive take_captive;
exchange: exchange swap trade_prisoner;
extradite: extradite extradition deport deportation expel expulsion hand_over send_back fly_back_face
    return_face surrender_to;
charge: charge indict indictment accuse arraign arraignment face_charge book_for accuse_formally press_charge
    bring_charge;
sue: sue lawsuit file_suit take_court bring_suit court_action legal_action claim_damage;
plead: plead plea plead_guilty admit_guilt own_up admit_part admit_charge admit_role confess confession;
convict: convict conviction guilty find_guilty verdict jury_find judge_find found_against;
acquit: acquit acquittal clear exonerate not_guilty drop_charge throw_out_case walk_free;
sentence: sentence sentencing jail imprison give_prison year_prison given_year jail_term prison_term year_jail
    sent_prison behind_bar life_term life_prison go_prison go_jail sent_jail year_behind_bar lock_up term serve_year
    get_year;
fine: fine penalty penalise penalize;
appeal: appeal overturn new_trial ask_trial challenge_verdict challenge_sentence challenge_conviction
    fight_conviction;
testify: testify testimony give_evidence witness take_stand hear_evidence tell_court tell_jury tell_inquiry
    tell_judge tell_parliament tell_committee tell_hearing hear_from court_hear inquiry_hear evidence question
    stand_witness cross-examine sworn_evidence told_inquiry told_court told_jury hear_testimony appear_before
    take_witness tell_panel told_panel told_judge told_committee told_parliament appear_committee before_committee
    answer_question witness_stand give_account hear_clerk jury_hear;
trial: trial try_court in_dock go_on_trial stand_trial court_case first_hearing case_open hear_case;
bail: bail post_bail;
inquire: inquiry enquiry investigation investigate inquest;
inspect: inspect inspection audit check examine examination approve_plant approve_safety survey check_over
    look_over assess assessment vet;
search: search hunt comb scour look_for trawl sweep drag_lake dredge dive_for search_resume drag hunt_for
    seek_miss;
find: find discover discovery recover unearth dig_up come_across turn_up stumble_on locate spot fish_out wash_up
    wash_ashore come_light body_find found_body wreck_find discover_wreck pick_up_signal bring_to_light strike_bomb
    hit_bomb come_upon bring_up_recorder bring_light;
rescue: rescue save pull_alive bring_out pull_out_alive pull_rubble winch bring_safety pluck lift_out
    free_trapped reach_trapped dig_out haul_up bring_surface pull_from bring_up_alive bring_out_alive
    carry_out_alive lift_to_safety hoist winch_off take_off_ship bring_ashore;
evacuate: evacuate evacuation clear_residents clear_building leave_home move_out take_out_villager order_out
    tell_leave order_leave told_to_leave leave_village flee_home empty_village clear_village clear_town bus_out
    take_to_shelter leave_house ordered_out take_villager take_away_villager bus_villager order_home;
bury: bury burial funeral lay_rest rest_lay inter coffin entomb cremate cremation lay_to_rest put_grave
    graveside carry_to_grave follow_coffin funeral_procession;
mourn: memorial mourn mourner commemorate commemoration remembrance vigil tribute requiem service_for wreath
    remember_dead minute_silence silence lay_wreath wreaths_laid candle church_bell bell_ring stand_silent
    lay_flower hold_vigil candlelit flag_half-mast;
visit: visit tour walk_through view inspect_damage fly_over pay_visit call_at travel_to go_round see_for_self
    inspect_site walk_round come_see look_round call_on_site arrive_for_visit see_site stop_at pay_respect
    lay_flower;
sign: sign signing signature initial ink put_name put_signature sign_deal;
agree: agree agreement accord pact deal treaty compromise settle settlement reach_agreement reach_deal
    strike_deal shake_hand on_terms come_terms understanding reach_settlement reach_accord come_agreement
    strike_bargain seal_deal clinch;
truce: ceasefire cease-fire truce armistice lay_arms peace_deal hostilities;
effect: take_effect come_into_force enter_force go_into_effect come_into_effect in_force effective apply_from
    in_operation come_operation operative come_law rule_apply law_apply apply_now;
negotiate: talk talks negotiate negotiation negotiator round_talk mediation meet_time bargain bargaining
    sit_down_with table talk_resume talk_collapse;
meet: meet meeting summit encounter get_together sit_down see_leader receive_at greet welcome host_talk
    talk_with shake_hand hold_talk;
confer: conference convene congress;
vote: vote poll division show_hands;
cast: cast_vote cast_ballot;
elect: elect election win_election re-elect reelect go_polls poll voter win_vote choose_leader pick_leader
    return_power chosen voted_in sweep_power win_seat win_term second_term return_office voter_return;
referendum: referendum plebiscite;
debate: debate televise_debate;
swear: swear_in sworn oath take_oath take_office take_presidency enthrone coronation crown coronate
    inaugurate_president inauguration_president inaugurate_governor inaugurate_mayor;
resign: leave_council leave_cabinet leave_board leave_party leave_club leave_firm leave_company leave_job resign
    resignation step_down quit stand_down leave_office lose_office give_up_post leave_post bow_out go_as
    hand_in_notice retire retirement throw_towel depart_as leave_as tender_resignation walk_from_job;
dismiss: dismiss dismissal sack oust fire_from remove_from remove_office fire_as suspend_from strip_post
    relieve_duty show_door remove_as lose_job_after part_company axe_coach axe_manager fire_coach fire_manager
    sack_manager relieve_of lose_post kick_out throw_out_of_office lose_job_minister minister_lose remove_post;
appoint: appoint appointment name_minister name_chief nominate nomination take_over_as become_director
    become_chief become_minister succeed name_as choose_as put_in_charge take_charge take_helm hire become_head
    become_leader install pick_as recruit take_reins successor unveil_as unveil_coach unveil_manager take_over_from
    named elevate new_coach new_manager assume_post swap_job hire_coach hire_manager trainer_take_over
    coach_take_over manager_take_over take_over_manager take_over_coach;
concede: concede concession admit_defeat;
pass: pass_law pass_bill adopt adoption enact enactment ratify ratification pass_vote vote_through get_through
    carry_law into_law;
approve: approve approval clear_deal clear_takeover back_deal back_sale back_plan endorse accept accept_offer
    green_light give_go-ahead authorise authorize give_blessing wave_through nod consent wave_on clear_way
    authorisation authorization permit permission licence license say_yes vote_favour win_approval win_backing
    vote_in_favour green-light adopt_plan sign_off say_yes_to clear_jab clear_vaccine clear_drug;
reject: reject rejection turn_down vote_down throw_out refuse refusal rebuff say_no spurn veto block defeat_bill
    knock_back oppose vote_against lose_vote defeat_motion throw_out_plan no_to turn_down_offer defeat_budget
    defeat_plan block_merger block_deal stop_deal stop_takeover stop_merger forbid_deal forbid_takeover
    block_takeover forbid_merger uphold_sentence confirm_verdict dismiss_appeal refuse_appeal uphold_conviction
    uphold_verdict;
ban: ban forbid prohibit outlaw injunction bar bar_from suspend_competition stop_from order_stop impose_ban
    put_ban exclude exclusion expel_sport;
buy: buy purchase acquire acquisition takeover take_over merger merge buyout snap_up take_control gobble bid_for
    pay_million_for win_control pay_for takeover_bid make_offer say_join agree_merge join_firm firm_join;
sell: sell sale sell_off divest divestment auction go_for_million fetch hammer change_hand disposal offload
    put_up_sale go_to_buyer;
invest: invest investment pump_into put_money;
bankrupt: bankrupt bankruptcy insolvency insolvent administration receivership go_bust collapse_debt
    call_in_administrator fold go_under file_protection file_chapter liquidate liquidation run_out_money
    go_into_administration seek_protection;
float: list_exchange flotation go_public float;
layoff: lay_off layoff redundancy cut_job job_cut shed_job axe_job job_loss make_redundant sack_worker
    dismiss_worker job_go cut_workforce cut_post;
earn: profit earnings;
strike: strike walkout stoppage industrial_action down_tool lay_down_tool stop_work picket work_stoppage
    withdraw_labour strikers ballot_strike stay_away_work walk_off picket_line go_out;
protest: protest demonstrate demonstration march rally riot take_street crowd_gather sit-in sit-down
    take_to_street throng rally_in;
sanction: sanction embargo;
launch: launch lift_off liftoff blast_off take_off send_space send_orbit soar rise_pad leave_pad fire_into_orbit
    roar_sky rocket_away set_off_for carry_orbit carry_probe rocket_carry;
land: land landing touch_down touchdown set_down splash_down come_to_rest hit_ground come_earth parachute
    splash;
dock: dock docking moor berth tie_up;
fly_past: sweep_past whizz_past race_past pass_planet pass_comet pass_moon fly_past flyby fly-by swing_past
    pass_by closest_approach;
reach: reach arrive arrival get_to pull_into enter_port get_in make_port slip_orbit enter_orbit;
depart: depart departure leave set_off set_out set_sail sail cast_off leave_port leave_harbour embark head_for
    pull_out_of_station start_ascent begin_ascent start_climb start_journey;
go_home: go_home fly_home return_home return go_back come_home flown_home back_home home_from allow_back
    let_back villager_return return_village back_in_home allow_return move_back bring_back_body fly_home_body
    remains_bring coffin_arrive bring_home;
lose_contact: lose_contact contact_lose fall_silent break_off_contact contact_break go_silent;
begin: begin beginning start commence commencement kick_off get_under_way under_way break_ground set_in_motion
    set_about get_going first_day take_first dawn get_off usher turn_first_sod first_sod first_shovel cut_first
    ground-breaking;
open: open opening inaugurate_building unveil unveiling throw_open cut_ribbon ribbon doors welcomed_first
    first_visitor first_train first_passenger open_traffic first_car_cross open_public let_in_public first_night
    premiere curtain_rise doors_open inaugurated public_admit dedicate consecrate first_cross cross_bridge
    let_visitor first_match first_game inaugurate;
reopen: reopen reopening resume resumption restart back_in_use back_service back_operation run_again back_work
    return_work resume_work return_service flight_resume train_run_again resume_flight resume_service allow_fly
    lift_closure open_again welcome_back let_in_again restart_reactor let_again take_off_again fly_again
    reconsecrate first_mass worshipper_return return_cathedral light_come_back train_pass first_train restore_power
    restore_service restore_system;
end: end finish conclude conclusion complete completion close_talk wind_up wrap_up over come_to_end come_close
    draw_close last_day expire expiry over_after final_day peter_out declare_over all-clear all_clear last_patient
    come_off call_end finish_work work_finish work_complete;
close: close closure shut shut_down shutdown shutter close_down shut_door shut_gate put_lock bolt seal_off cease
    ceased cease_exist go_out_of_business stop_production halt_production go_dark last_shift last_car lock_gate
    gate_shut gate_lock last_worker shut_plant wind_down cease_production roll_off close_door shut_for_good
    leave_plant_last send_home_pupil pupil_send_home suspend_lesson lesson_suspend;
break_off: break_off walk_away suspend suspension adjourn adjournment collapse_talk call_off_talk halt
    fall_through break_up walk_out_talk stall storm_out talk_collapse round_collapse negotiation_collapse
    deal_collapse coalition_collapse;
call_off: call_off cancel cancellation scrap scrub abort shelve drop_plan abandon drop_out pull_plug axe scratch
    ditch bin not_take_place;
delay: delay postpone postponement put_off defer push_back put_back hold_up hold_over set_back slip_to move_to
    reschedule;
build: build construction construct erect lay_foundation lay_stone foundation_stone go_up erection groundwork
    finish_roof complete_roof new_roof rebuild_roof complete_dam complete_bridge close_last_gap;
demolish: demolish demolition tear_down raze knock_down pull_down bulldoze blow_down level dynamite;
repair: repair mend fix restore restoration seal plug_gap fill_breach fill_gap close_gap close_breach patch
    refurbish renovate renovation put_right refloat restore_power restore_electricity electricity_return
    power_return light_come_back;
publish: publish publication release_report issue_report report_find report_blame bring_out_report
    present_report hand_report come_out appear_print make_public issue print deliver_report report_say
    report_conclude report_fault hand_over_report release_find issue_find report_to lay_report bring_out
    print_report put_out_report present_finding finding blame_report panel_blame;
warn: warn warning caution alert;
announce: announce announcement unveil_plan declare declaration make_known tell_reporter unveil;
apologise: apologise apologize apology say_sorry regret;
complain: objection object_to lodge_objection complain complaint grievance grumble protest_to lodge_complaint;
demand: formal_claim request ask_return ask_for demand call_on urge appeal_to;
strip: strip tear_up annul cancel_contract terminate revoke rescind end_contract;
award: award win_prize prize honour honor prize_go medal present_with bestow knight;
win: win victory beat triumph defeat come_first take_title clinch lift_trophy take_gold land_title see_off
    get_better come_out_top finish_first take_crown overcome knock_out thrash edge rout prevail retain_title
    lift_cup put_out keep_crown keep_title retain champion hold_title take_series;
lose: lose_match lose_game go_out_to crash_out beaten_by go_down_to;
score: score goal net strike_goal find_net;
play: match play_against fixture kick-off draw_with;
steal: steal theft robbery rob burgle burglary heist raid_bank make_off_with break_in break-in take_painting
    ransack loot hold_up snatch raider robber burglar thief thieves lift_painting go_missing_from cut_from_frame
    carry_off walk_out_with cut_from take_from_wall stolen take_from_museum carry_away get_away_with make_off prise
    swap_for_copy;
hack: hack cyberattack breach_data break_into_computer ransomware malware intrude intrusion breach_system
    steal_data copy_file breach_network breach_computer break_into_network hacker intruder;
spill: spill leak slick gush pour_into_sea oil_leak seep oil_come_ashore oil_reach black_tide pollute_beach
    leak_oil lose_oil pour_out;
infect: infect infection outbreak diagnose contract_virus test_positive epidemic pandemic fall_sick fall_ill
    catch_illness go_down_with taken_sick taken_ill take_ill sicken sick ill illness;
vaccinate: vaccinate vaccination jab inject inoculate inoculation immunise first_dose give_dose give_shot
    first_shot;
withdraw: withdraw withdrawal pull_out pull_back retreat bring_home_troop leave_base troops_leave pull_out_race
    drop_out_race candidate_drop;
deploy: deploy deployment send_troop move_in arrive_troop dispatch;
surrender: surrender capitulate capitulation lay_down_arm give_self_up hand_over_weapon give_up walk_into_police
    turn_self_in;
address: address speech address_nation deliver_speech televise_address speak_nation speak_to speak_before
    take_floor;
marry: marry wedding marriage tie_knot wed bride;
born: birth give_birth be_born childbirth;
show: exhibit exhibition display premiere;
clash: clash skirmish exchange_fire firefight;
ground: flight_suspend flight_cancel airport_close ground_flight ground_fleet ground stay_ground grounded
    close_airport shut_runway close_runway ground_plane flight_stop;
poison: poison poisoning contaminate contamination food_poisoning;
slide: landslide mudslide avalanche bury_under slip_hill;
hijack: hijack hijacking commandeer;
raise: raise_ship raise_wreck lift_wreck refloat salvage hoist tow_off pull_free float_off drag_off haul_off
    bring_surface bring_up pull_her_free shift_wreck tow_free lift_seabed bring_hull lift_hull bring_ship_surface
    lift_ship;
draw: draw_with share_point end_level draw_game draw_match level stalemate;
recover: recover_painting return_owner back_wall hand_back give_back turn_up hang_again back_on_wall
    find_in_attic return_to_museum restitute found_intact;
test: test trial_run try_out experiment rehearse rehearsal dummy_run sea_trial;
operate: operation operate surgery transplant implant operate_on;
hospital: hospital admit_hospital taken_hospital rush_hospital;
transfer: transfer sign_for move_club join_club join_from move_from signing loan_to fee join_team sign_club;
injunction: injunction court_order restrain order_halt;
pardon: pardon amnesty clemency commute;
coup: coup putsch overthrow topple seize_power depose toppled;
curfew: curfew emergency_rule martial_law state_of_emergency declare_emergency;
blockade: blockade cordon block_road seal_border barricade stop_traffic;
hunger: hunger_strike refuse_food fast stop_eat take_no_food go_without_food refuse_meal strike_hunger;
cull: cull slaughter_flock destroy_herd;
plant: plant_tree sow;
climb: climb ascent summit_reach scale reach_top reach_summit stand_peak stand_summit get_top reach_peak peak;
race: race regatta marathon derby;
swim: swim swam cross_channel;
split: split secede secession independence declare_independence breakaway part_ways;
join: join accession admit_union;
drought: drought water_ration rationing;
power: power_cut blackout outage lights_out lose_power power_fail power_restored;
price: raise_price put_up_price fare_rise cut_rate interest_rate;
recall: recall withdraw_product take_off_shelf pull_from_shelf withdraw_sale withdraw_market pull_shelf;
trap: trap stuck cut_off entomb seal_in cut_off_underground;
contact: first_word signal_received make_contact hear_voice note_from signal_receive call_home hear_craft
    hear_spacecraft hear_probe;
drill: drill borehole shaft_sink;
repeal: repeal abolish abolition scrap_law do_away revoke overturn_law;
conquer: conquer conquest occupy occupation annex annexation retake recapture fall_to seize_town take_town
    take_city enter_city march_into drive_out capture_town take_control_town capture_city seize_city fall_rebel
    take_village drive_rebel drive_out_rebel push_out;
liberate: liberate liberation;
siege: besiege siege surround encircle lay_siege standoff;
amend: amend amendment revise revision reform overhaul;
assassinate: assassinate assassination;
jubilee: jubilee anniversary mark_year centenary bicentenary;
celebrate: celebrate celebration festival carnival party feast gala festivities parade;
boycott: boycott stay_away shun;
broadcast: broadcast air televise screen programme;
interview: interview question_answer;
perform: perform performance concert gig sing recital play_concert take_stage premiere first_night curtain_rise
    take_bow;
ally: coalition alliance team_up join_force ally;
confiscate: confiscate impound seize_assets freeze_assets take_possession;
crackdown: crackdown clamp_down purge round_up;
cut: cut slash reduce lower trim reduction curb;
rise: rise climb_to soar jump surge increase grow go_up raise dearer price_go_up fee_raise cost_more;
fall: fall drop slump tumble decline slide_to plummet decrease share_plunge share_fall stock_lose price_collapse
    lose_value;
decide: decide decision rule ruling judgment judgement decree order resolve verdict_panel find_in_favour
    settle_case;
defect: defect defection switch_side go_over;
dispute: dispute row quarrel feud disagree;
dissolve: dissolve dissolution disband break_up;
divorce: divorce separate separation part_company annul;
donate: donate donation give_million bequeath gift raise_money fundraise;
expand: expand expansion extend extension enlarge widen lengthen;
found: establish set_up create founding form formation;
hand: handover hand_over transfer turn_over give_key present_to give_to pass_to;
impose: impose slap introduce bring_in;
isolate: isolate quarantine lockdown lock_down seal_town seal_off cut_off allow_in_out;
lease: lease rent charter;
lift: lift_ban lift_restriction lift_quarantine ease relax end_ban lift_cordon remove_cordon remove_roadblock
    open_again_town lift_roadblock lift_siege end_quarantine;
move: move_to relocate relocation transport tow haul shift move_into shift_to carry_to;
mutiny: mutiny revolt rebellion rebel uprising insurrection rise_against upheaval;
nationalise: nationalise nationalize state_take_over take_into_state_hand take_public;
overrule: overrule overturn quash reverse strike_down set_aside throw_out_verdict throw_out_conviction
    lift_suspension lift_ban overturn_ban overturn_conviction set_free_appeal;
pollute: pollute pollution foul;
prosecute: prosecute prosecution bring_before hauled;
question: interrogate interrogation grill question quiz;
impeach: impeach impeachment;
rebuild: rebuild reconstruct reconstruction;
damage: damage wreck destroy destruction devastate vandalise vandalize vandalism smash deface ravage tear_roof;
register: register sign_up enrol;
rename: rename renamed;
renew: renew renewal prolong extend_contract;
replace: replace replacement substitute take_place_of stand_in;
review: review reconsider re-examine;
strand: strand stranded marooned;
starve: starve famine;
stampede: stampede crush trample;
submit: submit submission hand_in lodge file_application apply application;
summon: summon subpoena call_before recall_ambassador;
tax: tax levy duty tariff;
torture: torture torment;
train: train_for rehearse practise practice;
unveil: unveil reveal show_off present lift_veil unveiling;
measure: measure record weigh_at survey_measure;
reveal: reveal disclose revelation leak_document expose come_light emerge come_out uncover whistleblower;
vanish: vanish disappear disappearance last_seen go_missing lose_track missing_since lose_contact lose_radar
    contact_lose;
sight: see spot sighting sighted;
wake: wake coma consciousness;
die: die death pass_away succumb not_save could_not_save;
turn_back: turn_back forced_back;
loan: loan lend borrow bailout bail_out rescue_package credit;
default: default miss_payment;
pay: pay repay compensate compensation payout pay_out;
owe: debt owe;
trade: trade export import;
invite: invite invitation;
select: select select_team name_squad shortlist choose pick;
qualify: qualify reach_final knock_out eliminate beat_semi-final;
record: set_record break_record run_faster;
suspend: suspend suspension ban_from suspend_share suspend_trading halt_trading shares_suspended;
dope: dope doping test_positive fail_test steroid;
retire: retire hang_up;
excavate: excavate excavation dig unearth archaeologist;
auction: auction hammer go_under_hammer;
restore: restore restoration clean;
display: exhibit exhibition hang_on_wall go_on_show on_display;
return: return repatriate give_back hand_back back_in restitution;
forge: forge forgery fake declare_fake unmask forged;
authenticate: authenticate prove_genuine;
translate: translate first_word;
name: name christen baptise baptize call_after;
breed: cub calf foal;
count: recount count tally count_vote;
certify: certify certification declare_winner confirm_result declare_result announce_result uphold_result;
resume: resume resumption restart pick_up_again;
divert: divert reroute;
detect: detect detection trace;
contain: contain containment;
treat: treat treatment therapy;
approve_drug: licence license;
board: board storm_ship;
split_ship: break_in_two break_half snap;
bank_run: queue_withdraw run_on_bank freeze_account limit_withdrawal freeze_withdrawal stop_payment
    suspend_payment stop_pay cash_withdraw take_out_money freeze_deposit;
eat: take_food break_fast eat_again first_meal start_eat end_fast call_off_hunger;
beach: beach strand_on_beach wash_onto;
remand: remand keep_in_custody send_back_cell held_without_bail order_held refuse_bail deny_bail;
appear: appear_court brought_court stand_before_judge come_before;
strike_off: strike_off lose_licence disbar;
confidence: no_confidence vote_confidence confidence_vote lose_majority;
topple: government_fall bring_down_government topple_government coalition_collapse fall_apart
    walk_out_government quit_government leave_government leave_coalition walk_out_coalition collapse_coalition
    collapse_government;
call_election: call_election snap_election dissolve_parliament go_to_country election_call date_vote_set
    set_date_vote set_election;
govern: form_government form_coalition coalition_agree;
warning: profit_warning warn_profit issue_warning;
close_road: close_traffic shut_traffic bar_lorry closed_to_lorry;
crack: crack crack_find crack_appear;
propose: propose proposal put_forward table_plan submit_plan suggest draft;
claim: claim_responsibility say_carried;
ransom: ransom pay_ransom demand_ransom transfer_money_hacker hand_over_ransom;
spy: spy espionage;
defuse: defuse disarm make_safe controlled_explosion;
threaten: threat threaten ultimatum;
storm_in: storm_embassy burst_in force_way break_down_door enter_building commando storm_building
    break_into_embassy break_into_building end_siege free_hostage;
stranded: stuck_in_snow cut_off_by;
snow: snow blizzard snowfall;
rain: rain downpour cloudburst;
dry: run_dry dry_up;
restrict: ration restrict hosepipe;
dive: dive diver plunge_into;
sail: sail voyage set_sail maiden_voyage;
fly: fly flight airborne first_flight maiden_flight take_to_air;
photograph: photograph send_picture;
pollinate: flower bloom blossom;
tag: tag collar microchip;
shoot_animal: cull put_down;
graduate: graduate degree;
end_strike: back_work return_work call_off_strike end_strike resume_work go_back_work;
occupy_plant: occupy_plant occupy_factory sit-in take_over_staff stage_sit-in;
call_off_search: give_up_look abandon_hunt abandon_search call_off_search call_off_hunt stop_search;
resettle: resettle move_house move_new_house;
break_truce: break_ceasefire break_truce fight_flare truce_collapse ceasefire_collapse ceasefire_break;
flee: flee cross_border cross_frontier pour_border refugee;
mishap: accident disaster tragedy catastrophe calamity mishap incident emergency;
petition: petition signature;
supply: bring_supply aid_reach food_arrive convoy aid;
search_office: search_office raid_office raid_factory seize_file search_home seize_document raid_home;
fortify: sandbag shore_up fill_sandbag;
open_tomb: open_tomb lift_lid unseal;
clear_camp: clear_camp remove_tent drive_out_protester clear_square clear_protester;
succeed: successor_appoint name_successor;
"""

OPPOSITES = """
begin: break_off close end fail reopen;
open: break_off close delay end fail;
reopen: close end;
"""
"""What is done to one event at two times: who begins a thing does not end it then."""

LIGHT = """
be have do make take give hold get go come put keep see happen occur stage carry place follow bring lead set cause
trigger spark win suffer survive plan threaten face mount order seek attend pass undergo conduct mark join
"""
"""Verbs that leave it to a noun to say what was done."""

CONTROL = """
expect plan agree promise begin start hope vow threaten try attempt decide set schedule refuse pledge offer intend
due prepare continue accuse suspect seek move want need help force fail
"""
"""Verbs that leave it to the verb behind them to say what was done: "agreed to sell", "accused of shooting"."""

SAYING = """
say tell add claim argue insist state note explain suggest reply write recall stress remark comment express promise
vow pledge estimate believe think condemn praise criticise criticize deny confirm warn
"""
"""Verbs that report words: what an act and what was said about it have in common is not one deed."""
