/// Names of organisations in news; the words by which others are known are in ``NameHeads``.
///
/// Abbreviations are matched with their capitals exactly as written, so that "WHO" is found and "who"
/// is not; `wordlikeAbbreviations` holds those to leave alone in a line wholly in capitals.
enum OrganisationNames {
  /// International bodies, treaties' organisations and their abbreviations.
  ///
  /// A match is an ORGANISATION by itself.
  static let international = """
    African Development Bank, African Union, AIIB, APEC, Arab League, ASEAN, Asean
    Asian Development Bank, Asian Infrastructure Investment Bank, AUKUS
    Bank for International Settlements, BRICS, CARICOM, CELAC, Collective Security Treaty Organization
    Commonwealth of Independent States, Commonwealth of Nations, Council of Europe, CSTO, E.U., EBRD
    ECB, ECOWAS, Ecowas, EFTA, ESA, EU, Eurasian Economic Union, Eurogroup
    European Bank for Reconstruction and Development, European Central Bank, European Commission
    European Council, European Court of Human Rights, European Court of Justice
    European Investment Bank, European Medicines Agency, European Parliament, European Space Agency
    European Union, Europol, Eurostat, FAO, Five Eyes, Food and Agriculture Organization, Frontex, G20
    G7, G8, GCC, General Assembly, Group of 20, Group of Seven, Gulf Cooperation Council
    Human Rights Council, IAEA, IATA, ICAO, ICC, ICJ, IEA, IGAD, ILO, IMF
    International Atomic Energy Agency, International Energy Agency, International Labour Organization
    International Monetary Fund, International Organization for Migration, INTERPOL, Interpol, IOM, IPCC
    ISAF, ITU, League of Arab States, League of Nations, Mercosur, MINUSCA, MINUSMA, MONUSCO, NATO, Nato
    Non-Aligned Movement, North Atlantic Council, North Atlantic Treaty Organization, OAS, OCHA, OECD
    OHCHR, OIC, OPCW, OPEC, Opec, OPEC+, Organisation for the Prohibition of Chemical Weapons
    Organisation of Islamic Cooperation, Organization for the Prohibition of Chemical Weapons
    Organization of American States, Organization of Islamic Cooperation, OSCE, Paris Club, SAARC, SADC
    Security Council, Shanghai Cooperation Organisation, Shanghai Cooperation Organization, U.N.
    U.N. General Assembly, U.N. Human Rights Council, U.N. Security Council, UN, UN General Assembly
    UN Human Rights Council, UN Secretariat, UN Security Council, UNAIDS, UNAMA, UNAMI, Unasur, UNCTAD
    UNDOF, UNDP, UNEP, UNESCO, Unesco, UNFPA, UNHCR, UNICEF, Unicef, UNIFIL, United Nations
    United Nations Security Council, UNMISS, UNODC, UNRWA, UNSMIL, Warsaw Pact, WFP, WIPO, WMO
    World Bank, World Economic Forum, World Food Program, World Food Programme
    World Health Organisation, World Health Organization, World Meteorological Organization
    World Trade Organization, WTO
    """

