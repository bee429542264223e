/// Names of places as English-language news writes them: countries, cities, regions, waters and
/// heights.
///
/// Every entry is matched with its capitals as written here. Names that are also common words or
/// usual names of persons are kept out of the other lists and stand in `ambiguousPlaces`.
enum PlaceNames {
  /// Countries by their English names in news, with usual variants and abbreviations.
  ///
  /// Holds all members and observers of the United Nations. A match is a PLACE by itself.
  static let countries = """
    Afghanistan, Albania, Algeria, America, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia
    Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize
    Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina, Botswana, Brazil
    Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cabo Verde, Cambodia, Cameroon, Canada
    Cape Verde, CAR, Central African Republic, Ceylon, Chad, Chile, China, Colombia, Comoros, Congo
    Congo-Brazzaville, Congo-Kinshasa, Costa Rica, Cote d'Ivoire, Croatia, Cuba, Cyprus, Czech Republic
    Czechia, Czechoslovakia, Côte d'Ivoire, D.R. Congo, Democratic People's Republic of Korea
    Democratic Republic of Congo, Democratic Republic of the Congo, Denmark, Djibouti, Dominica
    Dominican Republic, DPRK, DR Congo, DRC, East Germany, East Timor, Ecuador, Egypt, El Salvador
    Emirates, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Federated States of Micronesia
    Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Great Britain, Greece, Grenada
    Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Holland, Holy See, Honduras, Hungary, Iceland
    India, Indonesia, Iran, Iraq, Ireland, Islamic Republic of Iran, Israel, Italy, Ivory Coast, Jamaica
    Japan, Jordan, Kazakhstan, Kenya, Kingdom of Saudi Arabia, Kiribati, Korea, Kosovo, Kuwait
    Kyrgyz Republic, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein
    Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta
    Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro
    Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger
    Nigeria, North Korea, North Macedonia, North Vietnam, North Yemen, Norway, Oman, Ottoman Empire
    Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, People's Republic of China, Persia
    Peru, Philippines, Poland, Portugal, Qatar, Republic of China, Republic of Congo
    Republic of Ireland, Republic of Korea, Republic of the Congo, Rhodesia, Romania, Russia
    Russian Federation, Rwanda, Saint Kitts and Nevis, Saint Lucia, Saint Vincent and the Grenadines
    Samoa, San Marino, Sao Tome and Principe, Saudi Arabia, Senegal, Serbia, Serbia and Montenegro
    Seychelles, Siam, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, Somaliland
    South Africa, South Korea, South Sudan, South Vietnam, South Yemen, Soviet Union, Spain, Sri Lanka
    St Kitts and Nevis, St Lucia, St. Kitts and Nevis, St. Lucia, St. Vincent and the Grenadines
    State of Palestine, Sudan, Suriname, Swaziland, Sweden, Switzerland, Syria, Syrian Arab Republic
    São Tomé and Príncipe, Taiwan, Tajikistan, Tanzania, Thailand, The Bahamas, The Gambia, The Maldives
    The Netherlands, The Philippines, Timor-Leste, Togo, Tonga, Trinidad, Trinidad and Tobago, Tunisia
    Turkey, Turkiye, Turkmenistan, Tuvalu, Türkiye, U.A.E., U.K., U.S., U.S.A., UAE, Uganda, UK, Ukraine
    United Arab Emirates, United Kingdom, United States, United States of America, Uruguay, US, USA
    USSR, Uzbekistan, Vanuatu, Vatican, Vatican City, Venezuela, Vietnam, West Germany, Yemen
    Yugoslavia, Zaire, Zambia, Zimbabwe
    """

  /// Dependent, disputed and overseas territories and islands under a state.
  ///
  /// A match is a PLACE by itself.
  static let territories = """
    Abkhazia, Aceh, Adjara, Aland Islands, American Samoa, Andaman Islands, Anguilla, Aruba
    Ascension Island, Azores, Bermuda, Bonaire, Bougainville, British Virgin Islands, Canary Islands
    Cayman Islands, Ceuta, Chagos Islands, Channel Islands, Chechnya, Christmas Island, Cocos Islands
    Cook Islands, Corsica, Crimea, Curacao, Curaçao, Dagestan, Diaoyu Islands, Diego Garcia
    Easter Island, Falkland Islands, Falklands, Faroe Islands, French Guiana, French Polynesia
    Galapagos, Galapagos Islands, Gibraltar, Greenland, Guadeloupe, Guam, Guantanamo, Guantanamo Bay
    Guernsey, Hong Kong, Ingushetia, Inner Mongolia, Iraqi Kurdistan, Isle of Man, Isle of Wight
    Jubaland, Kaliningrad, Kurdistan, Kuril Islands, Macao, Macau, Madeira, Malvinas, Martinique
    Mayotte, Melilla, Montserrat, Nagorno-Karabakh, New Caledonia, Nicobar Islands, Niue, Norfolk Island
    North Ossetia, Northern Cyprus, Northern Mariana Islands, Paracel Islands, Pitcairn Islands
    Puerto Rico, Puntland, Republika Srpska, Reunion Island, Rojava, Réunion, Saint Barthelemy
    Saint Helena, Saint Martin, Saint Pierre and Miquelon, Scarborough Shoal, Senkaku Islands
    Sint Maarten, South Georgia, South Ossetia, Spratly Islands, St. Helena, Svalbard, Tatarstan, Tibet
    Tokelau, Trans-Dniester, Transnistria, Tristan da Cunha, Turks and Caicos, Turks and Caicos Islands
    U.S. Virgin Islands, US Virgin Islands, Virgin Islands, Wallis and Futuna, West Papua
    Western Sahara, Xinjiang, Zanzibar
    """

  /// Continents and the largest parts of the world.
  ///
  /// A match is a PLACE by itself.
  static let continents = """
    Africa, Americas, Antarctic, Antarctica, Arctic, Asia, Asia Pacific, Asia-Pacific, Australasia
    Central Africa, Central America, Central Asia, Central Europe, East Africa, East Asia
    Eastern Africa, Eastern Europe, Eurasia, Europe, Far East, Indo-Pacific, Latin America, Middle East
    Near East, North Africa, North America, North Asia, Northeast Asia, Northern Africa, Northern Europe
    Northern Hemisphere, Oceania, South America, South Asia, South East Asia, South-East Asia
    Southeast Asia, Southeastern Europe, Southern Africa, Southern Europe, Southern Hemisphere
    Southwest Asia, Sub-Saharan Africa, sub-Saharan Africa, West Africa, West Asia, Western Africa
    Western Asia, Western Europe, Western Hemisphere
    """

