/// Ordinary English words, lower-cased, that often begin a sentence in news with a capital and are no
/// names.
///
/// A capital at the start of a sentence makes no entity when the lower-cased word is in one of these
/// lists.
enum CommonWords {
  /// Articles, pronouns, prepositions, conjunctions, auxiliaries and question words.
  ///
  /// Never an entity by itself, at the start of a sentence or inside it.
  static let functionWords = """
    a, about, above, across, after, against, albeit, all, along, alongside, although, am, amid, amidst
    among, amongst, an, and, another, any, anybody, anyone, anything, anywhere, are, aren't, around, as
    aside, at, atop, barring, be, because, been, before, behind, being, below, beneath, beside, besides
    between, beyond, both, but, by, can, can't, cannot, circa, concerning, could, couldn't, despite, did
    didn't, do, does, doesn't, doing, don't, done, down, due, during, each, either, else, enough, ever
    every, everybody, everyone, everything, everywhere, except, few, fewer, following, for, from, given
    had, hadn't, has, hasn't, have, haven't, having, he, he'd, he'll, he's, hence, her, here, here's
    hers, herself, him, himself, his, how, how's, however, i, i'd, i'll, i'm, i've, if, in, including
    inside, instead, into, is, isn't, it, it'd, it'll, it's, its, itself, just, last, least, less, lest
    let, let's, like, little, many, me, might, mine, minus, more, most, much, must, my, myself, near
    nearly, neither, never, next, no, nobody, none, nor, not, nothing, notwithstanding, now, nowhere, of
    off, on, once, one, one's, oneself, only, onto, opposite, or, other, others, ought, our, ours
    ourselves, out, outside, over, own, past, pending, per, plus, regarding, round, same, several, shall
    she, she'd, she'll, she's, should, shouldn't, since, so, some, somebody, someone, something
    somewhere, still, such, than, that, that's, the, their, theirs, them, themselves, then, there
    there's, thereby, these, they, they'd, they'll, they're, they've, this, those, though, through
    throughout, thus, till, to, too, toward, towards, under, underneath, unless, unlike, until, up, upon
    us, versus, very, via, was, wasn't, we, we'd, we'll, we're, we've, were, weren't, what, what's
    whatever, when, whenever, where, whereas, wherever, whether, which, whichever, while, whilst, who
    who's, whoever, whom, whose, why, will, with, within, without, won't, would, wouldn't, yes, yet, you
    you'd, you'll, you're, you've, your, yours, yourself
    """

  /// Adverbs and opening phrases' first words ("Meanwhile", "Earlier", "Nearly").
  ///
  /// Not an entity at the start of a sentence.
  static let adverbs = """
    abroad, abruptly, absolutely, accordingly, actually, additionally, admittedly, afterward, afterwards
    again, ago, ahead, allegedly, almost, alone, already, also, alternatively, altogether, always
    anyway, apart, apparently, approximately, arguably, asked, away, back, badly, barely, basically
    bluntly, briefly, broadly, carefully, certainly, chiefly, clearly, closely, collectively, commonly
    comparatively, completely, consequently, considerably, constantly, conversely, correctly, critically
    crucially, currently, deeply, deliberately, desperately, directly, domestically, doubtless
    dramatically, earlier, early, easily, economically, effectively, elsewhere, entirely, equally
    especially, essentially, even, eventually, evidently, exactly, exclusively, extremely, fairly, far
    farther, fast, finally, first, firstly, forever, formally, formerly, fortunately, frankly, freely
    frequently, fully, fundamentally, further, furthermore, generally, gradually, greatly, hardly
    heavily, highly, historically, honestly, hopefully, ideally, immediately, importantly, incidentally
    increasingly, indeed, indoors, inevitably, initially, interestingly, internationally, ironically
    jointly, lastly, lately, later, legally, likely, likewise, literally, locally, long, longer, loosely
    luckily, mainly, maybe, meantime, meanwhile, merely, militarily, moreover, mostly, namely
    nationally, nationwide, naturally, necessarily, nevertheless, newly, nonetheless, normally, notably
    obviously, occasionally, oddly, officially, often, online, openly, originally, otherwise, overall
    overnight, overseas, particularly, partly, perhaps, personally, politically, possibly, potentially
    practically, precisely, predictably, preferably, presumably, previously, primarily, privately
    probably, promptly, publicly, quickly, quietly, quite, rarely, rather, readily, really, recently
    regardless, regularly, relatively, remarkably, repeatedly, reportedly, respectively, roughly, sadly
    scarcely, second, secondly, secretly, seemingly, seldom, separately, seriously, sharply, shortly
    significantly, similarly, simply, simultaneously, slightly, slowly, somehow, sometimes, somewhat
    soon, sooner, specifically, steadily, strangely, strictly, strongly, subsequently, suddenly
    supposedly, surely, surprisingly, technically, temporarily, thereafter, therefore, third, thirdly
    thoroughly, today, together, tomorrow, tonight, totally, traditionally, truly, twice, typically
    ultimately, understandably, unfortunately, universally, unusually, usually, virtually, well, widely
    worldwide, yesterday
    """