  /// Armed groups, militias, armies and guards by name.
  ///
  /// A match is an ORGANISATION by itself.
  static let armedGroups = """
    Abu Sayyaf, Ahrar al-Sham, Aknaf Beit al-Maqdis, Al Qaeda, al Qaeda, Al-Aqsa Martyrs Brigades
    Al-Nusra, al-Nusra, Al-Nusra Front, al-Nusra Front, Al-Qaeda, al-Qaeda, Al-Qaida, al-Qaida
    al-Qassam Brigades, Al-Shabaab, al-Shabaab, Al-Shabab, al-Shabab, Ansar al-Sharia, Ansar Allah
    Ansar Beit al-Maqdis, Ansar Dine, AQAP, AQIM, Arakan Army, Army of Conquest, Army of Islam
    Asaib Ahl al-Haq, Asayish, Azov Battalion, Azov Regiment, Badr Organisation, Badr Organization
    Basij, Boko Haram, CENTCOM, Centcom, Da'esh, Daesh, Delta Force, Democratic Union Party, ELN
    Failaq al-Rahman, FARC, Farc, Fatah, Fateh al-Sham Front, Fatemiyoun, Faylaq al-Rahman
    Free Syrian Army, FSA, Gestapo, Haganah, Hamas, Haqqani Network, Harakat Nour al-Din al-Zenki
    Hashd al-Shaabi, Hayat Tahrir al-Sham, Hezbollah, Hizb ut-Tahrir, Hizbollah, Hizbullah
    Houthi Movement, HTS, IDF, IRA, IRGC, Irgun, Irish Republican Army, ISIL, Isil, ISIS, Isis, ISIS-K
    Islamic Front, Islamic Jihad, Islamic Revolutionary Guard Corps, Islamic State, Islamic State group
    Islamic State Khorasan, Islamic State of Iraq, Islamic State of Iraq and Syria
    Islamic State of Iraq and the Levant, Israel Defence Forces, Israel Defense Forces
    Israeli Defense Forces, Izz ad-Din al-Qassam Brigades, Jabhat al-Nusra, Jabhat Fatah al-Sham
    Jabhat Fateh al-Sham, Jaish al-Islam, Jaish-e-Mohammed, Janjaweed, Jaysh al-Fatah, Jaysh al-Islam
    Jemaah Islamiyah, Jund al-Aqsa, Kata'ib Hezbollah, Kataib Hezbollah, Khmer Rouge, KKK, Ku Klux Klan
    Kurdistan Workers' Party, Lashkar-e-Taiba, Libyan National Army, Liwa al-Tawhid, LNA
    Lord's Resistance Army, LTTE, M23, Mahdi Army, Muslim Brotherhood, National Defence Forces
    National Defense Forces, National Liberation Army, Navy SEALs, Nour al-Din al-Zenki, Nusra Front
    Oath Keepers, Palestine Liberation Organization, Palestinian Islamic Jihad, People's Liberation Army
    People's Protection Units, Peshmerga, PFLP, PJAK, PKK, PLA, PLO
    Popular Front for the Liberation of Palestine, Popular Mobilisation Forces
    Popular Mobilization Forces, Popular Mobilization Units, Proud Boys, PYD, Qassam Brigades
    Quds Force, Rapid Support Forces, Real IRA, Red Army, Republican Guard, Revolutionary Guard
    Revolutionary Guards, RSF, SDF, Shining Path, SNA, Southern Front, SPLA, Syrian Arab Army
    Syrian Democratic Forces, Syrian National Army, Taliban, Tamil Tigers, Tatmadaw
    Tehreek-e-Taliban Pakistan, Tiger Forces, Tigray People's Liberation Front, TPLF, TTP
    Turkistan Islamic Party, U.S. Central Command, US Central Command, Waffen-SS, Wagner Group
    Wehrmacht, YPG, YPJ
    """