  /// Regions that cross or divide states: historical, geographic and contested ones.
  ///
  /// A match is a PLACE by itself.
  static let regions = """
    Abyei, Alsace, Amazon Basin, Amazon Rainforest, Amazonia, Amhara, Anatolia, Andalusia, Andean Region
    Appalachia, Arab World, Arabian Peninsula, Ardennes, Asia Minor, Atlantic Canada, Attica
    Azad Jammu and Kashmir, Azad Kashmir, Bali, Balkan Peninsula, Balkans, Baltic States, Baltics
    Baluchistan, Basque Country, Bay Area, Bekaa, Bekaa Valley, Benelux, Bengal, Beqaa Valley
    Bessarabia, Biafra, Black Forest, Blue Nile, Bohemia, Borneo, Bronx, Brooklyn, Bukovina, Cabinda
    Cabo Delgado, Cape Cod, Capitol Hill, Cappadocia, Caribbean, Casamance, Catalonia, Caucasus
    Central Valley, Chernobyl Exclusion Zone, Chios, Corfu, Corn Belt, Cote d'Azur, Crete
    Crimean Peninsula, Cyrenaica, Darfur, Deccan, Deep South, Demilitarized Zone, DMZ, Dobruja, Donbas
    Donbass, Donetsk Basin, Downing Street, East Anglia, East Coast, East Jerusalem, East Midlands
    East Prussia, Eastern Ghouta, Equatoria, Fergana Valley, Ferghana Valley, Fertile Crescent, Fezzan
    Flanders, Four Corners, Franconia, French Riviera, Gagauzia, Galicia, Galilee, Gaza, Gaza Strip
    Ghouta, Golan, Golan Heights, Golden Triangle, Gran Canaria, Gran Chaco, Great Lakes, Great Plains
    Green Zone, Gulf, Gulf Coast, Gulf States, Hadhramaut, Hadramout, Harlem, Hebrides, Hejaz, Highlands
    Himalayas, Hindu Kush, Hokkaido, Hollywood, Home Counties, Honshu, Horn of Africa, Houran, Iberia
    Iberian Peninsula, Ibiza, Indian-administered Kashmir, Indochina, Ituri, Jammu and Kashmir, Jazira
    Jordan Valley, Judea, Jutland, Kabylie, Kachin, Kalimantan, Karelia, Karen State, Kasai, Kashmir
    Katanga, Khuzestan, Khyber, Kivu, Kordofan, Korean Peninsula, Kos, Kyushu, Lampedusa, Lanzarote
    Lapland, Lesbos, Lesvos, Levant, Lombardy, Lombok, Long Island, Lorraine, Luzon, Maghreb, Majorca
    Malabar, Mallorca, Manchuria, Manhattan, Maritimes, Mashreq, Masuria, Mediterranean, Mekong Delta
    Melanesia, Mesopotamia, Mid-Atlantic, Middle Belt, Midlands, Midwest, Mindanao, Moluccas, Moravia
    Najd, Negev, New England, New Guinea, Niger Delta, Nineveh Plains, North Caucasus, North Kivu
    North Kordofan, North Waziristan, Northern Gaza, Novorossiya, Ogaden, Okinawa, Orkney, Oromia
    Outback, Pacific Northwest, Pakistan-administered Kashmir, Pampas, Panhandle, Panjshir Valley, Papua
    Patagonia, Peloponnese, Pennsylvania Avenue, Persian Gulf, Polynesia, Pomerania, Provence, Prussia
    Punjab, Qalamoun, Rakhine, Rhineland, Rhodes, Rif, Riviera, Ruhr, Ruhr Valley, Russian Far East
    Rust Belt, Sahara, Sahel, Samaria, Samos, Sandzak, Sardinia, Saxony, Scandinavia, Scottish Highlands
    Shan State, Shetland, Shikoku, Siberia, Sicily, Silesia, Silicon Valley, Sinai, Sinai Peninsula
    Sinjar Mountains, South Caucasus, South Kivu, South Kordofan, South Tyrol, South Waziristan
    Staten Island, Sulawesi, Sulu, Sumatra, Sun Belt, Sunni Triangle, Swabia, Swat Valley, Tamil Nadu
    Tasmania, Tenerife, Thessaly, Third World, Thrace, Tigray, Timor, Transcarpathia, Transcaucasia
    Transylvania, Tripolitania, Tuscany, Tyrol, Ulster, Upper Silesia, Urals, Visayas, Vojvodina
    Volga Region, Wall Street, Wallachia, Wallonia, Waziristan, West Bank, West Coast, West Country
    West Indies, West Midlands, Western Balkans, Western Ghouta, Western Thrace, Western World
    Westminster, Whitehall, Yucatan Peninsula
    """

