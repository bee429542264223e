/// Words by which names are known that stand in no list: heads of organisations ("Ministry") and of places ("River"), legal
/// suffixes ("Ltd.").
enum NameHeads {
  /// Words that end, or with "of" begin, the name of an organisation ("Ministry of Health").
  ///
  /// A match beside other capitals makes them one ORGANISATION. Singular and plural are both listed.
  static let organisations = """
    Academy, Administration, Agencies, Agency, Airlines, Airways, Alliance, Ambulance, Archive, Archives
    Army, Assembly, Associates, Association, Authorities, Authority, Ballet, Bank, Banks, Bar, Battalion
    Board, Brewery, Brigade, Brigades, Broadcasting, Brotherhood, Brothers, Bureau, Cabinet, Campaign
    Capital, Caucus, Center, Centers, Centre, Centres, Chamber, Charity, Church, Clinic, Club, Coalition
    Collective, College, Colleges, Command, Commission, Commissions, Committee, Committees
    Communications, Community, Companies, Company, Confederation, Conference, Congregation, Congress
    Consortium, Constabulary, Convention, Cooperative, Corp, Corporation, Corps, Council, Councils
    Court, Courts, Crescent, Cross, Defence, Defense, Delegation, Democrats, Department, Departments
    Diocese, Directorate, Division, Electronics, Embassy, Endowment, Energy, Engineering, Enterprises
    Entertainment, Exchange, Executive, Faculty, FC, Federation, Fleet, Force, Forces, Forum, Foundation
    Foundations, Front, Fund, Gallery, Garrison, Gendarmerie, Government, Group, Groups, Guard, Guards
    Guild, Holding, Holdings, Hospital, Hospitals, Hotels, Inc, Industries, Initiative, Inspectorate
    Institute, Institutes, Institution, Insurance, Intelligence, International, Jirga, Junta, Lab
    Laboratories, Laboratory, Labs, League, Legion, Legislature, Library, Lobby, Ltd, Magazine, Majlis
    Media, Militia, Militias, Mission, Missions, Monitor, Motors, Movement, Movements, Museum, Navy
    Network, Networks, News, Newspaper, NGO, Observatory, Office, Offices, Orchestra, Organisation
    Organisations, Organization, Organizations, Pact, Panel, Parliament, Parties, Partners, Partnership
    Party, Patrol, Petroleum, Pharmaceuticals, Platoon, Police, Post, Press, Prosecutors, Publishing
    Radio, Railways, Regiment, Registry, Republicans, Research, Resistance, Resources, Sangh, School
    Schools, Secretariat, Security, Seminary, Senate, Service, Services, Shura, Societies, Society
    Solutions, Squad, Squadron, Staff, Studio, Studios, Summit, Supermarkets, Syndicate, Synod, Systems
    Task Force, Taskforce, Team, Technologies, Technology, Telecom, Television, Theater, Theatre, Times
    Tribunal, Tribune, Trust, TV, Union, Unions, Unit, United, Units, Universities, University, Ventures
    Watch, Works
    """

  /// Legal suffixes of companies ("Inc.", "GmbH").
  ///
  /// A match after capitals makes them one ORGANISATION and is part of it.
  static let companySuffixes = """
    Inc., Inc, Corp., Corp, Ltd., Ltd, Limited, PLC, Plc, plc, LLC, L.L.C., LLP, L.L.P., LP, Co., & Co.
    and Co., Cos., & Sons, GmbH, AG, SE, KG, KGaA, e.V., S.A., SA, S.A.S., SAS, SARL, S.L., SL, S.p.A.
    SpA, S.r.l., NV, N.V., BV, B.V., AB, ASA, A/S, Oy, Oyj, OAO, OOO, PAO, JSC, PJSC, a.s., A.S., A.Ş.
    Sp. z o.o., Kft, d.o.o., Pty, Pty., Pty Ltd, Pte, Pte., Pte Ltd, Bhd, Bhd., Sdn Bhd, Tbk, KK, K.K.
    S.A.L., SAL, Ltda, S.A. de C.V.
    """

  /// Heads of compound place names that stand last ("Orontes River", "Idlib Province").
  ///
  /// A match beside other capitals makes them one PLACE.
  static let places = """
    Airbase, Airfield, Airport, Alley, Archipelago, Arena, Atoll, Avenue, Barracks, Basin, Bay, Beach
    Border, Borough, Boulevard, Bridge, Camp, Canal, Canyon, Cape, Castle, Cathedral, Cave, Caves
    Cemetery, Channel, Checkpoint, Citadel, City, Cliff, Cliffs, Coast, Corridor, Countryside, County
    Crater, Creek, Crossing, Dam, Delta, Desert, District, Districts, Drive, Estate, Falls, Farm, Field
    Fjord, Forest, Fort, Fortress, Garden, Gardens, Gate, Geyser, Glacier, Gorge, Governorate, Gulf
    Harbor, Harbour, Heights, Highway, Hill, Hills, Hotel, Interchange, Island, Islands, Isle, Isles
    Islet, Junction, Lagoon, Lake, Lakes, Lane, Market, Marsh, Marshes, Metro, Mine, Monastery, Mosque
    Motorway, Mount, Mountain, Mountains, Municipality, Neighborhood, Neighbourhood, Oasis, Oblast
    Observation Point, Ocean, Palace, Parish, Park, Pass, Path, Peak, Peninsula, Pier, Plain, Plains
    Plateau, Plaza, Point, Port, Prefecture, Prison, Province, Provinces, Quarter, Railway Station
    Raion, Ranch, Range, Reef, Refinery, Region, Republic, Reservoir, Ridge, River, Rivers, Road
    Roundabout, Ruins, Sea, Shoal, Shore, Shrine, Spring, Springs, Square, Stadium, State, States
    Station, Steppe, Strait, Straits, Street, Strip, Subdistrict, Suburb, Suburbs, Summit, Synagogue
    Temple, Terminal, Territories, Territory, Tower, Town, Township, Trail, Tunnel, Valley, Village
    Volcano, Wall, Waterfall, Woods, Zone
    """
}