  /// News agencies, papers and broadcasters.
  ///
  /// A match is an ORGANISATION by itself.
  static let newsMedia = """
    A.P., ABC News, AFP, Agence France-Presse, Al Arabiya, Al Jazeera, Al Manar, Al Mayadeen, Al-Ahram
    Al-Akhbar, Al-Arabiya, Al-Hayat, Al-Jazeera, al-Jazeera, Al-Manar, Al-Quds al-Arabi, Al-Watan, Amaq
    Amaq News Agency, An-Nahar, Anadolu, Anadolu Agency, ANHA, ANSA, Antara, AP, ARD, Asahi Shimbun
    Asharq al-Awsat, Associated Press, Axios, BBC, BBC News, BBC World Service, Bellingcat, Bernama
    Bloomberg News, Boston Globe, British Broadcasting Corporation, BuzzFeed, C-SPAN, CBC, CBS, CBS News
    CCTV, CGTN, Channel 4, Channel 4 News, Charlie Hebdo, Chicago Tribune, China Daily, CNBC, CNN
    CNN International, Corriere della Sera, Cumhuriyet, Daily Express, Daily Mail, Daily Mirror
    Daily News, Daily Telegraph, Dawn News, Der Spiegel, Deutsche Presse-Agentur, Deutsche Welle
    Die Welt, Die Zeit, DPA, dpa, EFE, El Mundo, El Pais, El País, Enab Baladi, Evening Standard
    Fars News Agency, Financial Times, Forbes, Foreign Affairs, Foreign Policy, Fox News, France 24
    France Info, Frankfurter Allgemeine Zeitung, Geo News, Global Times, Gulf News, Haaretz, Hawar News
    HBO, Huffington Post, HuffPost, Hurriyet, Interfax, Irish Times, IRNA, ISNA, Israel Hayom, ITAR-TASS
    ITN, ITV, Izvestia, Jerusalem Post, Jiji Press, KCNA, Khaleej Times, Kommersant
    Korean Central News Agency, Kurdistan 24, Kyiv Independent, Kyiv Post, Kyodo, Kyodo News
    L'Orient-Le Jour, La Repubblica, La Stampa, Le Figaro, Le Monde, Le Parisien, Los Angeles Times
    Maariv, Mainichi, Miami Herald, Middle East Eye, MSNBC, NBC, NBC News, NDTV, New York Post
    New York Times, Newsweek, NHK, Nikkei, Novaya Gazeta, NPR, Orient TV, PBS, People's Daily, Politico
    Pravda, Press Association, Press Trust of India, Press TV, ProPublica, PTI, Radio Free Asia
    Radio Free Europe, Radio Liberty, Reuters, RFE/RL, RFI, RIA, RIA Novosti, RTE, Rudaw, SANA
    Shaam News Network, Sky News, Smart News Agency, South China Morning Post, Sputnik News
    Sueddeutsche Zeitung, Sunday Telegraph, Sydney Morning Herald, Syria Direct, Syria TV
    Syrian Arab News Agency, Süddeutsche Zeitung, Tasnim, TASS, Tass, The Atlantic, The Daily Telegraph
    The Economist, The Globe and Mail, The Guardian, The Hindu, The Independent, The Irish Times
    The National, The New York Times, The New Yorker, The Observer, The Sunday Times, The Times
    The Times of Israel, The Wall Street Journal, The Washington Post, Thomson Reuters, Time Magazine
    Times of India, Times of Israel, Toronto Star, TRT, TRT World, Ukrinform, Unian, USA Today, VOA
    Voice of America, Vox Media, Wall Street Journal, Washington Post, WikiLeaks, Wikileaks, Xinhua
    Yedioth Ahronoth, Ynet, Yomiuri Shimbun, Yonhap, Yonhap News Agency, Zaman, ZDF
    """

  /// State bodies, agencies, courts and central banks by name.
  ///
  /// A match is an ORGANISATION by itself.
  static let government = """
    ASIO, Assembly of Experts, ATF, Atomic Energy Organization of Iran, Bank of Canada, Bank of England
    Bank of France, Bank of Italy, Bank of Japan, Bank of Russia, BND, Buckingham Palace, Bundesbank
    Bundesrat, Bundestag, Bundeswehr, C.I.A., Cabinet Office, CDC
    Centers for Disease Control and Prevention, Central Committee, CIA, Coast Guard
    Commission of Inquiry, Congress, Constitutional Court, Court of Appeal, Court of Cassation
    Crown Court, Crown Prosecution Service, Dail, DEA, Defense Department, Department of Defense
    Department of Homeland Security, Department of Justice, DHS, Downing Street, Duma, Dáil
    Electoral College, Elysee, Elysee Palace, Environmental Protection Agency, EPA, F.B.I., FAA, FBI
    FCC, FDA, Federal Aviation Administration, Federal Reserve, Federal Trade Commission
    Federation Council, FEMA, Folketing, Food and Drug Administration, Foreign and Commonwealth Office
    Foreign Office, FSB, FTC, GCHQ, Government of National Accord, GRU, Guardian Council, High Court
    High Negotiations Committee, HMRC, HNC, Home Office, Homeland Security, House of Commons
    House of Lords, House of Representatives, Inter-Services Intelligence
    International Court of Justice, International Criminal Court, IRS, ISI, Joint Chiefs of Staff
    Joint Investigative Mechanism, Justice Department, KGB, Knesset, Kremlin, KRG
    Kurdistan Regional Government, Lok Sabha, Loya Jirga, Majlis, Marine Corps, Met Office
    Metropolitan Police, MI5, MI6, Ministry of Defence, MoD, Mossad, Mukhabarat, N.S.A., NASA, Nasa
    National Assembly, National Coalition, National Crime Agency, National Guard
    National Health Service, National Hurricane Center, National Institutes of Health
    National People's Congress, National Security Council, National Transportation Safety Board
    National Weather Service, NHS, NIH, NIS, NOAA, NSA, NTSB, Ofcom, Ofsted, Old Bailey, Oval Office
    Palestinian Authority, Palestinian National Authority, Pentagon, People's Assembly
    People's Bank of China, Politburo, Quai d'Orsay, Rada, Rajya Sabha, RCMP, Reconciliation Centre
    Reserve Bank of Australia, Reserve Bank of India, Riksdag, Rosatom, Roscosmos, Roskomnadzor
    Salvation Government, SBU, Scotland Yard, Scottish Parliament, SEC, Secret Service
    Securities and Exchange Commission, Security Service of Ukraine, Sejm, Senate, Senedd, Shin Bet
    Shura Council, Special Tribunal for Lebanon, State Council, State Department, State Duma, Stormont
    Storting, Supreme Court, SVR, Swiss National Bank, Syrian Interim Government
    Syrian National Coalition, Syrian National Council, Syrian Opposition Coalition
    Syrian Salvation Government, Transitional National Council, Treasury Department, TSA
    U.S. Agency for International Development, U.S. Coast Guard, U.S. Congress, U.S. Geological Survey
    U.S. Senate, U.S. State Department, U.S. Supreme Court, U.S. Treasury, US Geological Survey
    US State Department, US Supreme Court, USAID, USGS, Verkhovna Rada, White House, Élysée
    """