  /// Cities and towns of the world that appear in news: capitals, large cities, war towns.
  ///
  /// A match is a PLACE by itself.
  static let cities = """
    Aachen, Aalborg, Aarhus, Abbottabad, Aberdeen, Abidjan, Abu Dhabi, Abu Ghraib, Abu Kamal, Abuja
    Acapulco, Accra, Adana, Addis Ababa, Adelaide, Aden, Afrin, Agadez, Agadir, Agra, Ahmedabad, Ahvaz
    Ain al-Arab, Ain al-Hilweh, Ain Terma, Aix-en-Provence, Ajaccio, Ajman, Akron, Al Udeid, Al-Bab
    al-Bab, Al-Bukamal, Al-Dumayr, Al-Hol, al-Hol, Al-Mayadeen, al-Qusayr, Al-Tanf, al-Tanf, Al-Waer
    al-Zabadani, Albany, Albu Kamal, Albuquerque, Aleppo, Alexandria, Algiers, Alicante, Alice Springs
    Allahabad, Almaty, Amarah, Amarillo, Amatrice, Amman, Amritsar, Amsterdam, Anaheim, Anchorage
    Andijan, Ankara, Ann Arbor, Annaba, Annapolis, Antakya, Antalya, Antananarivo, Antofagasta, Antwerp
    Apia, Aqaba, Arbin, Arequipa, Ariha, Arkhangelsk, Arlington, Arnhem, Arsal, Arusha, Ashdod, Ashgabat
    Ashkelon, Ashkhabad, Asmara, Astana, Astrakhan, Asuncion, Asunción, Aswan, Athens, Atlanta, Atmeh
    Auckland, Augsburg, Avdiivka, Avignon, Axum, Ayodhya, Azaz, Baalbek, Baba Amr, Babila, Baghdad
    Baghouz, Bagram, Baidoa, Baikonur, Bakersfield, Bakhmut, Baku, Baltimore, Bamako, Bambari, Bamenda
    Banda Aceh, Bandar Abbas, Bandar Seri Begawan, Bandung, Bangalore, Bangkok, Bangui, Bani Walid
    Banias, Baniyas, Banja Luka, Banjul, Baqouba, Baquba, Barcelona, Bari, Barquisimeto, Barranquilla
    Basel, Basra, Bastia, Baton Rouge, Batticaloa, Batumi, Beer Sheva, Beersheba, Beijing, Beira, Beirut
    Beit Hanoun, Beit Lahiya, Beit Sahm, Beledweyne, Belem, Belfast, Belgorod, Belgrade, Belize City
    Belmopan, Belo Horizonte, Belém, Bengaluru, Benghazi, Benin City, Bentiu, Berdyansk, Bergamo, Bergen
    Berkeley, Berlin, Bern, Berne, Beslan, Bethesda, Bethlehem, Beverly Hills, Bhopal, Bialystok
    Bielefeld, Bilbao, Binnish, Bint Jbeil, Birmingham, Bishkek, Bissau, Bitola, Blackburn, Blackpool
    Blantyre, Bloemfontein, Bobo-Dioulasso, Bochum, Bodrum, Bogota, Bogotá, Boise, Bologna, Bolton
    Bombay, Bonn, Bordeaux, Bosaso, Bosra, Boston, Bouake, Boulder, Bournemouth, Bradford, Braga
    Brasilia, Brasov, Brasília, Bratislava, Brazzaville, Bremen, Brescia, Brest, Bridgetown, Brighton
    Brisbane, Bristol, Brno, Brownsville, Bruges, Brumadinho, Brussels, Bryansk, Bucha, Bucharest
    Budapest, Buenos Aires, Bujumbura, Bukavu, Bukhara, Bulawayo, Bunia, Burgas, Bursa, Busan, Bushehr
    Busra, Butembo, Cadiz, Caen, Cagliari, Cairns, Cairo, Calais, Calcutta, Calgary, Callao, Cambridge
    Canberra, Cancun, Cancún, Cannes, Canterbury, Cap-Haitien, Cape Town, Caracas, Cardiff, Cartagena
    Casablanca, Castries, Catania, Cebu, Cedar Rapids, Chandigarh, Changchun, Changsha, Charleroi
    Charleston, Charlottesville, Charlottetown, Chasiv Yar, Chattanooga, Cheltenham, Chelyabinsk
    Chemnitz, Chengdu, Chennai, Chernihiv, Chernobyl, Chiang Mai, Chibok, Chicago, Chisinau, Chittagong
    Chişinău, Chongqing, Chornobyl, Christchurch, Cincinnati, Ciudad del Este, Ciudad Guayana
    Ciudad Juarez, Ciudad Juárez, Cizre, Clermont-Ferrand, Cleveland, Cluj, Cluj-Napoca, Cochabamba
    Coimbatore, Coimbra, Colmar, Cologne, Colombo, Colorado Springs, Columbia, Columbine, Columbus
    Conakry, Constanta, Constantinople, Copenhagen, Cordoba, Corpus Christi, Cotonou, Coventry
    Cox's Bazar, Cracow, Cucuta, Cuenca, Culiacan, Culiacán, Cupertino, Curitiba, Cusco, Córdoba, Cúcuta
    Da Nang, Dabiq, Dadaab, Daegu, Daejeon, Dakar, Dalian, Dallas, Damascus, Dammam, Dapchi
    Dar es Salaam, Daraa, Daraa al-Balad, Daraya, Darayya, Daugavpils, Davao, Davos, Dayton, Debaltseve
    Debrecen, Dehradun, Deir al-Balah, Deir al-Zor, Deir el-Zour, Deir ez-Zor, Deir Ezzor, Delft, Delhi
    Denpasar, Denver, Dera'a, Deraa, Derna, Derry, Des Moines, Detroit, Dhahran, Dhaka, Diffa, Dijon
    Dili, Dire Dawa, District of Columbia, Diwaniyah, Diyarbakir, Dnipro, Dnipropetrovsk, Dodoma, Doha
    Dohuk, Doncaster, Donetsk, Dongguan, Dortmund, Douala, Douma, Dover, Dresden, Dubai, Dublin
    Dubrovnik, Duesseldorf, Duisburg, Dumayr, Dunblane, Dundee, Dunedin, Dunkirk, Durban, Durham, Durres
    Dushanbe, Dusseldorf, Düsseldorf, East London, East Palestine, Edinburgh, Edirne, Edmonton, Eilat
    Eindhoven, El Alto, El Arish, El Fasher, El Geneina, El Obeid, El Paso, el-Arish, El-Fasher
    el-Fasher, Eldoret, Enerhodar, Entebbe, Enugu, Erbil, Erfurt, Erzurum, Espoo, Essen, Exeter
    Fairbanks, Faisalabad, Fallujah, Famagusta, Ferguson, Fez, Folkestone, Fordow, Fort Bragg, Fort Hood
    Fort Lauderdale, Fort McMurray, Fort Wayne, Fort Worth, Fortaleza, Foshan, Foua, Frankfurt
    Fredericton, Freetown, Freiburg, Fresno, Fuaa, Fujairah, Fukuoka, Fukushima, Funafuti, Fuzhou
    Gaborone, Galkayo, Galveston, Galway, Ganja, Gao, Garissa, Gatwick, Gaza City, Gaziantep, Gdansk
    Gdańsk, Geelong, Geneva, Genoa, Georgetown, Ghazni, Ghent, Girona, Gitega, Giza, Glasgow, Gloucester
    Gold Coast, Goma, Gomel, Gondar, Gori, Gothenburg, Granada, Grand Rapids, Graz, Greensboro, Grenoble
    Grimsby, Grindavik, Grodno, Groningen, Grozny, Guadalajara, Guangzhou, Guantanamo, Guatemala City
    Guayaquil, Guernica, Guiyang, Gulu, Gurgaon, Gurugram, Guwahati, Gwadar, Gwangju, Gyumri, Haarlem
    Haditha, Haifa, Haiphong, Hajar al-Aswad, Hajin, Halifax, Hama, Hamburg, Hamilton, Hamouria, Hanau
    Hangzhou, Hannover, Hanoi, Hanover, Harare, Harasta, Harbin, Hargeisa, Hartford, Hartlepool, Hasakah
    Hasakeh, Hassakeh, Hastings, Hat Yai, Hatay, Havana, Hawija, Heathrow, Hebron, Hefei, Heidelberg
    Helsinki, Heraklion, Herat, Hermosillo, Herzliya, Hilla, Hiroshima, Hmeimim, Ho Chi Minh City
    Hobart, Hodeida, Hodeidah, Hohhot, Homs, Hong Kong, Honiara, Honolulu, Horlivka, Hostomel, Houla
    Houston, Hualien, Huambo, Hudaydah, Huntsville, Hurghada, Hyderabad, Iasi, Ibadan, Ibb, Idleb, Idlib
    Idomeni, Iguala, Ilovaisk, Imphal, Incheon, Incirlik, Indianapolis, Indore, Inkhil, Innsbruck
    Inverness, Ipswich, Iqaluit, Irbid, Irbil, Irkutsk, Irpin, Isfahan, Iskenderun, Islamabad, Ismailia
    Istanbul, Ivano-Frankivsk, Izium, Izmir, Izyum, Jabalia, Jableh, Jacksonville, Jaffa, Jaffna, Jaipur
    Jakarta, Jalalabad, Jammu, Jarablus, Jaramana, Jasim, Jayrud, Jeddah, Jena, Jenin, Jericho
    Jersey City, Jerusalem, Jiddah, Jinan, Jinja, Jisr al-Shughour, Jisr al-Shughur, Jizan, Jobar
    Jodhpur, Johannesburg, Johor Bahru, Juba, Juneau, Kabul, Kaduna, Kaesong, Kafr Batna, Kafr Nabl
    Kafr Zita, Kafranbel, Kafraya, Kahramanmaras, Kairouan, Kalamata, Kampala, Kandahar, Kandy, Kano
    Kanpur, Kansas City, Kaohsiung, Karachi, Karaganda, Karbala, Karlsruhe, Kashgar, Kassel, Kathmandu
    Katowice, Kaunas, Kawasaki, Kazan, Keelung, Kefraya, Kenema, Kenosha, Kerbala, Kerch, Kerman
    Kermanshah, Key West, Khabarovsk, Khan Shaykhun, Khan Sheikhoun, Khan Younis, Khan Yunis, Kharkiv
    Kharkov, Khartoum, Kherson, Khmeimim, Khobar, Khost, Khujand, Khulna, Kidal, Kiel, Kiev, Kigali
    Kilis, Kingston, Kinshasa, Kirkenes, Kirkuk, Kirov, Kiruna, Kiryat Shmona, Kisangani, Kismayo
    Kisumu, Kisweh, Kitwe, Klagenfurt, Klaipeda, Knoxville, Kobane, Kobani, Kobanê, Kobe, Kochi, Kolkata
    Konya, Kosice, Kota Kinabalu, Kotor, Krakow, Kraków, Kramatorsk, Krasnodar, Krasnoyarsk, Kremenchuk
    Kryvyi Rih, Kuala Lumpur, Kuching, Kumamoto, Kumasi, Kunduz, Kunming, Kupiansk, Kursk, Kuwait City
    Kyiv, Kyoto, L'Aquila, L.A., La Paz, La Plata, Laayoune, Lagos, Lahaina, Lahore, Lalibela, Lamu
    Langley, Lanzhou, Laredo, Larnaca, Las Vegas, Lashkar Gah, Latakia, Latamneh, Lattakia, Lausanne
    Le Havre, Leeds, Leicester, Leiden, Leipzig, Leningrad, Leuven, Lexington, Lhasa, Libreville, Liege
    Lille, Lilongwe, Lima, Limassol, Limerick, Limoges, Linkoping, Linz, Lisbon, Little Rock, Liverpool
    Livingstone, Liège, Ljubljana, Lockerbie, Lodz, Lome, Lomé, London, Londonderry, Long Beach
    Los Alamos, Los Angeles, Louisville, Lourdes, Luanda, Luang Prabang, Lubbock, Lublin, Lubumbashi
    Lucerne, Lucknow, Luebeck, Lugano, Lugansk, Luhansk, Lusaka, Luton, Luxor, Lviv, Lyon, Lysychansk
    Lübeck, Maaloula, Maarat al-Numan, Maaret al-Numan, Maastricht, Macau, Madaya, Madras, Madrid
    Mafraq, Magdeburg, Magnitogorsk, Maiduguri, Mainz, Majuro, Makassar, Makati, Makhachkala, Malabo
    Malacca, Malaga, Malakal, Malatya, Malibu, Malmo, Malmö, Managua, Manama, Manaus, Manbij, Manchester
    Mandalay, Manila, Mannheim, Mansoura, Maputo, Mar del Plata, Maracaibo, Marawi, Mardin, Marib
    Maribor, Marikana, Mariupol, Maroua, Marrakech, Marrakesh, Marseille, Marseilles, Maseru, Mashhad
    Massawa, Masyaf, Matamoros, Mayadeen, Mayadin, Mazar-i-Sharif, Mbabane, Mbandaka, McAllen, Mecca
    Medan, Medellin, Medellín, Medina, Mekelle, Melbourne, Melitopol, Memphis, Mendoza, Merida, Mersin
    Messina, Metz, Mexicali, Mexico City, Mhardeh, Miami, Middlesbrough, Milan, Milton Keynes, Milwaukee
    Mingora, Minneapolis, Minsk, Minya, Misrata, Mississauga, Mitrovica, Moadamiya, Moadamiyah, Modena
    Mogadishu, Mogilev, Molenbeek, Mombasa, Monrovia, Mons, Monte Carlo, Montego Bay, Monterrey
    Montevideo, Montgomery, Montpellier, Montreal, Montreux, Montréal, Mopti, Morek, Moroni, Moscow
    Mostar, Mosul, Mountain View, Mukalla, Mulhouse, Multan, Mumbai, Munich, Murcia, Murmansk, Muscat
    Mutare, Muzaffarabad, Myawaddy, Mykolaiv, Mysore, Málaga, N'Djamena, Nabatieh, Nabek, Nablus, Nagano
    Nagasaki, Nagoya, Nagpur, Naha, Nahariya, Nairobi, Najaf, Najran, Nakuru, Nalchik, Nampula, Namur
    Nanchang, Nanjing, Nanning, Nantes, Naples, Narva, Nashville, Nasib, Nasiriyah, Nassau, Natanz, Nawa
    Naypyidaw, Naypyitaw, Nazareth, Ndjamena, Ndola, Negombo, Netanya, New Delhi, New Haven, New Orleans
    New York, New York City, Newark, Newcastle, Newport, Newtown, Niamey, Nicosia, Niigata, Nikopol
    Ningbo, Nis, Nizhny Novgorod, Noida, Norfolk, Norilsk, Northampton, Norwich, Nottingham, Nouakchott
    Novi Sad, Novorossiysk, Novosibirsk, Nubl, Nuevo Laredo, Nukualofa, Nur-Sultan, Nuremberg, Nusaybin
    Nuseirat, Nyala, NYC, Oakland, Oaxaca, Odense, Odesa, Odessa, Oklahoma City, Oldham, Omaha, Omdurman
    Omsk, Oran, Ordu, Osaka, Osh, Osijek, Oslo, Ostend, Ostrava, Ottawa, Ouagadougou, Oulu, Oxford
    Padang, Padua, Palembang, Palermo, Palm Beach, Palma, Palmyra, Palo Alto, Palu, Pamplona
    Panama City, Panmunjom, Paramaribo, Paris, Parkland, Parma, Patna, Patras, Pattaya, Peking, Pemba
    Penang, Penza, Perth, Perugia, Peshawar, Peterborough, Philadelphia, Phnom Penh, Phuket, Pilsen
    Piraeus, Pisa, Pittsburgh, Plano, Plovdiv, Plymouth, Podgorica, Poitiers, Pokhara, Pokrovsk, Poltava
    Popasna, Port Elizabeth, Port Harcourt, Port Louis, Port Moresby, Port of Spain, Port Said
    Port Sudan, Port Vila, Port-au-Prince, Portland, Porto, Porto Alegre, Porto-Novo, Porton Down
    Portsmouth, Poti, Potsdam, Poznan, Poznań, Prague, Praia, Prayagraj, Presevo, Preston, Pretoria
    Pristina, Prizren, Providence, Provo, Przemysl, Pskov, Puebla, Pula, Pulwama, Pune, Punta del Este
    Putrajaya, Pyeongchang, Pyongyang, Qadam, Qalqilya, Qamishli, Qara, Qardaha, Qatif, Qayyarah
    Qingdao, Qom, Quantico, Quebec City, Queenstown, Quetta, Quezon City, Quito, Quneitra, Qusair
    Qusayr, Rabat, Rafah, Raleigh, Ramadi, Ramallah, Ramstein, Ranchi, Rangoon, Rankous, Raqa, Raqqa
    Ras al-Ain, Ras al-Ayn, Ras al-Khaimah, Ras Lanuf, Rastan, Ravenna, Rawalpindi, Recife, Reims
    Rennes, Reno, Reyhanli, Reykjavik, Reykjavík, Reynosa, Richmond, Riga, Rijeka, Rimini, Rio
    Rio de Janeiro, Riyadh, Rochdale, Rochester, Rome, Rosario, Rostock, Rostov-on-Don, Roswell
    Rotherham, Rotterdam, Rouen, Rovaniemi, Rukban, Ryazan, Rzeszow, Saada, Sabra, Sabratha, Sacramento
    Sadr City, Saigon, Saint Petersburg, Saint-Denis, Saint-Etienne, Salalah, Salamanca, Salamiyah
    Salerno, Salisbury, Salqin, Salt Lake City, Salzburg, Samara, Samarkand, Samarra, San Antonio
    San Bernardino, San Diego, San Francisco, San Jose, San José, San Juan, San Pedro Sula, San Salvador
    San Sebastian, Sana'a, Sanaa, Sanandaj, Sandhurst, Sandy Hook, Sanliurfa, Santa Ana, Santa Barbara
    Santa Cruz, Santa Fe, Santa Monica, Santiago, Santiago de Compostela, Santiago de Cuba
    Santo Domingo, Sao Paulo, Sapporo, Saqba, Sarajevo, Saraqeb, Saraqib, Saratov, Sarmada, Sarmin
    Saskatoon, Sderot, Seattle, Sebastopol, Sebha, Sejong, Selma, Semarang, Sendai, Seoul, Sevastopol
    Severodonetsk, Seville, Sfax, Shaddadi, Shanghai, Sharjah, Sharm El Sheikh, Sharm el-Sheikh, Shatila
    Shayrat, Sheffield, Shenyang, Shenzhen, Shijiazhuang, Shimla, Shiraz, Shreveport, Shusha, Shymkent
    Sialkot, Sidi Bouzid, Sidon, Siem Reap, Siena, Sievierodonetsk, Sihanoukville, Simferopol, Sinjar
    Sinop, Sirnak, Sirte, Sittwe, Skopje, Slavyansk, Sloviansk, Slunfeh, Smolensk, Sochi, Sofia, Sokoto
    Solingen, Sousse, Southampton, Southend, Soweto, Spokane, Srebrenica, Srinagar, St Louis
    St Petersburg, St. Louis, St. Paul, St. Petersburg, Stalingrad, Stavanger, Stepanakert, Stirling
    Stockholm, Stoke-on-Trent, Strasbourg, Stuttgart, Sucre, Sudzha, Suez, Sukhumi, Sulaimaniya
    Sulaymaniyah, Sumy, Sunderland, Surabaya, Surat, Suruc, Suva, Suweida, Suzhou, Swansea, Sweida
    Swindon, Sydney, Sylhet, Syracuse, Szczecin, Szeged, São Paulo, Tabqa, Tabriz, Tabuk, Tacloban
    Tacoma, Tadamon, Tadmur, Tafas, Taganrog, Taichung, Taif, Tainan, Taipei, Taiyuan, Taiz, Taizz
    Tal Abyad, Tal Afar, Tal Rifaat, Talbiseh, Taldou, Tallahassee, Tallinn, Tamale, Tampa, Tampere
    Tanf, Tangier, Tanta, Tapachula, Tartous, Tartu, Tartus, Tashkent, Tbilisi, Tegucigalpa, Tehran
    Tel Aviv, Tel Rifaat, Tempe, Ternopil, The Hague, Thessaloniki, Thies, Thimphu, Thiruvananthapuram
    Tianjin, Tijuana, Tikrit, Timbuktu, Timisoara, Tirana, Tiraspol, Toamasina, Tobruk, Tokyo, Toledo
    Tomsk, Toretsk, Toronto, Toulon, Toulouse, Trabzon, Trier, Trieste, Trincomalee, Tromso, Tromsø
    Trondheim, Troyes, Trujillo, Truro, Tskhinvali, Tucson, Tula, Tulkarem, Tulkarm, Tulsa, Tunis, Turin
    Turku, Tuzla, Tver, Udaipur, Ufa, Ulaanbaatar, Ulan Bator, Ulm, Ulsan, Uppsala, Urfa, Urumqi, Utoya
    Utrecht, Uvalde, Uzhhorod, Vaduz, Valencia, Valladolid, Valletta, Valparaiso, Valparaíso, Vancouver
    Varanasi, Varna, Venice, Veracruz, Verona, Versailles, Vienna, Vientiane, Vigo, Vilnius, Vinh
    Vinnytsia, Virginia Beach, Visakhapatnam, Vitebsk, Vladikavkaz, Vladivostok, Volgograd, Volnovakha
    Voronezh, Vuhledar, Vukovar, Waco, Wad Madani, Warsaw, Washington, Washington D.C., Washington DC
    Waterford, Wau, Weimar, Wellington, Wenzhou, West Palm Beach, Whitehorse, Wichita, Wiesbaden, Wigan
    Wilmington, Wimbledon, Winchester, Windhoek, Windsor, Winnipeg, Wolfsburg, Wolverhampton, Wonsan
    Worcester, Wroclaw, Wrocław, Wuhan, Wuppertal, Wuxi, Xi'an, Xiamen, Xining, Yabroud, Yakutsk, Yalda
    Yalta, Yamoussoukro, Yangon, Yaounde, Yaoundé, Yarmouk, Yazd, Yekaterinburg, Yellowknife, Yerevan
    Yogyakarta, Yokohama, Yola, Yongbyon, York, Zaatari, Zabadani, Zadar, Zagreb, Zahedan, Zahle, Zahraa
    Zamalka, Zamboanga, Zaporizhia, Zaporizhzhia, Zaragoza, Zaria, Zarqa, Zawiya, Zhengzhou, Zhuhai
    Zhytomyr, Ziguinchor, Zintan, Zurich, Zürich, Łódź
    """