  /// Words of number and amount ("Thousands", "Dozens", "Two").
  ///
  /// Not an entity at the start of a sentence.
  static let quantityWords = """
    billions, bunch, couple, double, dozen, dozens, eight, eighteen, eighty, eleven, fifteen, fifth
    fifty, five, forty, four, fourteen, fourth, half, handful, hundred, hundreds, majority, million
    millions, minority, nine, nineteen, ninety, numerous, part, parts, percent, plenty, quarter, scores
    seven, seventeen, seventy, six, sixteen, sixth, sixty, ten, tens, thirteen, thirty, thousand
    thousands, three, total, trillions, triple, twelve, twenty, two, various, zero
    """

  /// Adjectives that open a sentence ("Armed men", "Local residents").
  ///
  /// Not an entity at the start of a sentence, unless it is part of a listed name.
  static let adjectives = """
    able, aerial, afraid, aged, alleged, ancient, angry, annual, anonymous, anti-government, armed
    average, aware, bad, based, beautiful, beleaguered, besieged, better, big, bigger, biggest, bitter
    black, bloody, blue, born, brave, breaking, brief, broad, brown, busy, central, certain, cheap
    chemical, chief, civil, clean, clear, close, closed, cold, common, complete, concerned, confident
    conservative, constant, contrary, controversial, cool, crucial, current, dangerous, dark, dead
    deadly, dear, deep, defiant, deputy, desperate, different, difficult, diplomatic, dire, direct
    displaced, domestic, dressed, dry, east, eastern, easy, economic, electric, emergency, empty
    environmental, essential, exact, existing, expensive, extra, extreme, faced, fair, false, familiar
    famous, fatal, federal, female, fierce, final, financial, fine, foreign, formal, former, free
    frequent, fresh, frightened, front, full, fundamental, future, general, global, good, grand
    grateful, gray, great, greater, green, grey, growing, hard, healthy, heavy, high, higher, historic
    homeless, hot, huge, human, humanitarian, hungry, ideal, illegal, immediate, important, impossible
    independent, indirect, individual, industrial, inevitable, initial, innocent, intense, interim
    internal, international, joint, key, known, large, larger, largest, late, latest, leading, left
    legal, liberal, limited, live, local, lone, low, lower, main, major, male, masked, massive, medical
    mental, mere, military, minor, missing, mixed, modern, moral, multiple, mutual, narrow, national
    natural, necessary, negative, new, newest, nice, normal, north, northeast, northeastern, northern
    northwest, northwestern, nuclear, official, old, older, oldest, open, opening, ordinary, original
    outgoing, parliamentary, partial, peaceful, permanent, personal, physical, plain, political, poor
    popular, positive, possible, potential, powerful, present, previous, prime, prior, private
    pro-government, proper, proud, provincial, public, pure, quick, quiet, radical, rare, raw, ready
    real, recent, red, regional, regular, related, religious, remote, responsible, rich, right, rival
    rural, sad, safe, scared, scientific, senior, separate, serious, severe, sexual, sharp, short, shot
    sick, significant, silent, similar, simple, single, slow, small, smaller, social, soft, solid, south
    southeast, southeastern, southern, southwest, southwestern, special, specific, stable, starving
    steady, strategic, strict, strong, stronger, stunned, subject, successful, sudden, suspected
    sustained, technical, temporary, terrible, thick, thin, tiny, top, tough, traditional, trapped, true
    typical, unable, unarmed, uncertain, unclear, undeterred, unidentified, uniformed, unknown
    unprecedented, upper, urban, urgent, usual, valuable, vast, veteran, violent, vital, vulnerable
    warm, weak, weary, west, western, wet, white, wide, wild, worried, worse, worst, wounded, wrong
    yellow, young, younger
    """