  /// Aid, rights and research organisations, think tanks and observatories.
  ///
  /// A match is an ORGANISATION by itself.
  static let charities = """
    AARP, ACLU, Action Against Hunger, ActionAid, AFL-CIO, AIPAC, Airwars
    American Civil Liberties Union, American Medical Association, American Red Cross, Amnesty
    Amnesty International, Anti-Defamation League, Atlantic Council, B'Tselem
    Bill & Melinda Gates Foundation, Black Lives Matter, Breaking the Silence, British Red Cross
    Brookings, Brookings Institution, CARE International, Caritas, Carnegie Endowment
    Carnegie Middle East Center, Cato Institute, Chatham House, Christian Aid, Civil Defence
    Civil Defense, Clinton Foundation, Committee to Protect Journalists, Conflict Armament Research
    Council on Foreign Relations, CPJ, Crisis Group, Danish Refugee Council, Doctors Without Borders
    Extinction Rebellion, Ford Foundation, Freedom House, Friends of the Earth, Gallup, Gates Foundation
    Greenpeace, Handicap International, Heritage Foundation, HRW, Hudson Institute, Human Rights Watch
    ICRC, IFRC, IISS, Institute for the Study of War, International Committee of the Red Cross
    International Crisis Group, International Federation of Red Cross and Red Crescent Societies
    International Institute for Strategic Studies, International Rescue Committee, Ipsos, IRC
    Islamic Relief, Kizilay, Medecins Sans Frontieres, Mercy Corps, Mozilla Foundation, MSF
    Médecins du Monde, Médecins Sans Frontières, NAACP, National Rifle Association, Nobel Committee
    Norwegian Nobel Committee, Norwegian Refugee Council, NRA, NRC, Open Society Foundations, Oxfam
    Palestine Red Crescent Society, Peace Now, Pew Research Center, Physicians for Human Rights
    Plan International, Planned Parenthood, RAND Corporation, Rand Corporation, Red Crescent, Red Cross
    Reporters Without Borders, Rockefeller Foundation, Royal Society, Royal United Services Institute
    RUSI, SARC, Save the Children, Sierra Club, SIPRI, SNHR, SOHR, Southern Poverty Law Center
    Stockholm International Peace Research Institute, Syria Civil Defence, Syria Civil Defense
    Syrian American Medical Society, Syrian Arab Red Crescent, Syrian Civil Defence
    Syrian Civil Defense, Syrian Network for Human Rights, Syrian Observatory for Human Rights
    Teamsters, Transparency International, Turkish Red Crescent
    Union of Medical Care and Relief Organizations, Unison, UOSSM, Violations Documentation Center
    Violations Documentation Centre, Washington Institute, White Helmets, Wikimedia Foundation
    Wilson Center, World Vision, WWF, YouGov
    """