  /// States of the United States and the Federal District.
  ///
  /// A match is a PLACE by itself.
  static let usStates = """
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, D.C., Delaware
    District of Columbia, Florida, Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky
    Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana
    Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, New York State, North Carolina
    North Dakota, Northern California, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island
    South Carolina, South Dakota, South Florida, Southern California, Tennessee, Texas, Upstate New York
    Utah, Vermont, Virginia, Washington, Washington State, West Virginia, Wisconsin, Wyoming
    """

  /// Abbreviations of the States after a town ("Austin, Tex.").
  ///
  /// A match counts as a PLACE only after a comma and another place.
  static let usStateAbbreviations = """
    Ala., Ariz., Ark., Calif., Colo., Conn., D.C., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Mass.
    Md., Mich., Minn., Miss., Mo., Mont., N.C., N.D., N.H., N.J., N.M., N.Y., Neb., Nev., Okla., Ore.
    Pa., R.I., S.C., S.D., Tenn., Tex., Va., Vt., W.Va., Wash., Wis., Wyo.
    """

  /// Capitals of the States, without those that are usual names of persons.
  ///
  /// The left-out ones are in `ambiguousPlaces`. A match is a PLACE by itself.
  static let usStateCapitals = """
    Albany, Annapolis, Atlanta, Baton Rouge, Bismarck, Boise, Boston, Carson City, Charleston, Cheyenne
    Columbia, Columbus, Denver, Des Moines, Dover, Frankfort, Harrisburg, Hartford, Honolulu
    Indianapolis, Jefferson City, Juneau, Lansing, Little Rock, Montgomery, Montpelier, Nashville
    Oklahoma City, Olympia, Phoenix, Providence, Raleigh, Richmond, Sacramento, Saint Paul, Salem
    Salt Lake City, Santa Fe, Springfield, St. Paul, Tallahassee, Topeka, Trenton
    """

