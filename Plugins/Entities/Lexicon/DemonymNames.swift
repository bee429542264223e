/// Words for nationalities, peoples and faiths.
///
/// They are adjectives or nouns for groups of persons: no entity by themselves, but part of longer
/// names ("Syrian Observatory").
enum DemonymNames {
  /// Adjectives and nouns of the states and territories of the world ("Syrian", "Syrians").
  ///
  /// Marks a capital that is no name, or the start of an organisation's name.
  static let nationalities = """
    Afghan, Afghans, Albanian, Albanians, Algerian, Algerians, American, Americans, Andorran, Andorrans
    Angolan, Angolans, Argentine, Argentines, Argentinian, Argentinians, Armenian, Armenians, Aussie
    Aussies, Australian, Australians, Austrian, Austrians, Azerbaijani, Azerbaijanis, Azeri, Azeris
    Bahamian, Bahamians, Bahraini, Bahrainis, Bajan, Bangladeshi, Bangladeshis, Barbadian, Barbadians
    Belarusian, Belarusians, Belarussian, Belarussians, Belgian, Belgians, Belizean, Belizeans, Beninese
    Bermudian, Bermudians, Bhutanese, Bolivian, Bolivians, Bosnian, Bosnian Serb, Bosnian Serbs
    Bosnians, Botswanan, Brazilian, Brazilians, British, Briton, Britons, Bruneian, Bruneians, Bulgarian
    Bulgarians, Burkinabe, Burmese, Burundian, Burundians, Cambodian, Cambodians, Cameroonian
    Cameroonians, Canadian, Canadians, Cape Verdean, Chadian, Chadians, Chilean, Chileans, Chinese
    Colombian, Colombians, Comorian, Comorians, Congolese, Costa Rican, Costa Ricans, Croat, Croatian
    Croatians, Croats, Cuban, Cubans, Cypriot, Cypriots, Czech, Czechs, Danes, Danish, Djiboutian
    Djiboutians, Dominican, Dominicans, Dutch, Dutchman, Dutchwoman, East Timorese, Ecuadorean
    Ecuadoreans, Ecuadorian, Ecuadorians, Egyptian, Egyptians, Emirati, Emiratis, English, Englishman
    Englishmen, Englishwoman, Equatorial Guinean, Eritrean, Eritreans, Estonian, Estonians, Ethiopian
    Ethiopians, Fijian, Fijians, Filipina, Filipino, Filipinos, Finnish, Finns, French, Frenchman
    Frenchmen, Frenchwoman, Gabonese, Gambian, Gambians, Georgian, Georgians, German, Germans, Ghanaian
    Ghanaians, Greek, Greek Cypriot, Greek Cypriots, Greeks, Greenlander, Greenlanders, Greenlandic
    Grenadian, Grenadians, Guatemalan, Guatemalans, Guinean, Guineans, Guyanese, Haitian, Haitians
    Honduran, Hondurans, Hungarian, Hungarians, Icelander, Icelanders, Icelandic, Indian, Indians
    Indonesian, Indonesians, Iranian, Iranians, Iraqi, Iraqis, Irish, Irishman, Irishmen, Irishwoman
    Israeli, Israelis, Italian, Italians, Ivorian, Ivorians, Jamaican, Jamaicans, Japanese, Jordanian
    Jordanians, Kazakh, Kazakhs, Kazakhstani, Kenyan, Kenyans, Korean, Koreans, Kosovan, Kosovar
    Kosovars, Kuwaiti, Kuwaitis, Kyrgyz, Lao, Laotian, Laotians, Latvian, Latvians, Lebanese, Liberian
    Liberians, Libyan, Libyans, Lithuanian, Lithuanians, Luxembourgish, Macedonian, Macedonians
    Malagasy, Malawian, Malawians, Malaysian, Malaysians, Maldivian, Maldivians, Malian, Malians
    Maltese, Mauritanian, Mauritanians, Mauritian, Mauritians, Mexican, Mexicans, Moldovan, Moldovans
    Monegasque, Mongolian, Mongolians, Montenegrin, Montenegrins, Moroccan, Moroccans, Mozambican
    Mozambicans, Namibian, Namibians, Nepalese, Nepali, Nepalis, New Zealander, New Zealanders
    Nicaraguan, Nicaraguans, Nigerian, Nigerians, Nigerien, Nigeriens, North Korean, North Koreans
    Northern Irish, Norwegian, Norwegians, Omani, Omanis, Pakistani, Pakistanis, Palestinian
    Palestinians, Panamanian, Panamanians, Papua New Guinean, Paraguayan, Paraguayans, Peruvian
    Peruvians, Philippine, Poles, Polish, Portuguese, Puerto Rican, Puerto Ricans, Qatari, Qataris
    Romanian, Romanians, Russian, Russians, Rwandan, Rwandans, Salvadoran, Salvadorans, Salvadorean
    Samoan, Samoans, Saudi, Saudi Arabian, Saudis, Scot, Scots, Scotsman, Scottish, Senegalese, Serb
    Serbian, Serbians, Serbs, Sierra Leonean, Sierra Leoneans, Singaporean, Singaporeans, Slovak
    Slovakian, Slovaks, Slovene, Slovenes, Slovenian, Slovenians, Somali, Somalian, Somalis
    South African, South Africans, South Korean, South Koreans, South Sudanese, Soviet, Soviets
    Spaniard, Spaniards, Spanish, Sri Lankan, Sri Lankans, Sudanese, Surinamese, Swazi, Swazis, Swedes
    Swedish, Swiss, Syrian, Syrians, Taiwanese, Tajik, Tajiks, Tanzanian, Tanzanians, Thai, Thais
    Timorese, Togolese, Tongan, Tongans, Trinidadian, Trinidadians, Tunisian, Tunisians, Turk, Turkish
    Turkish Cypriot, Turkish Cypriots, Turkmen, Turks, Ugandan, Ugandans, Ukrainian, Ukrainians
    Uruguayan, Uruguayans, Uzbek, Uzbeks, Venezuelan, Venezuelans, Vietnamese, Welsh, Welshman, Welshmen
    Yemeni, Yemenis, Yugoslav, Yugoslavs, Zambian, Zambians, Zimbabwean, Zimbabweans
    """

