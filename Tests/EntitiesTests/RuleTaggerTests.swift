import Testing

@Suite struct RuleTaggerTests {
  @Test func aTitleIsNotPartOfThePerson() {
    #expect(names("He met President Bashar al-Assad there.") == ["PERSON:Bashar al-Assad"])
    #expect(names("Then Prime Minister Okwu Abendale left.") == ["PERSON:Okwu Abendale"])
    #expect(names("Talks with Gen. Tarvo Hellquist failed.") == ["PERSON:Tarvo Hellquist"])
  }

  @Test func nationalityTitleAndPersonAreToldApart() {
    #expect(
      names("Syrian President Bashar al-Assad spoke.") == ["GROUP:Syrian", "PERSON:Bashar al-Assad"])
    #expect(
      names("They heard Israeli Defense Minister Oren Zylvik.") == ["GROUP:Israeli", "PERSON:Oren Zylvik"])
  }

  @Test func aGivenNameMakesAPerson() {
    #expect(names("It was Maria Quenneville who won.") == ["PERSON:Maria Quenneville"])
  }

  @Test func initialsMakeAPerson() {
    #expect(names("A note by J. R. Okafor was found.") == ["PERSON:J. R. Okafor"])
  }

  @Test func particlesJoinAName() {
    #expect(names("The painter Pieter van der Zwaag died.") == ["PERSON:Pieter van der Zwaag"])
    #expect(names("The envoy Khalid bin Rashwan arrived.") == ["PERSON:Khalid bin Rashwan"])
  }

  @Test func anOrdinalEndsTheNameOfAMonarch() {
    #expect(names("A letter to King Abdullah II was read.") == ["PERSON:Abdullah II"])
  }

  @Test func aRoleBeforeANameMakesAPerson() {
    #expect(
      names("UNRWA spokesman Chris Gunness said so.") == ["ORG:UNRWA", "PERSON:Chris Gunness"])
    #expect(names("the spokesman Zorvath agreed") == ["PERSON:Zorvath"])
  }

  @Test func aRoleOrAnAgeAfterANameMakesAPerson() {
    #expect(names("But Zorvath, a spokesman for them, agreed.") == ["PERSON:Zorvath"])
    #expect(names("But Zorvath, 45, agreed.") == ["PERSON:Zorvath"])
    #expect(names("But Zorvath, who was late, agreed.") == ["PERSON:Zorvath"])
  }

  @Test func aReportingVerbMakesAPerson() {
    #expect(names("Yesterday Zorvath said nothing.") == ["PERSON:Zorvath"])
  }

  @Test func headWordsMakeAnOrganisation() {
    #expect(names("The Ministry of Health closed it.") == ["ORG:Ministry of Health"])
    #expect(names("She left the University of Tarnwick.") == ["ORG:University of Tarnwick"])
    #expect(
      names("The Syrian Observatory for Human Rights counted them.")
        == ["ORG:Syrian Observatory for Human Rights"])
    #expect(names("He ran the Committee to Protect Hedgehogs.").first?.hasPrefix("ORG:Committee") == true)
  }

  @Test func suffixesMakeAnOrganisation() {
    #expect(names("Shares of Harbour Bank plc fell.") == ["ORG:Harbour Bank plc"])
    #expect(names("Shares of Zorvath Inc. fell.") == ["ORG:Zorvath Inc."])
    #expect(names("It joined the People's Defense Force.") == ["ORG:People's Defense Force"])
    #expect(names("It bought Gower & Penhale last.") == ["ORG:Gower & Penhale"])
  }

  @Test func aStateBodyLeavesItsNationalityAlone() {
    #expect(names("Then the Iraqi Army left.") == ["GROUP:Iraqi", "ORG:Army"])
  }

  @Test func knownAcronymsAreOrganisations() {
    #expect(names("The fighting, AFP said, went on.") == ["ORG:AFP"])
  }

  @Test func anAcronymInBracketsIsKnownEverywhere() {
    let text = "Zxqt staff left. The Tarnwick Board for Quiet Roads (TBQR) met.\n\nThen TBQR met again."
    #expect(names(text).filter { $0 == "ORG:TBQR" }.count == 2)
    #expect(
      names("The Syrian Observatory for Human Rights (SOHR) spoke. SOHR was right.")
        == ["ORG:Syrian Observatory for Human Rights", "ORG:SOHR", "ORG:SOHR"])
  }

  @Test func wordsThatSpellAnAcronymAreAnOrganisation() {
    #expect(
      names("They asked the Zorvath Quelm Tarnish (ZQT) first.") == ["ORG:Zorvath Quelm Tarnish", "ORG:ZQT"])
  }

  @Test func placeWordsMakeAPlace() {
    #expect(names("A boat sank on Lake Zorvath today.") == ["PLACE:Lake Zorvath"])
    #expect(names("The road to the Zorvath Valley is shut.") == ["PLACE:Zorvath Valley"])
    #expect(names("They took the eastern Zorvath region back.") == ["PLACE:Zorvath"])
    #expect(names("A camp near Mount Zorvath burned.") == ["PLACE:Mount Zorvath"])
  }

  @Test func prepositionsAreWeakEvidenceOfAPlace() {
    #expect(names("A shop in Zorvath burned.") == ["PLACE:Zorvath"])
    #expect(names("the neighbourhoods of Zorvath and Quelm Tarn") == ["PLACE:Zorvath", "PLACE:Quelm Tarn"])
  }

  @Test func countriesUnderAllTheirNamesArePlaces() {
    #expect(
      names("The U.S., the Russian Federation and the United Kingdom agreed.")
        == ["PLACE:U.S.", "PLACE:Russian Federation", "PLACE:United Kingdom"])
  }

  @Test func nationalitiesAreGroupsAndFaithsAreNothing() {
    #expect(
      names("Syrian troops and Muslim clerics met Dutch-Namibian traders.") == [
        "GROUP:Syrian", "GROUP:Dutch-Namibian",
      ])
  }

  @Test func adjectivesMadeOfNamesAreNothing() {
    #expect(names("They left ISIS-held areas and a Zorvath-based firm.").isEmpty)
  }

  @Test func theCapitalOfASentenceIsNoEvidence() {
    #expect(names("Thousands fled. Meanwhile, they waited. Critics said so.").isEmpty)
    #expect(names("Conservationists said they were content.").isEmpty)
  }

  @Test func aFamilyNameAloneIsThePersonNamedBefore() {
    #expect(
      names("President Bashar al-Assad spoke.\n\nLater the terms pleased Assad a little.")
        == ["PERSON:Bashar al-Assad", "PERSON:Assad"])
  }

  @Test func aFamilyNameBeforeTheFullNameIsNotYetKnown() {
    #expect(!names("It pleased Quelmish. Then Maria Quelmish spoke.").contains("PERSON:Quelmish."))
    #expect(names("Then Maria Quelmish spoke. It pleased Quelmish.").last == "PERSON:Quelmish")
  }

  @Test func aNameKeepsItsKindThroughADocument() {
    #expect(
      names("A shop in Zorvath burned.\n\nThe smoke over Zorvath rose.") == [
        "PLACE:Zorvath", "PLACE:Zorvath",
      ])
  }

  @Test func aWordInCapitalsAmongOthersIsNoAcronym() {
    #expect(names("They say SHE IS the best of us.").isEmpty)
    #expect(names("They say IS fighters held the town.") == ["ORG:IS"])
  }

  @Test func inALineOfCapitalsOnlyTheLexiconTells() {
    #expect(names("ZORVATH MAYOR TELLS SYRIA WHO IS NEXT") == ["PLACE:SYRIA"])
  }

  @Test(arguments: ["'", "\u{2019}"]) func aPossessiveIsNeverPartOfAName(apostrophe: String) {
    let text = "Then Syria\(apostrophe)s army met Maria Quelmish\(apostrophe)s son."
    #expect(names(text) == ["PLACE:Syria", "PERSON:Maria Quelmish"])
    #expect(
      names("The People\(apostrophe)s Defense Force left.") == ["ORG:People\(apostrophe)s Defense Force"])
  }

  @Test func aPlaceThatIsAGivenNameBelongsToThePerson() {
    #expect(names("They asked Jordan Smith again.") == ["PERSON:Jordan Smith"])
  }

  @Test func addressesAreNoNames() {
    #expect(names("write to Desk@Zorvath.example or www.Zorvath.example/News now").isEmpty)
  }
}