  /// Provinces and territories of Canada.
  ///
  /// A match is a PLACE by itself.
  static let canadianProvinces = """
    Alberta, B.C., British Columbia, Cape Breton, Labrador, Manitoba, New Brunswick, Newfoundland
    Newfoundland and Labrador, Northwest Territories, Nova Scotia, Nunavut, Ontario
    Prince Edward Island, Quebec, Québec, Saskatchewan, Vancouver Island, Yukon
    """

  /// Nations, counties and cities of the British Isles beyond those in `cities`.
  ///
  /// A match is a PLACE by itself.
  static let britishPlaces = """
    Aberdeenshire, Aberfan, Aberystwyth, Aldershot, Anglesey, Antrim, Argyll, Armagh, Ayrshire, Bangor
    Barnsley, Basildon, Bedfordshire, Berkshire, Brixton, Buckinghamshire, Burnley, Bury St Edmunds
    Caithness, Cambridgeshire, Camden, Canary Wharf, Carlisle, Carmarthenshire, Ceredigion, Chelmsford
    Cheshire, Chester, Chichester, Colchester, Connacht, Connemara, Cornwall, County Antrim, County Cork
    County Down, County Durham, County Kerry, County Mayo, County Tyrone, Croydon, Cumberland, Cumbria
    Derbyshire, Devon, Donegal, Dorset, Dumfries, East Sussex, East Yorkshire, Eastbourne, England
    Enniskillen, Essex, Felixstowe, Fermanagh, Fife, Flintshire, Galloway, Glamorgan, Gloucestershire
    Great Yarmouth, Greater London, Greater Manchester, Greenwich, Guildford, Gwent, Gwynedd, Hackney
    Hampshire, Harrogate, Hereford, Herefordshire, Hertfordshire, Huddersfield, Huntingdonshire
    Isle of Skye, Islington, Kensington, Kent, Kildare, Kilkenny, Kilmarnock, Knightsbridge, Lambeth
    Lanarkshire, Lancashire, Lancaster, Leicestershire, Leinster, Leitrim, Lewisham, Lichfield
    Lincolnshire, Lisburn, Lothian, Lowestoft, Maidstone, Margate, Merseyside, Merthyr Tydfil, Middlesex
    Midlothian, Monmouthshire, Moray, Motherwell, Munster, Norfolk, North Yorkshire, Northamptonshire
    Northern Ireland, Northumberland, Nottinghamshire, Omagh, Oxfordshire, Paisley, Pembrokeshire
    Perthshire, Port Talbot, Powys, Ramsgate, Renfrewshire, Ripon, Roscommon, Rutland, Salford
    Scarborough, Scotland, Shropshire, Sligo, Soho, Somerset, South Yorkshire, Southwark, St Albans
    St Andrews, Staffordshire, Stevenage, Stockport, Strathclyde, Suffolk, Surrey, Sussex, Sutherland
    Tayside, Teesside, Tipperary, Torquay, Tottenham, Tyne and Wear, Tyneside, Wakefield, Wales
    Warrington, Warwickshire, West Sussex, West Yorkshire, Wexford, Whitby, Wicklow, Wiltshire
    Worcestershire, Wrexham, Yorkshire
    """