  /// Peoples, language groups and dwellers of regions and cities.
  ///
  /// Marks a capital that is no name, or the start of an organisation's name.
  static let peoples = """
    Aboriginal, Aboriginals, African, African American, African Americans, African-American
    African-Americans, Africans, Afrikaans, Afrikaner, Afrikaners, Afro-American, Afro-Caribbean
    Aleppan, Aleppine, Amazigh, American Indian, American Indians, Anatolian, Andalusian, Anglo
    Anglo-American, Anglo-Saxon, Arab, Arab Israeli, Arab Israelis, Arab-American, Arabian, Arabic
    Arabs, Aramaic, Ashkenazi, Asian, Asian American, Asian Americans, Asian-American, Asians, Assyrian
    Assyrians, Balkan, Baloch, Baltic, Baluch, Bantu, Basque, Basques, Bavarian, Bavarians, Bedouin
    Bedouins, Bengali, Bengalis, Berber, Berbers, Berliner, Berliners, Bosniak, Bosniaks, Californian
    Californians, Catalan, Catalans, Caucasian, Celtic, Central African, Central American
    Central Americans, Central Asian, Chaldean, Chaldeans, Chechen, Chechens, Cherokee, Circassian
    Circassians, Cornish, Corsican, Corsicans, Cossack, Cossacks, Creole, Crimean, Crimean Tatar
    Crimean Tatars, Dagestani, Dalit, Dalits, Damascene, Dinka, East African, East Asian, East German
    East Germans, Eastern European, Eastern Europeans, Eurasian, European, Europeans, Farsi, Fleming
    Flemings, Flemish, Floridian, Floridians, Fulani, Gaelic, Galician, Gazan, Gazans, Germanic
    Gujarati, Gypsies, Han Chinese, Hausa, Hawaiian, Hawaiians, Hazara, Hazaras, Hebrew, Hispanic
    Hispanics, Hmong, Hutu, Hutus, Iberian, Igbo, Inca, Ingush, Inuit, Israeli Arab, Israeli Arabs
    Javanese, Jerusalemite, Kashmiri, Kashmiris, Khmer, Kikuyu, Kurd, Kurdish, Kurds, Ladino, Latin
    Latin American, Latin Americans, Latina, Latinas, Latino, Latinos, Levantine, Liverpudlian, Londoner
    Londoners, Luo, Maasai, Magyar, Malay, Malays, Mancunian, Mandarin, Maori, Maoris, Mapuche, Maya
    Mayan, Mayans, Melanesian, Middle Eastern, Middle Easterner, Middle Easterners, Midwestern, Mizrahi
    Mohawk, Mongol, Mongols, Moorish, Moors, Muscovite, Muscovites, Native American, Native Americans
    Navajo, Neapolitan, New Yorker, New Yorkers, Nordic, Norman, Normans, North African, North Africans
    North American, North Americans, Northern European, Northerner, Northerners, Nubian, Nuer, Oromo
    Oromos, Ossetian, Ossetians, Ottoman, Ottomans, Pacific Islander, Pacific Islanders, Parisian
    Parisians, Pashtun, Pashtuns, Pathan, Persian, Persians, Polynesian, Prussian, Punjabi, Punjabis
    Quebecer, Quebecers, Quechua, Rohingya, Rohingyas, Roma, Roman, Romans, Sahrawi, Sahrawis, Sami
    Saxon, Saxons, Scandinavian, Scandinavians, Semitic, Sephardic, Siberian, Sicilian, Sicilians
    Sindhi, Sinhalese, Sioux, Slav, Slavic, Slavs, South American, South Americans, South Asian
    South Asians, Southeast Asian, Southern European, Southerner, Southerners, Sub-Saharan African
    sub-Saharan African, Sunni Arab, Sunni Arabs, Swahili, Tamil, Tamils, Tatar, Tatars, Texan, Texans
    Tibetan, Tibetans, Tigrayan, Tigrayans, Tuareg, Tuaregs, Turcoman, Turkic, Turkoman, Tutsi, Tutsis
    Uighur, Uighurs, Urdu, Uyghur, Uyghurs, Venetian, Venetians, Viennese, Viking, Vikings, Walloon
    Walloons, West African, West Africans, West German, West Germans, West Indian, West Indians
    Western European, Westerner, Westerners, Xhosa, Yazidi, Yazidis, Yoruba, Zaza, Zulu, Zulus
    """