  /// Nouns of news prose, mostly plural, that open a sentence ("Officials", "Airstrikes").
  ///
  /// Not an entity at the start of a sentence, unless it is part of a listed name.
  static let nouns = """
    access, accidents, accounts, action, actions, activists, actors, adults, advocates, agencies, agents
    agreement, aid, aides, air, aircraft, airstrike, airstrikes, allies, ambulances, ammunition, amount
    analysis, analysts, anger, animals, answer, answers, anxiety, areas, arguments, army, arrests, art
    article, artillery, artists, ashes, asset, assets, athletes, attack, attackers, attacks, attempts
    attention, attorneys, audience, audiences, author, authorities, awards, babies, backers, background
    ballots, ban, banks, bases, battle, battles, beginning, benefits, bidders, birds, blame, blasts
    blood, bodies, body, bomb, bombardment, bombers, bombing, bombings, bombs, books, border, borders
    boys, bread, breakfast, bridges, budget, buildings, bullets, burial, buses, business, businesses
    buyers, call, calls, cameras, camp, campaign, campaigners, camps, candidates, capital, captors, care
    carnage, cars, cases, cash, casualties, cause, ceasefire, celebrations, cells, change, changes
    chaos, charges, charities, chemicals, child, childhood, children, choices, cities, citizen, citizens
    city, civilian, civilians, claims, clashes, classes, cleanup, clerics, climate, clinics, clothes
    coal, coalition, colleagues, combat, commander, commanders, comments, communities, companies
    comparison, competition, complaints, compromise, concern, concerns, condition, conditions, conflict
    conflicts, confusion, consequences, conservatives, construction, consumers, contact, contents
    contractors, control, convoy, convoys, corruption, cost, costs, countries, coup, court, courts
    crews, crime, crimes, crisis, critic, critics, crowd, crowds, customers, cuts, damage, danger, data
    date, dates, daughter, day, days, deal, dealers, death, deaths, debate, debris, debt, decades
    decisions, defence, defenders, defense, delays, delegates, delegations, demand, demands, democracy
    demonstrations, demonstrators, deployment, desertion, destruction, details, development
    developments, diplomacy, diplomat, diplomats, disagreement, discussions, disease, displacement
    disputes, dissidents, distribution, divers, divisions, doctor, doctors, documents, dogs, donations
    donors, doors, doubts, drivers, drones, drug, drugs, economist, economists, editor, editors
    education, effort, efforts, election, elections, electricity, emotions, employees, employers, end
    enemies, energy, engineers, entrance, equipment, escape, estimates, events, evidence, ex-president
    examples, executions, executives, expectations, experience, experts, explosions, explosives, exports
    extremists, eyes, eyewitnesses, face, faces, facilities, fact, factions, facts, failure, families
    family, famine, fans, farmers, fate, father, fathers, fear, fears, fight, fighter, fighters
    fighting, figures, films, findings, fire, firefighters, fires, flags, flights, flooding, floods
    food, footage, force, forces, foreigners, forests, form, fragments, freedom, friend, friends, fuel
    funds, funeral, funerals, gains, game, games, gangs, garbage, gas, gases, generals, girls, goal
    goals, gold, goods, government, governments, governor, graves, ground, group, groups, growth, guards
    guests, gunfire, gunman, gunmen, guns, hackers, health, hearings, helicopters, help, heroes, history
    holidays, home, homes, hopes, hospital, hospitals, hostages, hostilities, hours, house, houses
    hunger, husbands, idea, ideas, image, images, immigrants, immigration, impact, imports, income
    independence, individuals, industry, inflation, information, infrastructure, injuries, inmates
    insecurity, inspectors, instruments, insurgents, intelligence, interest, interviews, investigation
    investigations, investigators, investment, investors, issues, jets, job, jobs, journalists, judges
    juries, jury, kids, killings, kings, knowledge, labor, labour, lack, land, language, law, lawmakers
    laws, lawyers, leader, leaders, leadership, legislation, legislators, lessons, letters, level
    levels, liberals, life, light, line, lines, links, lives, loans, logistics, loss, losses, love
    machines, man, managers, march, marches, markets, martyrs, mass, massacres, matters, meals, measures
    media, medicine, medicines, medics, meeting, meetings, member, members, men, mercenaries, messages
    method, methods, middlemen, migrants, militants, militias, mines, minister, ministers, minorities
    minutes, miracles, missiles, mission, mistakes, moderates, money, monitors, months, morning
    mortality, mortars, mosque, mosques, mother, mothers, motorists, movement, municipality, music
    musicians, nations, negotiations, negotiators, neighborhoods, neighbors, neighbours, networks, news
    newspapers, nights, noise, nurses, observers, occupation, offensive, office, officer, officers
    officials, oil, operations, operators, opinion, opponents, opportunities, opposition, option
    options, orders, organisations, organisers, organizations, organizers, origin, outbreaks, owners
    pain, pair, parents, participants, parties, partners, party, passengers, patience, patients, peace
    peacekeepers, people, permission, persons, phone, photographs, photos, pictures, pilots, place
    places, plan, plans, players, plumes, point, police, policeman, policemen, policy, politicians
    politics, polls, pollution, position, positions, poverty, power, presence, president, presidents
    pressure, price, prices, prison, prisoners, prisons, problem, problems, production, products
    programs, progress, property, proponents, proposals, prosecutor, prosecutors, protection, protest
    protester, protesters, protests, pupils, purpose, question, questions, radio, raids, rain, readers
    reason, reasons, rebel, rebels, reconciliation, reconstruction, recovery, reform, reforms, refugee
    refugees, regime, regulators, relations, relatives, relief, religion, remains, reply, report
    reporter, reporters, reports, representatives, rescue, rescuers, research, researchers, reservists
    residents, resistance, resolution, resources, response, responsibility, results, revenge, revolution
    rights, riots, risk, risks, road, roads, rockets, rooms, rubble, rules, rumors, rumours, runners
    safety, sailors, sales, sanctions, scholars, school, schools, scientists, searches, secret, security
    separatists, services, settlers, shares, shelling, shells, shoppers, shops, shortages, shots
    shrapnel, side, sides, siege, signs, silence, sirens, situation, skirmishes, sleep, slogans, smoke
    smugglers, snipers, snow, society, soldier, soldiers, solutions, source, sources, space, speakers
    spectators, speculation, speech, spirits, spokesman, spokesmen, sports, staff, starvation, state
    statement, statements, states, steps, stocks, stories, story, strategy, street, streets, strikes
    student, students, success, suffering, suicide, summary, supplies, support, supporters, survivors
    suspects, suspicion, talk, talks, tanks, taxes, teachers, teams, tear, tears, technicians
    technology, teenagers, television, temperatures, tension, tensions, tents, terms, territory, terror
    terrorism, terrorists, tests, theory, things, threats, time, times, tonnes, torture, tourism
    tourists, town, towns, trade, traders, traffic, tragedy, training, transport, travel, travelers
    travellers, treatment, trial, trials, tribes, troops, trouble, truce, trucks, trust, truth, turnout
    unemployment, unions, units, unrest, uprising, users, value, vehicles, version, victims, victory
    video, videos, view, viewers, views, village, villagers, villages, violations, violence, visit
    visitors, voices, volunteers, vote, voter, voters, votes, voting, war, warnings, warplane, warplanes
    wars, waste, water, way, ways, weapons, weather, websites, weeks, welfare, winners, witness
    witnesses, wives, woman, women, words, work, worker, workers, world, worries, worshippers, wounds
    writer, writers, year, years, youth, youths
    """