  /// States (Länder) of Germany and Austria.
  ///
  /// A match is a PLACE by itself.
  static let germanStates = """
    Baden-Wuerttemberg, Baden-Württemberg, Bavaria, Brandenburg, Burgenland, Carinthia, Hesse
    Lower Austria, Lower Saxony, Mecklenburg-Vorpommern, Mecklenburg-Western Pomerania
    North Rhine-Westphalia, Rhineland-Palatinate, Saarland, Saxony, Saxony-Anhalt, Schleswig-Holstein
    Styria, Thuringia, Tyrol, Upper Austria, Vorarlberg
    """

  /// Regions and well-known departments of France.
  ///
  /// A match is a PLACE by itself.
  static let frenchRegions = """
    Aquitaine, Auvergne, Auvergne-Rhône-Alpes, Bourgogne, Bourgogne-Franche-Comté, Brittany, Burgundy
    Centre-Val de Loire, Champagne-Ardenne, Corsica, Dordogne, Finistère, Gironde, Grand Est
    Haute-Savoie, Hauts-de-France, Ile-de-France, Languedoc, Languedoc-Roussillon, Limousin
    Midi-Pyrénées, Normandy, Nouvelle-Aquitaine, Occitanie, Pas-de-Calais, Pays de la Loire, Picardy
    Provence-Alpes-Côte d'Azur, Savoy, Seine-Saint-Denis, Vendée, Île-de-France
    """

