/// The words around names and inside them that tell what they name. Each list is one ``WordClass``.
enum ContextWords {
  static let titles = """
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame madame president minister
    premier chancellor secretary senator sen sen. sens. congressman congresswoman representative rep rep.
    reps. governor gov gov. mayor ambassador envoy general gen gen. colonel col col. major maj maj. captain
    capt capt. lieutenant lt lt. sergeant sgt sgt. corporal cpl private pvt admiral adm adm. commander cmdr
    marshal brigadier king queen prince princess duke duchess emperor sultan emir sheikh sheik shaikh
    ayatollah imam mullah rabbi pope cardinal archbishop bishop father reverend rev rev. pastor judge justice
    sheriff detective inspector superintendent officer coach speaker chairman chairwoman chairperson spokesman
    spokeswoman spokesperson director secretary-general attorney-general vice-president presidents ministers
    senators first-lady mp cllr councillor councilor baroness baron pm
    """
  static let titlePrefixes = """
    prime vice deputy foreign defense defence interior finance health education justice trade economy oil
    energy former acting interim first second assistant under chief supreme crown grand lieutenant major
    brigadier attorney press opposition house senate state treasury home environment agriculture information
    culture transport labor labour justice planning security senior executive managing wing field air rear
    outgoing incoming then-
    """
  static let roles = """
    spokesman spokeswoman spokesperson leader leaders president minister premier chief head chairman
    chairwoman director commander general secretary envoy ambassador mayor governor senator lawmaker
    legislator candidate candidates judge justice lawyer attorney prosecutor doctor professor economist
    analyst expert historian author writer novelist journalist reporter correspondent editor photographer
    actor actress singer musician director filmmaker player striker midfielder defender goalkeeper captain
    coach manager boss founder co-founder owner chief executive ceo cleric imam priest bishop activist
    dissident rebel warlord militant dictator ruler king queen prince princess son daughter wife husband
    father mother brother sister widow uncle nephew cousin officer sergeant politician official counterpart
    colleague rival teammate champion star veteran pilot driver scientist researcher biologist chemist
    physicist engineer farmer fisherman teacher student resident witness victim suspect defendant businessman
    tycoon billionaire financier banker investor negotiator mediator inspector detective negotiator nominee
    incumbent challenger predecessor successor aide adviser advisor deputy representative delegate
    """
  static let speechVerbs = """
    said says say told tells adds added asked asks wrote writes tweeted replied warned warns insisted insists
    announced announces argued argues claimed claims denied denies explained explains noted notes stressed
    acknowledged admitted admits accused accuses vowed vows promised pledged praised criticized criticised
    condemned urged urges called recalled thanked met visited resigned apologized apologised testified spoke
    speaks arrived thinks believes hopes expressed described declined refused rejected welcomed traveled
    travelled smiled laughed joked died won scored retired
    """
  static let locatives =
    "in at from near through outside inside around across throughout within toward towards"
  static let particles = """
    al el ul bin ben bint ibn abu abd de del della di da dos das du des la le las los van von der den ter zu
    zur af av
    """
  static let organisationHeads = """
    ministry department university college institute bank bureau office board court council commission
    committee centre center agency association federation confederation union organization organisation
    observatory society academy foundation fund front party movement league congress house chamber assembly
    alliance coalition network campaign club school church church's brotherhood army brigade brigades forces
    force council's institution authority corporation company group initiative partnership programme program
    conference directorate secretariat division museum library hospital orchestra order guild chambers trust
    forum lawyers doctors reporters friends
    """
  static let organisationSuffixes = """
    inc inc. corp corp. co co. ltd ltd. plc llc llp ag gmbh nv sa spa s.a. bv ab oyj asa ministry department
    university college institute bank bureau office board court council commission committee centre center
    agency association federation confederation union organization organisation observatory society academy
    foundation fund front party movement league congress chamber assembly alliance coalition network club
    school church brotherhood army navy brigade brigades battalion division regiment forces force police guard
    guards authority corporation company companies group holdings partners industries enterprises systems
    technologies airlines airways motors bancorp records pictures studios entertainment media broadcasting
    television tv radio news times post journal gazette tribune herald telegraph guardian observer newspaper
    newspapers magazine press hospital clinic museum library orchestra theatre theater parliament senate
    knesset duma bundestag administration service services trust guild corps command directorate secretariat
    tribunal rangers united city wanderers rovers athletic democrats republicans conservatives greens
    socialists liberals liberation jihad exchange petroleum oil gas energy steel telecom communications
    pharmaceuticals laboratories electric insurance securities capital financial international watch union's
    communists tigers militia courier chronicle echo argus tech dispatch bulletin inquirer examiner wire
    newswire mercury
    """
  static let stateBodies = """
    ministry parliament senate congress assembly army navy police court government cabinet embassy department
    office forces force guard guards
    """
  static let placeHeads = """
    lake mount mt mt. fort port cape isle camp saint st st. san santa sao são los ain beit bir deir dayr jabal
    jebel kafr kfar wadi umm tal tell isla
    """
  static let placeOfHeads = """
    gulf strait straits island islands isle isles republic kingdom river sea bay county province city town
    village sultanate emirate commonwealth duchy port district state bank cape
    """
  static let placeSuffixes = """
    hall arena auditorium river valley province county island islands isles mountain mountains sea ocean
    street avenue boulevard road airport square bridge district region desert peninsula strip bay park hill
    hills beach lake lakes palace stadium heights coast governorate prefecture territory territories canyon
    creek falls forest gulf harbor harbour highway strait straits tower towers village town township city port
    prison canal basin plateau delta reef glacier cathedral mosque temple shrine castle republic emirates
    kingdom state border plaza lane drive terrace
    """
  static let placeNouns = """
    city town village province district region area camp suburb suburbs neighborhood neighbourhood county
    state island islands capital port municipality governorate enclave peninsula river valley border airport
    base prison township republic kingdom prefecture settlement outskirts coast cities towns villages
    provinces districts regions areas neighborhoods neighbourhoods counties states ports camps valleys
    """
  static let organisationNouns = """
    party group company firm newspaper magazine daily network agency movement militia militants rebels
    insurgents fighters militant guerrillas website broadcaster television station channel airline automaker
    bank maker manufacturer giant subsidiary union coalition faction team club band executives shares
    employees lawmakers
    """
  static let neverNames = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan jan. feb feb. mar. apr apr. jun. jul. aug aug. sep sep. sept sept.
    oct oct. nov nov. dec dec. i i'm i've i'd i'll muslim muslims islam islamic islamist islamists christian
    christians christianity jew jews jewish judaism sunni sunnis shia shias shi'ite shi'ites shiite shiites
    catholic catholics catholicism protestant protestants orthodox hindu hindus hinduism buddhist buddhists
    buddhism sikh sikhs mormon evangelical ramadan christmas easter eid thanksgiving hanukkah internet web god
    allah bible koran quran english arabic communist communism nazi nazis marxist earth tv dvd cd pc ok am pm
    a.m. p.m. gmt est utc gdp hiv aids sars dna ceo cfo cto uk's vs vs. no. nos. hurricane typhoon winter
    summer spring autumn
    """
  static let connectors = "of for on to and the & de"
  static let adjectiveEndings = """
    led backed based held born style run controlled occupied dominated speaking owned made funded sponsored
    allied linked brokered era wide trained affiliated appointed inspired mediated administered aligned
    friendly bound area installed imposed built educated listed ruled like supported
    """
  static let compass = """
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower greater
    """
  static let genitives = """
    people women children men workers farmers teachers lord queen king students citizens veterans lawyers
    doctors peasants soldiers consumers mothers
    """
}