  /// Verbs and participles that open a sentence ("Speaking to reporters", "Asked whether", "See also").
  ///
  /// Not an entity at the start of a sentence.
  static let verbs = """
    according, acting, adding, agree, aiming, allow, announcing, appearing, argue, arguing, arrested
    arriving, ask, asking, assuming, attending, backed, beat, become, begin, believe, bring, bringing
    build, building, buy, calling, carrying, check, choose, citing, click, come, comes, coming, compare
    compared, confirmed, consider, considering, continue, covering, cut, declining, deploying, described
    describing, destroyed, displaying, drawing, drinking, driven, driving, eating, ending, escorted
    established, excluding, expect, expected, facing, failing, fearing, feel, find, finding, fleeing
    flying, follow, founded, get, getting, give, giving, go, going, got, hearing, held, hit, hold
    holding, imagine, injured, join, judging, keep, keeping, kill, killed, killing, knowing, launched
    lead, learn, leave, leaving, listen, living, located, look, looking, looks, losing, made, make
    making, mark, meet, mind, move, moving, need, noting, offer, ordered, organised, organized, paying
    photographed, pictured, play, playing, please, posted, posting, prepare, proclaiming, published, put
    putting, quoted, quoting, raised, reaching, read, recalling, reckon, referring, refusing, remember
    reporting, returning, rising, run, running, said, saw, saying, says, see, seeing, seen, sell, send
    sending, set, share, show, showing, shown, sit, sitting, sought, speaking, spend, spending, standing
    start, starting, stay, stop, struck, subscribe, supported, surrounded, take, taken, taking, talking
    targeting, tell, thank, thanks, think, threatening, told, traveling, travelling, tried, try, trying
    turn, turning, understand, update, updated, urging, use, used, using, wait, waiting, wake, walk
    walking, want, wanted, warning, watch, watching, wearing, win, winning, wonder, worked, working
    write, writing, written
    """

  /// Words of address and exclamation that open quoted speech ("God", "Hello", "Oh").
  ///
  /// Not an entity at the start of a sentence.
  static let interjections = """
    ah, alas, amen, aye, bye, congratulations, farewell, god, goodbye, hello, hey, hi, lord, oh, ok
    okay, ouch, sir, sorry, sure, welcome, wow, yeah, yep
    """

  /// Weekdays, months and their abbreviations, lower-cased.
  ///
  /// A capital on them is never an entity, though "may" and "march" may be other words.
  static let calendarWords = """
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, tuesdays, wednesdays
    thursdays, fridays, saturdays, sundays, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, mon.
    tue., tues., wed., thu., thur., thurs., fri., sat., sun., january, february, march, april, may, june
    july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept
    oct, nov, dec, jan., feb., mar., apr., jun., jul., aug., sep., sept., oct., nov., dec., muharram
    safar, rajab, shaban, shawwal, a.m., p.m., am, pm, gmt, utc, est, edt, cet, bst, pst, pdt, bc, ad
    bce, ce, spring, summer, autumn, winter, weekend, midnight, noon
    """
}