  /// Faiths, confessions, their followers and their adjectives.
  ///
  /// Marks a capital that is no name, or the start of an organisation's name.
  static let faiths = """
    Ahmadi, Ahmadis, Alawite, Alawites, Alevi, Alevis, Amish, Anabaptist, Anglican, Anglicans, Animist
    Baha'i, Baha'is, Bahai, Baptist, Baptists, Buddhism, Buddhist, Buddhists, Calvinist, Calvinists
    Catholic, Catholicism, Catholics, Christian, Christianity, Christians, Confucian, Copt, Coptic
    Copts, Daoist, Deobandi, Druze, Episcopal, Episcopalian, Episcopalians, Evangelical, Evangelicals
    Falun Gong, Greek Orthodox, Haredi, Haredim, Hasidic, Hasidim, Hindu, Hinduism, Hindus, Huguenot
    Islam, Islamic, Islamism, Islamist, Islamists, Ismaili, Ismailis, Jain, Jains, Jehovah's Witness
    Jehovah's Witnesses, Jesuit, Jesuits, Jew, Jewish, Jews, Judaism, Lutheran, Lutherans, Maronite
    Maronites, Melkite, Mennonite, Mennonites, Methodist, Methodists, Mormon, Mormons, Moslem, Moslems
    Muslim, Muslims, Orthodox, Pagan, Parsi, Parsis, Pentecostal, Pentecostals, Presbyterian
    Presbyterians, Protestant, Protestantism, Protestants, Puritan, Quaker, Quakers, Rastafarian
    Roman Catholic, Roman Catholics, Russian Orthodox, Salafi, Salafis, Salafist, Salafists
    Scientologist, Scientologists, Shi'a, Shi'ite, Shi'ites, Shia, Shias, Shiite, Shiites, Shinto, Sikh
    Sikhism, Sikhs, Sufi, Sufis, Sufism, Sunni, Sunnis, Sunnite, Syriac, Takfiri, Taoist, Twelver
    Wahhabi, Wahhabis, Wahhabism, Yezidi, Yezidis, Zaidi, Zaydi, Zionism, Zionist, Zionists, Zoroastrian
    Zoroastrians
    """

  /// Capitalised words for political leanings and followers ("Baathist", "Kremlin-backed").
  ///
  /// Marks a capital that is no name.
  static let politicalAdjectives = """
    Ba'athist, Baathist, Baathists, Bolshevik, Bolsheviks, Brexiteer, Brexiteers, Chavista, Chavistas
    Communist, Communists, Confederate, Confederates, Conservative, Conservatives, Democrat, Democratic
    Democrats, Fascist, Fascists, Gaullist, Gulenist, Gulenists, Houthi, Houthis, Huthi, Huthis
    Jihadist, Jihadists, Kemalist, Leninist, Liberal, Liberals, Loyalist, Loyalists, Maoist, Maoists
    Marxist, Marxists, Nasserist, Nazi, Nazis, Neo-Nazi, neo-Nazi, Neo-Nazis, Peronist, Peronists
    Remainer, Remainers, Republican, Republicans, Royalist, Sandinista, Sandinistas, Separatist
    Separatists, Socialist, Socialists, Stalinist, Thatcherite, Tories, Tory, Trotskyist, Trumpist
    Unionist, Unionists
    """
}