  /// Autonomous communities of Spain.
  ///
  /// A match is a PLACE by itself.
  static let spanishRegions = """
    Andalucia, Andalusia, Aragon, Asturias, Balearic Islands, Balearics, Basque Country, Canary Islands
    Cantabria, Castile, Castile and Leon, Castile and León, Castile-La Mancha, Castilla-La Mancha
    Catalonia, Catalunya, Extremadura, Galicia, La Rioja, Murcia, Navarra, Navarre, Valencian Community
    """

  /// Regions of Italy.
  ///
  /// A match is a PLACE by itself.
  static let italianRegions = """
    Abruzzo, Alto Adige, Aosta Valley, Apulia, Basilicata, Calabria, Campania, Emilia-Romagna
    Friuli-Venezia Giulia, Lazio, Liguria, Lombardy, Molise, Piedmont, Puglia, Sardinia, Sicily
    South Tyrol, Trentino, Trentino-Alto Adige, Tuscany, Umbria, Veneto
    """

  /// States and union territories of India.
  ///
  /// A match is a PLACE by itself.
  static let indianStates = """
    Andaman and Nicobar Islands, Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chandigarh
    Chhattisgarh, Goa, Gujarat, Haryana, Himachal Pradesh, Jammu and Kashmir, Jharkhand, Karnataka
    Kerala, Ladakh, Lakshadweep, Madhya Pradesh, Maharashtra, Manipur, Meghalaya, Mizoram, Nagaland
    Odisha, Orissa, Pondicherry, Puducherry, Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana, Tripura
    Uttar Pradesh, Uttarakhand, West Bengal
    """

  /// Provinces and autonomous regions of China.
  ///
  /// A match is a PLACE by itself.
  static let chineseProvinces = """
    Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan
    Inner Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi
    Sichuan, Tibet, Xinjiang, Yunnan, Zhejiang
    """

  /// States and territories of Australia, without Victoria (see `ambiguousPlaces`).
  ///
  /// A match is a PLACE by itself.
  static let australianStates = """
    Australian Capital Territory, New South Wales, Northern Territory, NSW, Queensland, South Australia
    Tasmania, Western Australia
    """

  /// Provinces and states of other countries that appear in news.
  ///
  /// A match is a PLACE by itself.
  static let otherProvinces = """
    Adamawa, Al-Anbar, Alentejo, Algarve, Altai, Amazonas, Anambra, Anbar, Antioquia, Arauca, Asir
    Attica, Babil, Badakhshan, Bahia, Bahr el Ghazal, Baja California, Balochistan, Bashkortostan
    Basilan, Bauchi, Bayelsa, Benishangul-Gumuz, Benue, Borno, Buryatia, Cajamarca, Cauca, Ceara
    Central Java, Central Sulawesi, Chiapas, Chiba, Chihuahua, Chin State, Choco, Cilicia, Coahuila
    Cotabato, Dalmatia, Dhi Qar, Diyala, East Java, Eastern Cape, Epirus, Esmeraldas, Free State
    Friesland, Gambella, Gangwon, Gauteng, Gilgit-Baltistan, Goias, Gombe, Graubünden, Guanajuato
    Guerrero, Gyeonggi, Hatay, Helmand, Hokkaido, Ibaraki, Imo State, Ishikawa, Istria, Iwate, Jalisco
    Jeju, Johor, Jolo, Jonglei, Kabardino-Balkaria, Kalmykia, Kamchatka, Kanagawa, Katsina, Kayah, Kebbi
    Kelantan, Khyber Pakhtunkhwa, Khyber-Pakhtunkhwa, Kogi, Krasnodar Krai, Kunar, KwaZulu Natal
    KwaZulu-Natal, Leyte, Limburg, Limpopo, Loreto, Lower Silesia, Maguindanao, Manabi, Mato Grosso
    Maysan, Mazovia, Michoacan, Michoacán, Minas Gerais, Miyagi, Mon State, Morelos, Mpumalanga
    Muthanna, Najd, Nangarhar, Narathiwat, Nasarawa, Negros, Nineveh, North Brabant, North Sumatra
    Northern Cape, Nuevo Leon, Nuevo León, Nuristan, Ogun, Paktia, Paktika, Palawan, Panjshir, Pattani
    Pernambuco, Potosi, Primorye, Puno, Quintana Roo, Rif Dimashq, Rio Grande do Sul, Rondonia, Roraima
    Rural Damascus, Sabah, Sagaing, Saitama, Sakhalin, Salaheddin, Salahuddin, Samar, Santa Catarina
    Sarawak, Scania, Selangor, Sidama, Sinaloa, Sindh, Skane, Slavonia, Sonora, Tabasco, Tachira
    Tamaulipas, Tarija, Ticino, Tuva, Upper Nile, Uruzgan, Valais, Vaud, Volyn, Wasit, West Flanders
    West Java, Western Cape, Yakutia, Yala, Yobe, Zacatecas, Zakarpattia, Zamfara, Zealand, Zeeland
    Zulia
    """