  /// Companies, banks, exchanges and airlines.
  ///
  /// A match is an ORGANISATION by itself.
  static let companies = """
    21st Century Fox, 3M, AB InBev, Adani Group, Adidas, Aeroflot, AIG, Air France, Air France-KLM
    Air India, Airbnb, Airbus, Aldi, Alibaba, Alitalia, Allianz, Alphabet Inc., Amazon Web Services
    Amazon.com, AMD, American Airlines, American Express, Amtrak, Anglo American, Anheuser-Busch
    Anthropic, Apple Inc., Aramco, ArcelorMittal, Asda, ASML, AstraZeneca, AT&T, Audi, AXA, BAE Systems
    Baidu, Bank of America, Barclays, BASF, Bayer, BBVA, Bear Stearns, Berkshire Hathaway, BHP, Binance
    BioNTech, BlackRock, Blackwater, Blue Origin, BMW, BNP Paribas, Boeing, Bosch, BP, British Airways
    British American Tobacco, BT Group, Burger King, ByteDance, Cambridge Analytica, Canon Inc.
    Carrefour, Caterpillar Inc., Cathay Pacific, Cham Holding, Cham Wings, Chevron, Chrysler
    Cisco Systems, Citibank, Citigroup, Citroen, CNOOC, Coca-Cola, Coca-Cola Co., Coinbase, Comcast
    Commerzbank, ConocoPhillips, Costco, Credit Agricole, Credit Suisse, Daimler, Danone, Danske Bank
    DeepMind, Dell Technologies, Deloitte, Delta Air Lines, Deutsche Bahn, Deutsche Bank
    Deutsche Telekom, DHL, Disney, Dow Chemical, Dow Jones, DuPont, E.ON, EasyJet, easyJet, eBay, EDF
    EgyptAir, Eli Lilly, Eni, Enron, Equinor, Ericsson, Ernst & Young, Ethiopian Airlines, Etihad
    Etihad Airways, Eurostar, Evergrande, Exxon, Exxon Mobil, ExxonMobil, Facebook, Fannie Mae, FedEx
    Ferrari SpA, Fiat Chrysler, Fitch, Fitch Ratings, Ford Motor, Ford Motor Company, Foxconn
    Freddie Mac, FTSE, FTX, Gazprom, GE, General Dynamics, General Electric, General Motors, Germanwings
    GlaxoSmithKline, Glencore, GM, Goldman Sachs, Google, GSK, Gucci, H&M, Halkbank, Heineken
    Hewlett-Packard, Hitachi, Home Depot, Honeywell, HP, HSBC, Huawei, Hyundai, Iberia Airlines, IBM
    IKEA, Ikea, Infosys, ING Group, Instagram, Intel Corp., Jaguar Land Rover, Japan Airlines
    Johnson & Johnson, JP Morgan, JPMorgan, JPMorgan Chase, Kenya Airways, KFC, Kia Motors, KLM
    Korean Air, KPMG, L'Oreal, L'Oréal, Lafarge, Lehman Brothers, Lenovo, LG Electronics, Lidl, LinkedIn
    Lloyds, Lloyds Banking Group, Lockheed Martin, London Stock Exchange, Lufthansa, Lukoil, LVMH, Lyft
    Maersk, Malaysia Airlines, Marks & Spencer, MasterCard, Mastercard, Mazda, McDonald's, McKinsey
    Mercedes-Benz, Merck, Merrill Lynch, Meta Platforms, Microsoft, Mitsubishi, Moderna, Monsanto
    Moody's, Morgan Stanley, MTN Syria, NASDAQ, Nasdaq, NatWest, Nestle, Nestlé, Netflix, Network Rail
    New York Stock Exchange, News Corp, News Corp., Nike, Nintendo, Nissan, Nokia, Nord Stream, Nordea
    Northrop Grumman, Novartis, Novo Nordisk, Nvidia, NYSE, Opel, OpenAI, Oracle Corp., Palantir
    Panasonic, Paramount Pictures, PayPal, PDVSA, Pemex, Pepsi, PepsiCo, Petrobras, PetroChina, Peugeot
    Pfizer, Philip Morris, Philips, Porsche, PricewaterhouseCoopers, Procter & Gamble, Puma SE, PwC
    Qantas, Qatar Airways, Qualcomm, Raytheon, RBS, Reddit, Reliance Industries, Renault, Repsol
    Rio Tinto, Roche, Rolls-Royce, Rosneft, Royal Bank of Scotland, Royal Dutch Shell, RWE, Ryanair, S&P
    Saab, Sainsbury's, Samsung, Samsung Electronics, Sanofi, Santander, Saudi Aramco, Sberbank, Siemens
    Singapore Airlines, Sinopec, Sinopharm, Sinovac, Snapchat, SNCF, Societe Generale, Société Générale
    SoftBank, Sony, Southwest Airlines, SpaceX, Spotify, Standard & Poor's, Standard Chartered
    Starbucks, Starlink, Statoil, Stellantis, Syrian Air, Syriatel, T-Mobile, Target Corp., Tata Group
    Tata Motors, Tata Steel, Telefonica, Telefónica, Tencent, Tesco, Tesla, Thomas Cook, Thyssenkrupp
    TikTok, Toshiba, TotalEnergies, Toyota, Transneft, TSMC, Turkish Airlines, Twitter, Uber, UBS
    UniCredit, Unilever, United Airlines, Universal Pictures, Vale SA, Verizon, Visa Inc., Vodafone
    Volkswagen, Volvo, VTB, VW, Wal-Mart, Walmart, Walt Disney, Walt Disney Co., Warner Bros.
    Warner Bros. Discovery, Wells Fargo, WhatsApp, Xiaomi, YouTube, Zara, ZTE, Zurich Insurance
    """

  /// Political parties, fronts and movements.
  ///
  /// A match is an ORGANISATION by itself.
  static let parties = """
    Aam Aadmi Party, AAP, AfD, African National Congress, AK Party, AKP, All Progressives Congress
    Alternative for Germany, Amal Movement, ANC, APC, Awami League, Ba'ath Party, Baath, Baath Party
    Bangladesh Nationalist Party, Bharatiya Janata Party, BJP, Bloc Québécois, Blue and White
    Brexit Party, Brothers of Italy, CCP, CDU, Chinese Communist Party, CHP, Christian Democratic Union
    Christian Democrats, Christian Social Union, Ciudadanos, Civic Platform, Communist Party
    Communist Party of China, Congress Party, Conservative Party, CSU, Dawa Party, Democratic Alliance
    Democratic National Committee, Democratic Party, Democratic Progressive Party
    Democratic Unionist Party, Die Linke, DNC, DPP, DUP, Economic Freedom Fighters, EFF, En Marche
    Ennahda, FDP, Fianna Fail, Fianna Fáil, Fidesz, Fine Gael, Five Star Movement, FLN, Forza Italia
    FPO, FPÖ, Free Democrats, Free Patriotic Movement, Freedom and Justice Party, Freedom Party, FRELIMO
    Frelimo, Front National, Future Movement, Golden Dawn, Golkar, GOP, Green Party, HDP
    Indian National Congress, Inkatha, Institutional Revolutionary Party, IYI Party, Jamaat-e-Islami
    Jewish Home, Jobbik, Joint List, Justice and Development Party, Kadima, Kataeb, KDP, KKE, KMT, KNC
    Komeito, Kuomintang, Kurdish National Council, Kurdistan Democratic Party, La France Insoumise
    La République En Marche, Labor Party, Labour Party, Law and Justice, LDP, Lebanese Forces, Lega Nord
    Les Républicains, Lib Dems, Liberal Democratic Party, Liberal Democrats, Liberal Party
    Libertarian Party, Likud, March 14, MDC, Meretz, MHP, Move Forward Party
    Movement for Democratic Change, MPLA, National Front, National League for Democracy, National Rally
    Nationalist Movement Party, NDP, New Democracy, New Democratic Party, Nidaa Tounes, NLD
    Northern League, Otzma Yehudit, OVP, Pakistan Muslim League, Pakistan People's Party, PASOK, Pasok
    Patriotic Union of Kurdistan, PDP, Pegida, People's Party, Peoples Democratic Party
    Peoples' Democratic Party, Phalange, Pheu Thai, PiS, Plaid Cymru, PML-N, Podemos, Polisario
    Polisario Front, Polish United Workers' Party, Popular Party, PPP, PRI, Progressive Socialist Party
    PSOE, PUK, Reform UK, Religious Zionism, RENAMO, Renamo, Republican National Committee
    Republican Party, Republican People's Party, RNC, RSS, Sadrist Movement, Sandinista Front
    Scottish National Party, SDLP, Shas, Shiv Sena, Sinn Fein, Sinn Féin, SNP, Social Democratic Party
    Social Democrats, Socialist Party, SPD, SSNP, State of Law, SWAPO, Syrian Social Nationalist Party
    SYRIZA, Syriza, Tea Party, Tehreek-e-Insaf, Trinamool Congress, UK Independence Party, UKIP, Ukip
    Ulster Unionist Party, UMNO, UMP, UNITA, United Russia, United Torah Judaism, Wafd, Workers Party
    Workers' Party, Yesh Atid, Yisrael Beiteinu, ZANU-PF, Zanu-PF, ÖVP
    """