  /// Rivers, lakes, seas, oceans, gulfs, canals and straits.
  ///
  /// A match is a PLACE by itself.
  static let waters = """
    Adriatic, Adriatic Sea, Aegean, Aegean Sea, Amazon River, Amu Darya, Amur, Andaman Sea, Arabian Sea
    Aral Sea, Arctic Ocean, Arno River, Atlantic, Atlantic Ocean, Ayeyarwady, Azov Sea, Bab al-Mandab
    Bab el-Mandeb, Baltic Sea, Barents Sea, Bay of Bengal, Bay of Biscay, Bering Sea, Bering Strait
    Black Sea, Bosphorus, Bosporus, Brahmaputra, Caribbean Sea, Caspian Sea, Celtic Sea, Clyde
    Colorado River, Columbia River, Congo River, Coral Sea, Danube, Dardanelles, Dead Sea
    Denmark Strait, Dnieper, Dniester, Dnipro River, Douro, Drina, East China Sea, East River, East Sea
    Ebro, Elbe, English Channel, Euphrates, Euphrates River, Evros, Ganges, Garonne, Great Barrier Reef
    Guadalquivir, Gulf of Aden, Gulf of Aqaba, Gulf of Finland, Gulf of Guinea, Gulf of Mexico
    Gulf of Oman, Gulf of Sidra, Gulf of Suez, Gulf of Thailand, Gulf of Tonkin, Hudson Bay
    Hudson River, Indian Ocean, Ionian Sea, Irish Sea, Irrawaddy, Java Sea, Jordan River, Kakhovka Dam
    Kara Sea, Kerch Strait, Kiel Canal, Korea Strait, Lake Albert, Lake Baikal, Lake Chad, Lake Como
    Lake Constance, Lake Erie, Lake Garda, Lake Geneva, Lake Huron, Lake Kivu, Lake Malawi, Lake Mead
    Lake Michigan, Lake Ontario, Lake Superior, Lake Tahoe, Lake Tanganyika, Lake Titicaca, Lake Turkana
    Lake Van, Lake Victoria, Lena River, Litani, Litani River, Loch Ness, Loire, Malacca Strait
    Mediterranean Sea, Mekong, Mersey, Meuse, Mississippi River, Missouri River, Moselle, Mosul Dam
    Murray River, Murray-Darling, Niagara Falls, Niger River, Nile, North Atlantic, North Sea
    Norwegian Sea, Ohio River, Orinoco, Orontes, Oxus, Pacific, Pacific Ocean, Panama Canal
    Parana River, Pearl River, Philippine Sea, Po River, Potomac, Potomac River, Red Sea, Rhine, Rhone
    Rhône, Rio Grande, River Jordan, River Nile, River Thames, Scheldt, Sea of Azov, Sea of Galilee
    Sea of Japan, Sea of Marmara, Sea of Okhotsk, Seine, Senegal River, Severn, Shannon, Shatt al-Arab
    South Atlantic, South China Sea, South Pacific, Southern Ocean, St. Lawrence River, Strait of Dover
    Strait of Gibraltar, Strait of Hormuz, Strait of Malacca, Straits of Hormuz, Suez Canal, Sulu Sea
    Syr Darya, Tabqa Dam, Tagus, Taiwan Strait, Taiwan Straits, Tasman Sea, Thames, Three Gorges Dam
    Tiber, Tigris, Tigris River, Timor Sea, Tishrin Dam, Torres Strait, Tumen River, Tyrrhenian Sea
    Ural River, Vardar, Victoria Falls, Vistula, Volga, White Nile, Yalu, Yalu River, Yamuna, Yangtze
    Yarmouk River, Yellow River, Yellow Sea, Yenisei, Yukon River, Zambezi
    """

  /// Mountains, ranges, deserts and volcanoes.
  ///
  /// A match is a PLACE by itself.
  static let mountains = """
    Aconcagua, Alps, Altai Mountains, Amazon Rainforest, Andes, Annapurna, Apennines
    Appalachian Mountains, Appalachians, Atacama, Atacama Desert, Atlas Mountains, Ayers Rock, Badia
    Ben Nevis, Brenner Pass, Cairngorms, Carpathian Mountains, Carpathians, Caucasus Mountains
    Darien Gap, Death Valley, Denali, Dolomites, Drakensberg, Eiger, Empty Quarter, Etna, Everest
    Everglades, Eyjafjallajokull, French Alps, Fulda Gap, Gobi, Gobi Desert, Grand Canyon, Hindu Kush
    Jabal al-Akrad, Jabal al-Druze, Jabal al-Zawiya, Jabal Turkman, Jabal Zawiya, K2, Kalahari
    Kangchenjunga, Karakoram, Khyber Pass, Kilauea, Kilimanjaro, Krakatoa, Massif Central, Matterhorn
    Mauna Loa, Merapi, Mojave Desert, Mont Blanc, Mount Agung, Mount Ararat, Mount Elbrus, Mount Etna
    Mount Everest, Mount Fuji, Mount Hermon, Mount Kenya, Mount Kilimanjaro, Mount Lebanon, Mount Merapi
    Mount Nyiragongo, Mount of Olives, Mount Ontake, Mount Pinatubo, Mount Qasioun, Mount Rainier
    Mount Rushmore, Mount Sinai, Mount Sinjar, Mount St. Helens, Mount Vesuvius, Namib, Nanga Parbat
    Negev Desert, Nyiragongo, Okavango Delta, Pamir Mountains, Pamirs, Pennines, Pinatubo, Popocatepetl
    Pyrenees, Qandil Mountains, Rhodope Mountains, Rockies, Rocky Mountains, Sahara Desert, Serengeti
    Sierra Madre, Sierra Nevada, Snowdon, Snowdonia, Sonoran Desert, Stromboli, Suwalki Gap, Swiss Alps
    Syrian Desert, Table Mountain, Taklamakan, Tatra Mountains, Tatras, Taurus Mountains, Temple Mount
    Thar Desert, Tian Shan, Tora Bora, Uluru, Ural Mountains, Vesuvius, Virunga, Volcan de Fuego, Vosges
    Yellowstone, Yosemite, Zagros, Zagros Mountains
    """

  /// Places whose names are also common words or usual names of persons.
  ///
  /// A match counts only with proof from around it, such as "in" before or a country after.
  static let ambiguousPlaces = """
    Acre, Ada, Afar, Agri, Alice, Angers, Angus, Anna, Arak, Ath, Augusta, Aurora, Austin, Bad, Baden
    Bar, Barking, Bata, Bath, Batman, Battle, Beer, Bell, Bend, Beni, Best, Bluff, Bo, Bolu, Bor, Bow
    Buffalo, Bury, Cali, Carmen, Charlotte, Churchill, Clare, Colon, Commerce, Como, Concord, Cork
    Corona, Cowes, Crewe, Darwin, David, Deal, Defiance, Derby, Die, Diss, Douglas, Down, Duma, Eden
    Ely, Enterprise, Epsom, Eureka, Eye, Fatima, Flint, Florence, Gap, Garland, Gary, Globe, Gore
    Grants, Halle, Ham, Hamm, Harem, Helena, Hit, Ho, Hobbs, Hof, Hope, Hue, Hull, Ica, Independence
    Industry, Irving, Jackson, Java, Kerry, Lafayette, Lancing, Lens, Leon, Liberty, Lincoln, Looe
    Macon, Madison, Male, Man, March, Maria, Marion, Mary, Mayo, Meath, Melville, Mesa, Mobile, Moron
    Moss, Most, Mus, Nancy, Napier, Natal, Nelson, Nice, Normal, Of, Ogden, Orange, Orel, Orlando, Pag
    Page, Pale, Paradise, Perm, Pierre, Plains, Police, Poole, Port, Queens, Rab, Reading, Regina, Rice
    Rize, Rugby, Ruse, Ryde, Rye, Sale, Salvador, Sand, Sandwich, Santos, Sens, Show Low, Sion, Slough
    Soma, Spa, Split, Stanley, Stone, Street, Superior, Surprise, Tara, Temple, Tours, Tring, Tyler
    Tyre, Tyrone, Union, Van, Victoria, Victory, Vis, Vitoria, Wa, Ware, Wash, Wells, Wien, Woking
    Worms, Worthing, Zug
    """
}