  /// Sports bodies, leagues, cups and large clubs.
  ///
  /// A match is an ORGANISATION by itself.
  static let sports = """
    49ers, AC Milan, Ajax, Al Ahly, Al Hilal, Al-Ahly, Al-Ittihad, Al-Nassr, All Blacks, Anderlecht
    Arsenal, AS Monaco, AS Roma, Aston Villa, Astros, Athletic Bilbao, Atletico Madrid, Atlético Madrid
    ATP, Barca, Bayer Leverkusen, Bayern Munich, BCCI, Benfica, Besiktas, Boca Juniors
    Borussia Dortmund, Boston Celtics, Boston Red Sox, Broncos, Buffalo Bills, Bundesliga, Canadiens
    Cardiff City, Cavaliers, Celtic FC, Celtics, Champions League, Chelsea FC, Chicago Bulls
    Chicago Cubs, Cleveland Browns, Cleveland Cavaliers, CONCACAF, CONMEBOL, Corinthians
    Court of Arbitration for Sport, Crystal Palace, CSKA Moscow, Cubs, Dallas Cowboys, Denver Broncos
    Dinamo Zagreb, Dodgers, Dynamo Kyiv, Eintracht Frankfurt, Eredivisie, Europa League, Everton
    FC Barcelona, FC Bayern, FC Porto, Fenerbahce, Feyenoord, FIA, FIFA, Fifa, Fiorentina, Flamengo
    Football Association, Football League, Formula 1, Formula One, Galatasaray, Glasgow Rangers
    Golden State Warriors, Green Bay Packers, Hearts FC, Hertha Berlin, Houston Astros, IAAF, IBF
    Inter Milan, International Olympic Committee, IOC, ITF, Juventus, Kansas City Chiefs, Knicks
    La Liga, Lakers, Leeds United, Leicester City, Ligue 1, LIV Golf, Liverpool FC, Los Angeles Dodgers
    Los Angeles Lakers, Major League Baseball, Man City, Man United, Manchester City, Manchester United
    Maple Leafs, MCC, Mets, Miami Heat, MLB, MLS, Napoli, NASCAR, Nascar
    National Basketball Association, National Football League, National Hockey League, NBA, NCAA
    New England Patriots, New York Giants, New York Jets, New York Yankees, Newcastle United, NFL, NHL
    Norwich City, Nottingham Forest, Olympiakos, Olympic Committee, Olympique de Marseille
    Olympique Lyonnais, Orioles, Packers, Palmeiras, Panathinaikos, Paralympic Committee
    Paris Saint-Germain, Paris St-Germain, PGA, PGA Tour, Philadelphia Eagles, Phillies
    Pittsburgh Steelers, Premier League, PSG, PSV Eindhoven, RB Leipzig, Real Madrid, Real Sociedad
    Red Bull Racing, Red Sox, Red Star Belgrade, River Plate, San Antonio Spurs, San Francisco 49ers
    San Francisco Giants, Schalke, Scuderia Ferrari, Seahawks, Seattle Seahawks, Serie A, Sevilla
    Shakhtar Donetsk, Sheffield United, Six Nations, Southampton FC, Spartak Moscow, Sporting Lisbon
    Springboks, Spurs, Steelers, Stoke City, Swansea City, Team Sky, Toronto Raptors, Tottenham Hotspur
    Trabzonspor, UEFA, Uefa, UFC, USADA, Villarreal, WADA, Wallabies, WBA, WBC, WBO, Werder Bremen
    West Ham, West Ham United, White Sox, Wimbledon Championships, WNBA, World Anti-Doping Agency
    World Athletics, World Rugby, WTA, Yankees, Zamalek, Zenit St. Petersburg
    """

  /// Universities, institutes, museums and hospitals by name.
  ///
  /// A match is an ORGANISATION by itself.
  static let universities = """
    Al-Azhar, al-Azhar, Al-Azhar University, Al-Shifa Hospital, Aleppo University
    American University in Cairo, American University of Beirut, Australian National University
    Birzeit University, Bogazici University, Bologna University, Bosphorus University, British Library
    British Museum, Brown University, Cairo University, California Institute of Technology, Caltech
    Cambridge University, CERN, Cern, Charite Hospital, Charité, Charles University, Columbia University
    Cornell, Cornell University, Damascus University, Dartmouth College, Duke University
    Ecole Normale Superieure, EPFL, ETH Zurich, Eton, Eton College, Fraunhofer Institute
    Free University of Berlin, George Washington University, Georgetown University
    Great Ormond Street Hospital, Guggenheim Museum, Harvard, Harvard Law School, Harvard Medical School
    Harvard University, Hebrew University, Heidelberg University, Hermitage Museum, Humboldt University
    Imperial College, Imperial College London, Institut Pasteur, Jagiellonian University
    Jawaharlal Nehru University, Jet Propulsion Laboratory, Johns Hopkins, Johns Hopkins University
    Karolinska Institute, King's College London, KU Leuven, Lawrence Livermore, Leiden University
    Library of Congress, London School of Economics, Louvre, LSE, Makerere University
    Massachusetts Institute of Technology, Max Planck Institute, Max Planck Society, Mayo Clinic
    McGill University, Metropolitan Museum of Art, MIT Media Lab, Moscow State University
    National University of Singapore, New York University, Northwestern University, NYU, Open University
    Oxford University, Pasteur Institute, Peking University, Penn State, Princeton, Princeton University
    Robert Koch Institute, Rutgers University, Sciences Po, Scripps Institution
    Seoul National University, Sharif University, Shifa Hospital, Smithsonian, Smithsonian Institution
    SOAS, Sorbonne, Stanford, Stanford University, Tate Modern, Technion, Tehran University
    Tel Aviv University, Tishreen University, Trinity College Dublin, Tsinghua University, UC Berkeley
    UCL, UCLA, University College London, University of Aleppo, University of Amsterdam
    University of California, University of Cambridge, University of Cape Town, University of Chicago
    University of Damascus, University of Edinburgh, University of Hong Kong, University of Manchester
    University of Michigan, University of Oklahoma, University of Oxford, University of Pennsylvania
    University of Sydney, University of Texas, University of Tokyo, University of Toronto
    University of Vienna, University of Virginia, Virginia Tech, Walter Reed, West Point, Woods Hole
    Yale, Yale University
    """

  /// Abbreviations that spell a common word ("IS", "WHO", "ICE").
  ///
  /// A match is an ORGANISATION by itself, save in a line wholly in capitals. Only here, in no other
  /// list.
  static let wordlikeAbbreviations = """
    AU, CARE, ETA, ICE, IS, MIT, RAND, SAMS, SAP, UPS, WHO
    """

  /// Organisations whose names or abbreviations are also common words, places or persons.
  ///
  /// A match counts only with proof from around it, such as a head word, a suffix or a reporting
  /// verb.
  static let ambiguousOrganisations = """
    Alliance, Alphabet, Amazon, Angels, Apple, Axel Springer, Barcelona, Bears, Bild, Bills, Block
    Blues, Boots, Brown, Browns, Bulls, Cabinet, Canon, Cardinals, Care, Caterpillar, Cato, Celtic
    Chamber, Chelsea, Chiefs, Chronicle, Commons, Commonwealth, Conservatives, Cortes, Court, Cowboys
    Dawn, Delta, Democrats, Devils, Diet, Discord, Drake, Duke, Eagles, Economist, Elders, Emirates
    Emory, Express, Fed, Fiat, Flames, Ford, Forest, Fox, Fulham, Gap, Giants, Globe, Greens, Guardian
    Hearts, Heat, Herald, Heritage, Home, House, Independent, Indians, Intel, Inter, Jaguar, Jazz, Jets
    Journal, Kings, Labor, Labour, Lazio, Liberals, Lions, Liverpool, Lords, Magic, Mail, Memorial, Met
    Meta, Milan, Mint, Mirror, Monaco, Morena, National, Nationals, Nets, Next, Observer, Office, Oilers
    Oracle, Orange, Patriots, People, Pirates, Press, Puma, Quartet, Rams, Rand, Rangers, Rays
    Republicans, Rice, Rockies, Roma, Royals, Sabah, Saints, Shell, Signal, Sky, Slack, Solidarity
    Southwest, Sputnik, Square, Standard, Stars, Stripe, Sun, Target, Telegram, Telegraph, Temple, Time
    Total, Treasury, Tribune, Tufts, Twins, Union, Unite, United, Vale, Villa, Visa, Vox, Wire, Wolves
    Zoom
    """
}
